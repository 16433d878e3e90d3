/* Sorting by a column: a press on its head, and once more for the other way round. */
const body = document.querySelector(".index tbody");
const heads = [...document.querySelectorAll(".index thead th[data-kind]")];

function sortBy(head) {
  const column = [...head.parentElement.children].indexOf(head);
  const turned = head.getAttribute("aria-sort") === (head.dataset.kind === "number" ? "descending" : "ascending");
  const up = head.dataset.kind === "number" ? turned : !turned;
  const key = (row) => row.children[column].dataset.key;
  const order = head.dataset.kind === "number"
    ? (one, other) => key(one) - key(other)
    : (one, other) => key(one).localeCompare(key(other), document.documentElement.lang);
  const rows = [...body.rows].sort((one, other) => (up ? order(one, other) : order(other, one)));
  for (const each of heads) each.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", up ? "ascending" : "descending");
  body.append(...rows);
}

for (const head of heads) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  button.addEventListener("click", () => sortBy(head));
  head.append(button);
}
