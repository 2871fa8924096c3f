// Runs before the first paint: puts the reader's text settings on the root element, so that no page flashes.
(function () {
  const root = document.documentElement;
  root.classList.add("js");
  try {
    const settings = JSON.parse(localStorage.getItem("glossa-text") || "{}");
    for (const name of ["theme", "size", "width"]) {
      if (/^[a-z]+$/.test(settings[name] || "")) root.dataset[name] = settings[name];
    }
  } catch {
    // Without storage the page keeps the browser's own settings.
  }
})();
