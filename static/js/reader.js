// A page of the text: notes and terms open over it, annotations are drawn on it, reading is counted.
import { setUpAnnotations } from "./reader/annotations.js";
import { setUpMargin } from "./reader/margin.js";
import { setUpPassages } from "./reader/passages.js";
import { setUpProgress } from "./reader/progress.js";
import { setUpShortcuts } from "./reader/shortcuts.js";

const main = document.getElementById("main");
const page = { ...main.dataset, text: main.querySelector(".text"), main };

// An address of a section that stands on this page leads to its heading.
const asked = new URLSearchParams(location.search).get("section");
if (asked && !location.hash) document.getElementById(`s-${asked}`)?.scrollIntoView();

// A browser without popovers keeps the plain links: notes at the end, pages for terms, the form for a paragraph.
if ("popover" in HTMLElement.prototype) {
  const margin = setUpMargin(page);
  setUpPassages(page);
  setUpShortcuts(setUpAnnotations(page, margin));
}
if (page.studies) setUpProgress(page);
