"""Two ways to use a page, with the same words for both: a mouse, and the keyboard alone."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page

MOST_STOPS = 150
MOST_MOMENTS = 40
# Milliseconds. Keys that come faster than anybody presses them cut the browser's scrolling short.
A_MOMENT = 40

# Where the focus is: at the target, and if not to be seen, why not. Radio buttons of one group are one stop.
FOCUS = """(target) => {
  const now = document.activeElement;
  if (!now || now === document.body) return { here: false, wrong: "", way: "Tab" };
  const group = now.type === "radio" && now.name === target.name && now.form === target.form;
  const ringed = [now, now.closest("label")].some((element) => {
    const style = element && getComputedStyle(element);
    return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  });
  const box = now.getClientRects()[0] ?? now.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height, innerHeight) / 2];
  const above = document.elementFromPoint(x, y);
  const seen = above && (above.contains(now) || now.contains(above) || above.contains(now.closest("label")));
  const name = `${now.tagName} “${(now.ariaLabel ?? now.textContent ?? now.name).trim().slice(0, 40)}”`;
  const wrong = !ringed ? `${name} shows no focus` : !seen ? `${name} has the focus and is not to be seen` : "";
  const before = target.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING;
  const near = now.closest("[popover]")?.contains(target);
  return { here: now === target || group, wrong, way: before && near ? "Shift+Tab" : "Tab" };
}"""
IS_FOCUSED = "(element) => element === document.activeElement"


def press(page: Page, key: str) -> None:
    """A single key, which works as soon as the page has its script."""
    page.wait_for_load_state()
    page.keyboard.press(key)


class Mouse:
    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        target.click()

    def write(self, field: Locator, text: str) -> None:
        field.click()
        field.fill(text)

    def tick(self, choice: Locator) -> None:
        choice.check()

    def choose(self, field: Locator, place: int) -> None:
        field.select_option(index=place)

    def annotate(self, words: str) -> None:
        """Draws over the words and takes "Comment" from the bar that appears."""
        start, end = self.page.evaluate(ENDS_OF, words)
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move(*end, steps=4)
        self.page.mouse.up()
        self.press(self.page.get_by_role("button", name="Comment"))

    def scroll(self) -> None:
        self.page.mouse.move(300, 400)
        self.page.mouse.wheel(0, 150)


class Keyboard:
    """Fails where the focus cannot be seen, at every stop on the way."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        self.go_to(target)
        self.page.keyboard.press("Enter")

    def write(self, field: Locator, text: str) -> None:
        self.go_to(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def tick(self, choice: Locator) -> None:
        self.go_to(choice)
        for _ in range(MOST_STOPS):
            if choice.evaluate(IS_FOCUSED):
                break
            self.page.keyboard.press("ArrowDown")
        if not choice.is_checked():
            self.page.keyboard.press("Space")

    def choose(self, field: Locator, place: int) -> None:
        self.go_to(field)
        for _ in range(place):
            self.page.keyboard.press("ArrowDown")

    def annotate(self, words: str) -> None:
        """Words cannot be selected without a mouse; the number of their paragraph takes all of it."""
        paragraph = self.page.locator("[data-block]", has_text=words)
        self.press(paragraph.locator("a.number"))

    def scroll(self) -> None:
        self.page.keyboard.press("ArrowDown")

    def go_to(self, target: Locator) -> None:
        target.wait_for()
        for _ in range(MOST_STOPS):
            focus = self.focus_seen_from(target)
            if focus["here"]:
                return
            self.page.keyboard.press(focus["way"])
            self.page.wait_for_timeout(A_MOMENT)
        raise AssertionError(f"{self.page.url}: {target} cannot be reached by the keyboard")

    def focus_seen_from(self, target: Locator) -> dict[str, Any]:
        """Only what stays out of sight is wrong: the browser scrolls to what has the focus a moment after it has it."""
        for _ in range(MOST_MOMENTS):
            focus: dict[str, Any] = target.evaluate(FOCUS)
            if not focus["wrong"]:
                return focus
            self.page.wait_for_timeout(A_MOMENT)
        raise AssertionError(f"{self.page.url}: {focus['wrong']}")


# The middle of the first and of the last letter of some words of the text, on screen.
ENDS_OF = """(words) => {
  const walker = document.createTreeWalker(document.querySelector(".text"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    node.parentElement.scrollIntoView({ block: "center" });
    const edge = (place, side) => {
      const range = document.createRange();
      range.setStart(node, place);
      range.setEnd(node, place + 1);
      const box = range.getBoundingClientRect();
      return [box[side], box.top + box.height / 2];
    };
    return [edge(at, "left"), edge(at + words.length - 1, "right")];
  }
  throw new Error(`not on this page: ${words}`);
}"""
