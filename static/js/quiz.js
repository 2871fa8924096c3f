// The page of questions: saves each answer when it is given, counts them, and shows the time left.
// Without this module the form works as it is: its buttons save and hand in.

import { startClock } from "./quiz-clock.js";

const form = document.getElementById("quiz");
const count = document.getElementById("answered");
const pending = new Map();

function say(question, saved, wrong) {
  question.querySelector(".saved").textContent = saved;
  question.querySelector(".wrong").textContent = wrong;
}

function bodyOf(question) {
  const body = new FormData();
  body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  for (const field of question.querySelectorAll("input:checked, input[type=text], select")) body.append(field.name, field.value);
  return body;
}

// An order can only be saved as a whole.
function isHalfDone(question) {
  const places = [...question.querySelectorAll("select")].map((field) => field.value);
  return question.dataset.whole && places.some(Boolean) && !places.every(Boolean);
}

async function send(question) {
  if (isHalfDone(question)) {
    say(question, question.dataset.whole, "");
    return;
  }
  say(question, "Saving…", "");
  try {
    const reply = await fetch(question.dataset.save, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: bodyOf(question),
    });
    const result = await reply.json();
    if (result.saved) {
      say(question, "Saved", "");
      count.textContent = `${result.answered} of ${count.dataset.total} answered`;
    } else if (reply.status === 409) {
      location.reload();
    } else {
      say(question, "", result.error);
    }
  } catch {
    say(question, "", "Not saved: the site could not be reached. Your answer stays here; change it once more or hand in.");
  }
}

// One request for a question at a time, so that an older answer never arrives after a newer one.
function save(question) {
  const turn = (pending.get(question) || Promise.resolve()).then(() => send(question));
  pending.set(question, turn);
}

form.addEventListener("change", (event) => {
  const question = event.target.closest(".question");
  if (question) save(question);
});

// What was answered before this module had arrived, or was filled in again by the browser.
function differs(field) {
  if (field.type === "radio" || field.type === "checkbox") return field.checked !== field.defaultChecked;
  const given = field.options ? [...field.options].find((option) => option.defaultSelected) ?? field.options[0] : null;
  return field.value !== (given ? given.value : field.defaultValue);
}

for (const question of form.querySelectorAll(".question")) {
  if ([...question.querySelectorAll("input, select")].some(differs)) save(question);
}

startClock(document.getElementById("time-left"), document.getElementById("time-said"));
