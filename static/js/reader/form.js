// The form of an annotation: what is selected, a comment, colour, and who sees it.
import { placeBeside } from "./float.js";

const form = document.getElementById("annotation-form");
const panel = document.getElementById("annotation-panel");
const fields = form.elements;
const wrong = form.querySelector("[data-wrong]");
let save = null;
let from = null;
let closed = null;

function close() {
  if (panel.matches(":popover-open")) panel.hidePopover();
  save = null;
  closed?.();
  from?.focus({ preventScroll: true });
}

async function submit(event) {
  event.preventDefault();
  wrong.hidden = true;
  const submit = form.querySelector("button.primary");
  submit.disabled = true;
  try {
    await save({ comment: fields.comment.value, colour: fields.colour.value, visibility: fields.visibility.value });
    close();
  } catch (error) {
    wrong.textContent = error.message;
    wrong.hidden = false;
  } finally {
    submit.disabled = false;
  }
}

// `given` is {quote, comment, colour, visibility}; `onSave` gets what was entered and may throw; `onClose` follows in any case.
export function openForm({ title, given, rect, returnTo, onSave, onClose }) {
  form.querySelector("h2").textContent = title;
  form.querySelector("[data-quote]").textContent = given.quote;
  fields.comment.value = given.comment ?? "";
  fields.colour.value = given.colour ?? "a";
  fields.visibility.value = given.visibility ?? "private";
  wrong.hidden = true;
  save = onSave;
  closed = onClose;
  from = returnTo ?? document.activeElement;
  panel.showPopover();
  placeBeside(panel, rect);
  fields.comment.focus({ preventScroll: true });
}

form.addEventListener("submit", submit);
form.querySelector("[data-cancel]").addEventListener("click", close);
form.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    event.stopPropagation();
    close();
  }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
