// Sends files with a bar that shows how much of them has arrived, and asks for a page that follows how they are read.
// Without it the browser sends the form, and the page comes when the files are read.

const content = document.getElementById("content-main");
const there = (id) => document.getElementById(id);

function refuse(text) {
  there("sending").hidden = true;
  there("sending-trouble").textContent = text;
}

function arrive(request) {
  if (request.status >= 400) refuse(`The server answered ${request.status}. Choose fewer or smaller files and try again.`);
  else if (request.responseURL !== location.href.split("#")[0]) location.assign(request.responseURL);
  else {
    // The form again, with what is wrong.
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    content.replaceChildren(...page.getElementById("content-main").childNodes);
    (content.querySelector("[aria-invalid]") ?? content.querySelector("input[type=file]")).focus();
  }
}

function send(form) {
  const request = new XMLHttpRequest();
  const data = new FormData(form);
  data.append("follow", "1");
  const bar = there("sending");
  bar.hidden = false;
  there("sending-trouble").textContent = "";
  request.upload.addEventListener("progress", ({ loaded, total }) => Object.assign(bar, { max: total, value: loaded }));
  request.addEventListener("load", () => arrive(request));
  request.addEventListener("error", () => refuse("The connection broke. Try again."));
  request.open("POST", form.action);
  request.send(data);
}

content.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-send]")) return;
  event.preventDefault();
  // A second press while the files travel would send them twice.
  if (there("sending").hidden) send(event.target);
});
