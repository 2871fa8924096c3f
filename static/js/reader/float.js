// Where something that floats stands: beside what it belongs to, or as a sheet from below where the screen is narrow.

export const isNarrow = () => matchMedia("(max-width: 64rem)").matches;

export function placeBeside(element, rect, { above = false } = {}) {
  element.style.left = element.style.top = "";
  if (isNarrow() && element.classList.contains("float")) return;
  const { width, height } = element.getBoundingClientRect();
  const gap = 8;
  const below = rect.bottom + gap;
  const over = rect.top - height - gap;
  const fitsBelow = below + height < innerHeight;
  const top = (above && over > 0) || !fitsBelow ? Math.max(gap, over) : below;
  const left = Math.min(Math.max(gap, rect.left + rect.width / 2 - width / 2), document.documentElement.clientWidth - width - gap);
  element.style.top = `${top}px`;
  element.style.left = `${left}px`;
}

// Focus goes into what opens, and back to where it came from when it closes.
export function returnFocus(popover, from) {
  popover.addEventListener(
    "toggle",
    () => {
      const lost = document.activeElement === document.body || popover.contains(document.activeElement);
      if (lost) from?.focus({ preventScroll: true });
    },
    { once: true },
  );
}

export function say(words) {
  const status = document.querySelector("[data-said]");
  if (status) status.textContent = words;
}
