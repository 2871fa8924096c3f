// The margin beside the text: each thing stands next to its place, and below what already stands there.

const GAP = 10;

export function setUpMargin({ main, text }) {
  const margin = document.querySelector(".margin");
  const items = new Map();

  function layout() {
    if (!margin.offsetParent) return;
    const origin = margin.getBoundingClientRect().top;
    const placed = [...items].map(([element, anchor]) => ({ element, top: topOf(anchor) - origin }));
    placed.sort((a, b) => a.top - b.top);
    let free = 0;
    if (placed.some(({ element }, i) => margin.children[i] !== element)) margin.append(...placed.map((item) => item.element));
    for (const { element, top } of placed) {
      const at = Math.max(top, free);
      element.style.top = `${at}px`;
      free = at + element.offsetHeight + GAP;
    }
    margin.style.minHeight = `${free}px`;
  }

  let waiting = 0;
  function again() {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(layout);
  }

  // `anchor` is an element or a range in the text.
  function put(element, anchor) {
    items.set(element, anchor);
    margin.append(element);
    again();
  }

  function drop(element) {
    items.delete(element);
    element.remove();
    again();
  }

  for (const note of main.querySelectorAll("[data-note]")) {
    const mark = text.querySelector(`.mark[data-label="${CSS.escape(note.dataset.note)}"]`);
    if (mark) put(sideNote(note), mark);
  }
  new ResizeObserver(again).observe(text);
  document.addEventListener("glossa:layout", again);
  document.fonts?.ready.then(again);
  return { put, drop, again };
}

function topOf(anchor) {
  return (anchor.getClientRects()[0] ?? anchor.getBoundingClientRect()).top;
}

function sideNote(note) {
  const element = document.createElement("div");
  element.className = "side-note";
  const label = document.createElement("b");
  label.textContent = note.querySelector(".back").textContent;
  const words = document.createElement("div");
  words.className = "clamped";
  words.append(label, ...note.querySelector(".note-text").cloneNode(true).childNodes);
  element.append(words);
  return element;
}
