// Annotations on this page: fetched, drawn, listed beside the text, made, changed and deleted.
import { all, call } from "./api.js";
import { cardOf } from "./cards.js";
import { isNarrow, say } from "./float.js";
import { openForm } from "./form.js";
import { annotationsAt, draw, drawNow, rangeOfAnnotation } from "./highlights.js";
import { wholeOf } from "./places.js";
import { hideBar, selectedPlaces, setUpSelection } from "./selection.js";
import { chosen, setUpWhose, shown } from "./whose.js";

const sheet = document.getElementById("notes-sheet");
const list = sheet.querySelector("[data-notes-list]");
const empty = sheet.querySelector("[data-notes-empty]");
const count = document.querySelector("[data-note-count]");
const NONE = empty.textContent;
const NOT_SHOWN = { mine: "None of the annotations here is yours.", none: "The annotations on this page are hidden." };

export function setUpAnnotations(page, margin) {
  const address = `${page.api}annotations/`;
  const where = { course: page.course, reading: page.reading };
  const beside = new Map();
  let annotations = [];

  const byPlace = (a, b) => a.number - b.number || a.start - b.start || a.id - b.id;
  const acts = { show, edit, remove };

  function refresh() {
    annotations.sort(byPlace);
    const visible = shown(annotations);
    draw(visible);
    for (const card of beside.values()) margin.drop(card);
    beside.clear();
    for (const annotation of visible) {
      const range = rangeOfAnnotation(annotation);
      if (!range) continue;
      beside.set(annotation.id, cardOf(annotation, acts));
      margin.put(beside.get(annotation.id), range);
    }
    list.replaceChildren(...visible.map((annotation) => cardOf(annotation, acts)));
    empty.hidden = visible.length > 0;
    empty.textContent = annotations.length && !visible.length ? NOT_SHOWN[chosen()] : NONE;
    count.hidden = !annotations.length;
    count.textContent = annotations.length;
  }

  function show(annotation) {
    const range = rangeOfAnnotation(annotation);
    if (!range) return;
    if (isNarrow() && sheet.matches(":popover-open")) sheet.hidePopover();
    range.startContainer.parentElement.scrollIntoView({ block: "center" });
    mark(annotation);
  }

  function mark(annotation) {
    drawNow(rangeOfAnnotation(annotation));
    setTimeout(() => drawNow(null), 2500);
    for (const card of document.querySelectorAll("[data-annotation]")) {
      card.classList.toggle("now", card.dataset.annotation === String(annotation.id));
    }
  }

  async function create(places, { comment = "", colour = "a", visibility = "private" } = {}) {
    for (const [i, { block, start, end }] of places.entries()) {
      const data = { ...where, block: block.dataset.block, start, end, colour, visibility, comment: i ? "" : comment };
      const made = await call(address, { method: "POST", data });
      // Meanwhile the list may have arrived, with or without it.
      annotations = [...annotations.filter(({ id }) => id !== made.id), made];
    }
    refresh();
    say(comment ? "The comment is saved." : "The passage is highlighted.");
  }

  function comment(places, returnTo) {
    if (!places.length) return;
    const [{ block, start, end }] = places;
    const range = rangeOfAnnotation({ block: block.id, start, end });
    const rect = [...(range?.getClientRects() ?? [])].at(-1) ?? block.getBoundingClientRect();
    hideBar();
    drawNow(range);
    openForm({
      title: "Annotate",
      given: { quote: places.map((place) => place.quote).join(" … ") },
      rect,
      returnTo: returnTo ?? block.querySelector(".number"),
      onSave: (entered) => create(places, entered),
      onClose: () => drawNow(null),
    });
  }

  async function make(kind, places) {
    if (!places.length) return;
    if (kind === "comment") {
      comment(places);
      return;
    }
    try {
      await create(places);
      getSelection().removeAllRanges();
      hideBar();
    } catch (error) {
      comment(places);
      say(error.message);
    }
  }

  function edit(annotation) {
    const card = document.activeElement.closest("[data-annotation]") ?? beside.get(annotation.id);
    if (sheet.matches(":popover-open")) sheet.hidePopover();
    openForm({
      title: "Change the annotation",
      given: annotation,
      rect: card?.getClientRects()[0] ?? page.text.getBoundingClientRect(),
      async onSave(entered) {
        const changed = await call(`${address}${annotation.id}/`, { method: "PATCH", data: entered });
        annotations = annotations.map((other) => (other.id === changed.id ? changed : other));
        refresh();
        say("The annotation is changed.");
      },
    });
  }

  async function remove(annotation) {
    try {
      await call(`${address}${annotation.id}/`, { method: "DELETE" });
      annotations = annotations.filter((other) => other.id !== annotation.id);
      refresh();
      // Its card is gone, and with it the button that had the focus.
      (sheet.matches(":popover-open") ? sheet.querySelector(".close") : page.main).focus({ preventScroll: true });
      say("The annotation is deleted.");
    } catch (error) {
      say(error.message);
    }
  }

  function clicked(event) {
    const number = event.target.closest("a.number");
    if (number && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      const block = number.closest("[data-block]") ?? number.closest(".table-block").querySelector("table[data-block]");
      comment([wholeOf(block)], number);
      return;
    }
    if (event.target.closest("a") || !getSelection().isCollapsed) return;
    const [annotation] = annotationsAt(shown(annotations), event.clientX, event.clientY);
    if (!annotation) return;
    if (isNarrow()) sheet.showPopover();
    mark(annotation);
    document.querySelector(`${isNarrow() ? "#notes-sheet" : ".margin"} [data-annotation="${annotation.id}"]`)?.scrollIntoView({ block: "nearest" });
  }

  // For the key: what is selected, or the paragraph at the top of the window.
  function annotateHere() {
    const places = selectedPlaces(page.text);
    const blocks = [...page.text.querySelectorAll("[data-block]:not([data-aside])")];
    const top = blocks.find((block) => block.getBoundingClientRect().bottom > 120);
    comment(places.length ? places : top ? [wholeOf(top)] : []);
  }

  page.text.addEventListener("click", clicked);
  setUpSelection(page.text, make);
  setUpWhose(refresh);
  const query = new URLSearchParams({ ...where, section: page.section, page_size: "200" });
  all(`${address}?${query}`).then(
    (found) => {
      // What was made while the list was on its way may not be in it yet.
      const known = new Set(found.map(({ id }) => id));
      annotations = [...found, ...annotations.filter(({ id }) => !known.has(id))];
      refresh();
    },
    (error) => {
      empty.textContent = `Your annotations could not be loaded. ${error.message}`;
    },
  );
  return { annotateHere };
}
