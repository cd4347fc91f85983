/**
 * A quote of a value lights up all its words in the transcript, and Escape returns to the value. Without this file the links
 * still lead to the first word.
 */

let cameFrom = null;

function light(link) {
  for (const old of document.querySelectorAll("mark.on")) old.classList.remove("on");
  const first = document.getElementById(link.hash.slice(1));
  if (!first) return;
  const start = Number(first.dataset.start);
  const end = Number(link.dataset.end);
  for (const mark of first.parentElement.querySelectorAll("mark")) {
    mark.classList.toggle("on", Number(mark.dataset.start) >= start && Number(mark.dataset.end) <= end);
  }
  first.scrollIntoView({ block: "center" });
  first.focus({ preventScroll: true });
}

for (const link of document.querySelectorAll(".words a")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    cameFrom = link;
    light(link);
  });
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !cameFrom) return;
  cameFrom.focus();
  cameFrom.scrollIntoView({ block: "center" });
  cameFrom = null;
});
