// Follows how uploaded files are read: starts those that wait for this page, asks how far they are, more rarely while
// nothing changes, and says what is settled. Without it the page is reloaded, and each waiting file has a button.

const FIRST = 600;
const RAREST = 10_000;
const content = document.getElementById("content-main");
const region = document.getElementById("uploads");
const started = new Set();
let pause = FIRST;
let timer = 0;
let starting = false;
let lost = false;

const lines = (place) => [...place.querySelectorAll("#uploads li")];
const part = (place, id) => place.querySelector(`#${id}`);
const trouble = (text) => { part(document, "uploads-trouble").textContent = text; };

class Away extends Error {}

async function ask(address, options = {}) {
  const answer = await fetch(address, { ...options, headers: { "X-Requested-With": "fetch" } }).catch(() => {
    throw new Away("The server cannot be reached; trying again.");
  });
  if (answer.redirected) throw new Error("You are logged out. Log in again, then come back to this page.");
  if (!answer.ok) throw new Error(`The server answered ${answer.status}. Reload the page to go on.`);
  return answer.text();
}

// The focus stays on the file it was on.
function put(before, now) {
  const focused = before.contains(document.activeElement);
  before.replaceWith(now);
  if (focused) (now.querySelector("a, button") ?? now.querySelector(".file")).focus();
}

function place(now) {
  hideButton(now);
  const before = part(document, now.id);
  if (before?.dataset.key === now.dataset.key) return false;
  if (before) put(before, now);
  else region.querySelector("ol").append(now);
  return true;
}

// What this page starts needs no button.
function hideButton(line) {
  const form = line.querySelector("form");
  if (form && "starts" in region.dataset) form.hidden = true;
}

function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const there = new Set(lines(page).map((line) => line.id));
  lines(document).filter((line) => !there.has(line.id)).forEach((line) => line.remove());
  const changed = lines(page).filter(place);
  for (const name of ["max", "value"]) part(document, "read")[name] = part(page, "read")[name];
  for (const id of ["read-figure", "uploads-stand"]) {
    if (part(document, id).innerHTML !== part(page, id).innerHTML) part(document, id).replaceWith(part(page, id));
  }
  const clear = part(document, "uploads-clear");
  if (clear) clear.hidden = !lines(document).some((line) => "settled" in line.dataset);
  say(changed.filter((line) => "settled" in line.dataset));
  return changed.length > 0;
}

function say(settled) {
  if (!settled.length) return;
  const each = settled.map((line) => `${line.querySelector(".file").textContent}: ${line.querySelector(".badge").textContent}.`);
  part(document, "uploads-said").textContent = `${each.join(" ")} ${part(document, "read-figure").textContent} files read.`;
}

async function look() {
  clearTimeout(timer);
  if (document.hidden) return;
  try {
    pause = show(await ask(location.href)) ? FIRST : Math.min(pause * 1.5, RAREST);
    if (lost) trouble("");
    lost = false;
  } catch (error) {
    pause = RAREST;
    lost = true;
    trouble(error.message);
  }
  if (lines(document).some((line) => !("settled" in line.dataset))) {
    timer = setTimeout(look, pause);
    if (!lost) startAll();
  } else if ("thenReload" in content.dataset) location.reload();
}

const key = (line) => line.id + line.dataset.key;
const unstarted = () => lines(document).find((line) => line.dataset.state === "waiting" && !started.has(key(line)));

// One after another: each request lasts until its file is read.
async function startAll() {
  if (starting || !("starts" in region.dataset)) return;
  starting = true;
  for (let line = unstarted(); line && !lost; line = unstarted()) {
    started.add(key(line));
    soon();
    await start(line);
  }
  starting = false;
}

async function start(line) {
  const form = line.querySelector("form");
  try {
    await ask(form.action, { method: "POST", body: new FormData(form) });
    soon();
  } catch (error) {
    lost = error instanceof Away;
    if (lost) started.delete(key(line));
    else form.hidden = false;
    trouble(error.message);
  }
}

function soon() {
  pause = FIRST;
  clearTimeout(timer);
  timer = setTimeout(look, pause);
}

if (region) {
  lines(document).forEach(hideButton);
  document.addEventListener("visibilitychange", soon);
  startAll();
  soon();
}
