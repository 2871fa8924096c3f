// Single keys, which can be turned off: n and p turn the page, a annotates, ? lists them.
const KEY = "glossa-keys";
const panel = document.getElementById("keys");
const onOff = panel.querySelector("[data-keys-on]");

function stored() {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

function keep() {
  try {
    localStorage.setItem(KEY, onOff.checked ? "on" : "off");
  } catch {
    // The choice then holds for this page only.
  }
}

function follow(rel) {
  document.querySelector(`.next a[rel="${rel}"]`)?.click();
}

export function setUpShortcuts({ annotateHere }) {
  const keys = {
    n: () => follow("next"),
    p: () => follow("prev"),
    a: annotateHere,
    "?": () => panel.togglePopover(),
  };
  onOff.checked = stored();
  onOff.addEventListener("change", keep);
  document.addEventListener("keydown", (event) => {
    if (!onOff.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
