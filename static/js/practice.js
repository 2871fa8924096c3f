// Practice at the end of a page: fetched when it comes near, answered in its place.
// Without this module its link leads to the same questions on a page of their own.

const place = document.querySelector("[data-practice]");

async function load() {
  const reply = await fetch(`${place.dataset.practice}?part=1`);
  if (reply.status === 204) place.hidden = true;
  else if (reply.ok) place.querySelector(".way").outerHTML = await reply.text();
}

async function answer(form, button) {
  const reply = await fetch(`${place.dataset.practice}?part=1`, { method: "POST", body: new FormData(form, button) });
  if (!reply.ok) throw new Error(`${reply.status}`);
  const holder = document.createElement("template");
  holder.innerHTML = await reply.text();
  const next = holder.content.querySelector("form");
  form.replaceWith(next);
  // What was said is read out from where the reader is.
  const said = next.querySelector("[role=status]");
  said.tabIndex = -1;
  said.focus({ preventScroll: true });
  said.scrollIntoView({ block: "nearest" });
}

if (place) {
  new IntersectionObserver((seen, observer) => {
    if (!seen.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    load().catch(() => {}); // The link stays.
  }, { rootMargin: "400px" }).observe(place);

  place.addEventListener("submit", (event) => {
    event.preventDefault();
    answer(event.target, event.submitter).catch(() => event.target.submit());
  });
}
