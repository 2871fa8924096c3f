// An annotation as a card. Every word of a person is put in as text, never as HTML.

function make(tag, className, words) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (words !== undefined) element.textContent = words;
  return element;
}

function when(iso) {
  const days = Math.round((Date.now() - new Date(iso)) / 86_400_000);
  if (days > 30) return new Date(iso).toLocaleDateString(document.documentElement.lang, { dateStyle: "medium" });
  return new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" }).format(-days, "day");
}

function who({ author, visibility, created_at: created, number }) {
  const name = author.is_me ? "You" : author.name;
  const parts = [name, author.teaches ? "teaches the course" : "", visibility === "class" ? "class" : "private", when(created)];
  return [`¶ ${number}`, ...parts].filter(Boolean).join(" · ");
}

function button(words, name, act, className = "") {
  const element = make("button", className, words);
  element.type = "button";
  element.setAttribute("aria-label", `${words}: annotation on “${name}”`);
  element.addEventListener("click", act);
  return element;
}

function actions(annotation, acts) {
  const row = make("p", "acts");
  const name = [...annotation.quote].slice(0, 40).join("");
  const usual = [
    button("Show", name, () => acts.show(annotation)),
    ...(annotation.author.is_me
      ? [button("Edit", name, () => acts.edit(annotation)), button("Delete", name, () => ask(), "danger")]
      : []),
  ];
  function ask() {
    const yes = button("Yes, delete it", name, () => acts.remove(annotation), "danger");
    const no = button("Keep it", name, () => {
      row.replaceChildren(...usual);
      usual.at(-1).focus();
    });
    row.replaceChildren(yes, no);
    no.focus();
  }
  row.append(...usual);
  return row;
}

export function cardOf(annotation, acts) {
  const card = make("article", `note-card ${annotation.colour}`);
  card.dataset.annotation = annotation.id;
  card.append(make("p", "who", who(annotation)));
  if (annotation.comment) card.append(make("p", "comment", annotation.comment));
  else card.append(make("p", "words", shortened(annotation.quote)));
  if (annotation.state === "moved") card.append(make("p", "who", "The text has changed here. Please check the place."));
  card.append(actions(annotation, acts));
  return card;
}

function shortened(words) {
  const letters = [...words];
  return letters.length > 90 ? `${letters.slice(0, 90).join("").trimEnd()}…` : words;
}
