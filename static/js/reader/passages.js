// Notes, sources and glossary terms open over the text where they are named; without this module they are plain links.
import { placeBeside, returnFocus } from "./float.js";

const popover = document.getElementById("passage");
const body = popover.querySelector("[data-passage]");
const cards = new Map();

function heading(words) {
  const element = document.createElement("h2");
  element.textContent = words;
  return element;
}

function copyOf(link, name) {
  const original = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!original) return null;
  const copy = document.createElement("p");
  copy.append(...(original.querySelector(".note-text") ?? original).cloneNode(true).childNodes);
  return [heading(name), copy];
}

async function cardOf(link) {
  const address = `${link.pathname}card/`;
  if (!cards.has(address)) {
    const response = await fetch(address, { credentials: "same-origin" });
    if (!response.ok) throw new Error("The term could not be loaded.");
    cards.set(address, await response.text());
  }
  return document.createRange().createContextualFragment(cards.get(address)).childNodes;
}

function open(link, parts) {
  body.replaceChildren(...parts);
  popover.setAttribute("aria-label", body.querySelector("h2")?.textContent ?? "Note or term");
  if (!popover.matches(":popover-open")) {
    popover.showPopover();
    popover.addEventListener("toggle", () => returnFocus(popover, link), { once: true });
  }
  placeBeside(popover, link.getClientRects()[0] ?? link.getBoundingClientRect());
  popover.querySelector(".close").focus({ preventScroll: true });
}

async function openTerm(link) {
  open(link, [heading(link.textContent), paragraph("Loading the definition …")]);
  try {
    open(link, await cardOf(link));
  } catch {
    const way = document.createElement("a");
    way.href = link.href;
    way.textContent = "Open its page";
    const words = paragraph("The definition could not be loaded. ");
    words.append(way);
    open(link, [heading(link.textContent), words]);
  }
}

function paragraph(words) {
  const element = document.createElement("p");
  element.textContent = words;
  return element;
}

function choose(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const link = event.target.closest("a.mark, a.term, a.citation");
  if (!link) return;
  if (link.matches(".term")) {
    event.preventDefault();
    openTerm(link);
    return;
  }
  const parts = copyOf(link, link.matches(".mark") ? `Note ${link.textContent}` : "Source");
  if (!parts) return;
  event.preventDefault();
  open(link, parts);
}

export function setUpPassages({ main }) {
  main.addEventListener("click", choose);
}
