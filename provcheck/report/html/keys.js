/* Keys, and the box that names them. Fields and buttons have their keys to themselves. */
const help = part("help");
const ACTIONS = {
  j: () => walk(1),
  k: () => walk(-1),
  v: () => go({ view: inArticle() ? "list" : "article" }, { to: "card" }),
  "/": () => search.focus(),
  "?": () => ask(),
  Escape: () => state.claim && leave(),
};
let asked = null;

function walk(by) {
  const open = visible();
  if (!open.length) return;
  const here = document.activeElement.closest("article.claim, .ref");
  const name = here ? here.id.replace(/-m$/, "") : state.claim;
  const at = open.findIndex((claim) => claim.id === name);
  const next = open[Math.max(0, Math.min(open.length - 1, at + by))];
  go({ claim: next.id }, { to: "mark", step: false });
}

function leave() {
  const mark = part(state.claim + "-m");
  go({ claim: "" });
  if (inArticle()) mark?.focus();
}

function ask() {
  asked = document.activeElement;
  help.showModal();
}

function keyed(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (event.target === search && event.key === "Escape" && !search.value) search.blur();
  if (event.target.closest("input, select, textarea, button, [contenteditable]")) return;
  if (state.keys === "off" || !Object.hasOwn(ACTIONS, event.key)) return;
  event.preventDefault();
  ACTIONS[event.key]();
}

function listenToKeys() {
  addEventListener("keydown", keyed);
  part("ask").addEventListener("click", ask);
  part("close").addEventListener("click", () => help.close());
  help.addEventListener("click", (event) => { if (event.target === help) help.close(); });
  help.addEventListener("close", () => asked?.focus());
  part("keys").addEventListener("change", (event) => go({ keys: event.target.checked ? "" : "off" }, { step: false }));
}
