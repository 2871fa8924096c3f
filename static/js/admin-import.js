// Reads the waiting files one after another and puts each answer in the place of the file's line. Without it each line has a button.

const table = document.getElementById("uploads");
const bar = document.getElementById("read");
const figure = document.getElementById("read-figure");

function count() {
  bar.value = table.querySelectorAll('[data-state="done"], [data-state="failed"]').length;
  figure.textContent = `${bar.value} of ${bar.max}`;
}

async function read(row) {
  const form = row.querySelector("form");
  row.querySelector(".badge").textContent = "Being read";
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { "X-Requested-With": "fetch" } });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  const place = document.createElement("tbody");
  place.innerHTML = await answer.text();
  row.replaceWith(...place.children);
}

async function readAll() {
  for (const row of [...table.querySelectorAll('[data-state="waiting"]')]) {
    try {
      await read(row);
    } catch (error) {
      row.querySelector(".said").textContent = `${error.message} Reload the page and try again.`;
    }
    count();
  }
}

if (table) readAll();
