// The small bar that appears at selected words.
import { placeBeside } from "./float.js";
import { placesOf } from "./places.js";

const bar = document.getElementById("selection-bar");

export function selectedPlaces(text) {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return [];
  const range = selection.getRangeAt(0);
  return range.intersectsNode(text) ? placesOf(range, text) : [];
}

function show(text) {
  const places = selectedPlaces(text);
  if (!places.length) {
    if (bar.matches(":popover-open")) bar.hidePopover();
    return;
  }
  if (!bar.matches(":popover-open")) bar.showPopover();
  const rects = [...getSelection().getRangeAt(0).getClientRects()];
  const coarse = matchMedia("(pointer: coarse)").matches;
  const rect = coarse ? rects.at(-1) : rects[0];
  placeBeside(bar, rect, { above: !coarse });
  bar.style.top = `${parseFloat(bar.style.top) + scrollY}px`;
}

export function hideBar() {
  if (bar.matches(":popover-open")) bar.hidePopover();
}

// `make(kind, places)` is called with "highlight" or "comment".
export function setUpSelection(text, make) {
  let waiting = 0;
  let pressed = false;
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => pressed || show(text), 120);
  };
  document.addEventListener("selectionchange", later);
  document.addEventListener("pointerdown", () => (pressed = true));
  document.addEventListener("pointerup", () => {
    pressed = false;
    later();
  });
  document.addEventListener("pointercancel", () => (pressed = false));
  bar.addEventListener("pointerdown", (event) => event.preventDefault());
  bar.addEventListener("click", (event) => {
    const kind = event.target.dataset.make;
    if (kind) make(kind, selectedPlaces(text));
  });
  document.addEventListener("keydown", (event) => event.key === "Escape" && hideBar());
}
