// Keys of the review screen: a approves, e edits, r goes to the reasons and then rejects, n opens the next draft.
// While a question is edited, what is wrong with it is shown as one types.

const KEYS = {
  a: () => document.querySelector("#approve button")?.click(),
  e: () => document.getElementById("edit")?.click(),
  n: () => document.getElementById("next")?.click(),
  r: () => {
    const reason = document.getElementById("reason");
    if (reason?.value) document.querySelector("#reject button").click();
    else reason?.focus();
  },
};

document.addEventListener("keydown", (event) => {
  const busy = event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select");
  if (busy || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});

const form = document.getElementById("wording");
const flaws = document.getElementById("flaws");
const PAUSE = 500;
let timer;
let running;

async function check() {
  running?.abort();
  running = new AbortController();
  try {
    const reply = await fetch(form.dataset.check, { method: "POST", body: new FormData(form), signal: running.signal });
    if (reply.ok) flaws.innerHTML = await reply.text();
  } catch {
    // Overtaken by the next check, or the site cannot be reached: saving checks once more.
  }
}

form?.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
});
