// Places in a block's text, counted in Unicode code points, and the same places in the page.
// What stands in an element with data-aside (paragraph numbers, note marks, captions) is not part of the text.

function* pieces(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const aside = node.parentElement.closest("[data-aside]");
    if (!aside || aside === block || !block.contains(aside)) yield node;
  }
}

const points = (text) => [...text].length;

// Code points of `text` before its UTF-16 unit `unit`.
const pointsBefore = (text, unit) => points(text.slice(0, unit));

// The UTF-16 unit at which code point `point` of `text` begins.
const unitAt = (text, point) => [...text].slice(0, point).join("").length;

export function textOf(block) {
  return [...pieces(block)].map((node) => node.data).join("");
}

// The page's range for text[start:end], or null when the text is shorter.
export function rangeOf(block, start, end) {
  const range = document.createRange();
  let passed = 0;
  let begun = false;
  for (const node of pieces(block)) {
    const length = points(node.data);
    if (!begun && start < passed + length) {
      range.setStart(node, unitAt(node.data, start - passed));
      begun = true;
    }
    if (begun && end <= passed + length) {
      range.setEnd(node, unitAt(node.data, end - passed));
      return range;
    }
    passed += length;
  }
  return null;
}

// The place in the block's text where `range` begins or ends, for the part of the range within the block.
function placeIn(block, range) {
  let passed = 0;
  let start = null;
  let end = null;
  for (const node of pieces(block)) {
    const length = points(node.data);
    if (range.intersectsNode(node)) {
      const from = node === range.startContainer ? pointsBefore(node.data, range.startOffset) : 0;
      const to = node === range.endContainer ? pointsBefore(node.data, range.endOffset) : length;
      if (to > from) {
        start ??= passed + from;
        end = passed + to;
      }
    }
    passed += length;
  }
  return start === null ? null : { start, end };
}

// For each block that the range touches: {block, start, end, quote}, without blanks at the edges.
export function placesOf(range, text) {
  const places = [];
  for (const block of text.querySelectorAll("[data-block]")) {
    if (block.matches("[data-aside]") || !range.intersectsNode(block)) continue;
    const place = placeIn(block, range);
    const trimmed = place && trim(block, place);
    if (trimmed) places.push({ block, ...trimmed });
  }
  return places;
}

function trim(block, { start, end }) {
  const letters = [...textOf(block)];
  while (start < end && !letters[start].trim()) start += 1;
  while (end > start && !letters[end - 1].trim()) end -= 1;
  return start < end ? { start, end, quote: letters.slice(start, end).join("") } : null;
}

export function wholeOf(block) {
  const quote = textOf(block);
  return { block, start: 0, end: points(quote), quote };
}
