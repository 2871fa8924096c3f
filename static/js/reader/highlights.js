// Draws annotations over the text with the CSS Custom Highlight API: the document itself stays as it is.
import { rangeOf } from "./places.js";

const registry = globalThis.CSS?.highlights;
const nameOf = ({ colour, visibility }) => `mark-${colour}${visibility === "class" ? "-class" : ""}`;

export function rangeOfAnnotation(annotation) {
  const block = annotation.block && document.getElementById(annotation.block);
  return block ? rangeOf(block, annotation.start, annotation.end) : null;
}

export function draw(annotations) {
  if (!registry) return;
  for (const name of ["mark-a", "mark-b", "mark-a-class", "mark-b-class"]) registry.delete(name);
  for (const annotation of annotations) {
    const range = rangeOfAnnotation(annotation);
    if (!range) continue;
    const name = nameOf(annotation);
    if (!registry.has(name)) registry.set(name, new Highlight());
    registry.get(name).add(range);
  }
}

export function drawNow(range) {
  if (!registry) return;
  if (range) registry.set("mark-now", new Highlight(range));
  else registry.delete("mark-now");
}

// The annotations under a point of the window, the shortest first.
export function annotationsAt(annotations, x, y) {
  const under = annotations.filter((annotation) => {
    const range = rangeOfAnnotation(annotation);
    return range && [...range.getClientRects()].some((r) => x >= r.left && x <= r.right && y >= r.top && y <= r.bottom);
  });
  return under.sort((a, b) => a.end - a.start - (b.end - b.start));
}
