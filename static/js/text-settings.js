// The panel behind "Aa": size, width and theme, kept in this browser only.
const KEY = "glossa-text";

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY) || "{}");
  } catch {
    return {};
  }
}

function write(settings) {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // The choice then holds for this page only.
  }
}

function show(panel) {
  for (const button of panel.querySelectorAll("[data-setting]")) {
    const chosen = document.documentElement.dataset[button.dataset.setting] || "";
    button.setAttribute("aria-pressed", String(button.value === chosen));
  }
}

function choose({ target }) {
  const button = target.closest("[data-setting]");
  if (!button) return;
  const name = button.dataset.setting;
  const settings = { ...read(), [name]: button.value };
  if (button.value) document.documentElement.dataset[name] = button.value;
  else delete document.documentElement.dataset[name];
  write(settings);
  show(button.closest("#text-settings"));
  document.dispatchEvent(new CustomEvent("glossa:layout"));
}



export function setUpTextSettings() {
  const panel = document.getElementById("text-settings");
  if (!panel) return;
  show(panel);
  panel.addEventListener("click", choose);
}
