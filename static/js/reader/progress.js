// Counts a paragraph as read when it was really on screen long enough for its length, in a window in use.
import { call } from "./api.js";
import { textOf } from "./places.js";

const WORDS_PER_SECOND = 8;
const SHORTEST = 0.8;
const LONGEST = 12;
const TICK = 0.25;
const REPORT_EVERY = 5_000;
const IDLE_AFTER = 60_000;

function secondsFor(block) {
  const words = textOf(block).split(/\s+/).filter(Boolean).length;
  return Math.min(LONGEST, Math.max(SHORTEST, words / WORDS_PER_SECOND));
}

export function setUpProgress(page) {
  const address = `${page.api}courses/${page.course}/readings/${page.reading}/reads/`;
  const blocks = [...page.text.querySelectorAll("[data-block]")];
  const missing = new Map(blocks.map((block) => [block, secondsFor(block)]));
  const onScreen = new Set();
  const pending = new Set();
  let active = Date.now();
  let at = "";
  let reported = "";

  // Most of the paragraph is on screen, or it fills half of the screen.
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio, intersectionRect, rootBounds } of entries) {
        const enough = intersectionRatio >= 0.6 || intersectionRect.height >= (rootBounds?.height ?? innerHeight) / 2;
        if (enough) onScreen.add(target);
        else onScreen.delete(target);
      }
    },
    { threshold: Array.from({ length: 21 }, (_, i) => i / 20) },
  );

  const inUse = () => document.visibilityState === "visible" && document.hasFocus() && Date.now() - active < IDLE_AFTER;

  function tick() {
    if (!inUse()) return;
    const here = blocks.filter((block) => onScreen.has(block));
    const first = here.find((block) => missing.has(block)) ?? here[0];
    if (first) at = first.dataset.block;
    for (const block of onScreen) {
      if (!missing.has(block)) continue;
      missing.set(block, missing.get(block) - TICK);
      if (missing.get(block) <= 0) {
        missing.delete(block);
        pending.add(block.dataset.block);
      }
    }
  }

  async function report({ leaving = false } = {}) {
    if (!pending.size && (at === reported || !at)) return;
    const data = { blocks: [...pending].slice(0, 200), at };
    reported = at;
    try {
      show(await call(address, { method: "POST", data, keepalive: leaving }));
    } catch {
      reported = "";
    }
  }

  function show({ read, percent, sections }) {
    const counted = new Set(read);
    for (const key of counted) pending.delete(key);
    for (const block of blocks) if (counted.has(block.dataset.block)) missing.delete(block);
    const bar = document.querySelector(".through");
    bar.hidden = false;
    bar.value = percent;
    bar.setAttribute("aria-label", `${percent} % of this reading read`);
    for (const part of document.querySelectorAll("[data-part]")) {
      part.classList.toggle("done", sections.includes(part.dataset.part));
    }
  }

  function offerToResume(key) {
    const block = key && document.getElementById(key);
    const number = block?.querySelector(".number")?.textContent;
    if (!number || location.hash || block === blocks[0] || scrollY > 0) return;
    const offer = document.createElement("p");
    offer.className = "message resume-offer";
    const link = document.createElement("a");
    link.href = `#${encodeURIComponent(key)}`;
    link.textContent = `Go on at paragraph ${number}`;
    offer.append("You stopped here last time. ", link);
    link.addEventListener("click", () => offer.remove());
    page.text.before(offer);
  }

  for (const event of ["pointermove", "pointerdown", "keydown", "scroll", "wheel", "touchstart"]) {
    addEventListener(event, () => (active = Date.now()), { passive: true });
  }
  for (const block of blocks) observer.observe(block);
  setInterval(tick, TICK * 1000);
  setInterval(report, REPORT_EVERY);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && report({ leaving: true }));
  addEventListener("pagehide", () => report({ leaving: true }));
  call(address).then(
    (state) => {
      show(state);
      offerToResume(state.at);
    },
    () => {},
  );
}
