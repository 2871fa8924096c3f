// Whose annotations are shown on the page: everyone's, one's own, or none; the choice is kept in this browser.
const KEY = "glossa-whose";
const choices = document.querySelectorAll("[data-whose]");

export function chosen() {
  try {
    return localStorage.getItem(KEY) ?? "all";
  } catch {
    return "all";
  }
}

export function shown(annotations) {
  const whose = chosen();
  if (whose === "none") return [];
  return whose === "mine" ? annotations.filter(({ author }) => author.is_me) : annotations;
}

function press() {
  for (const button of choices) button.setAttribute("aria-pressed", String(button.dataset.whose === chosen()));
}

export function setUpWhose(refresh) {
  press();
  for (const button of choices) {
    button.addEventListener("click", () => {
      try {
        localStorage.setItem(KEY, button.dataset.whose);
      } catch {
        return;
      }
      press();
      refresh();
    });
  }
}
