/* What is pressed and chosen, and the first look. */
function pressed(event) {
  const button = event.target.closest("button[data-copy]");
  if (button) return copyWords(button);
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return undefined;
  const link = event.target.closest("a");
  const mark = event.target.closest("mark[data-claims]");
  const change = link ? followed(link) : mark && getSelection().isCollapsed
    ? { claim: mark.dataset.claims.split(" ").pop() } : null;
  if (!change) return undefined;
  event.preventDefault();
  const to = link && link.getAttribute("href").endsWith("-m") ? "mark" : change.claim ? "card" : change.view ? "sight" : "";
  return go(change, { to });
}

/* What a link within the page changes; null for one that only leads to a place. */
function followed(link) {
  const href = link.getAttribute("href");
  if (link.dataset.view) return { view: link.dataset.view };
  if (link.dataset.verdict) return { verdict: state.verdict === link.dataset.verdict ? "" : link.dataset.verdict };
  if (!href.startsWith("#")) return null;
  if (href.endsWith("-m")) return { view: "article", claim: href.slice(1, -2) };
  return numbered.has(href.slice(1)) ? { claim: href.slice(1) } : null;
}

function start() {
  for (const each of document.querySelectorAll(".needs-script")) each.hidden = false;
  for (const count of document.querySelectorAll("a[data-verdict]")) count.href = "#verdict=" + count.dataset.verdict;
  document.addEventListener("click", pressed);
  for (const choice of choices) choice.addEventListener("change", () => go({ [choice.id]: choice.value }));
  search.addEventListener("input", () => go({ q: search.value.trim() }, { step: false }));
  search.form.addEventListener("submit", (event) => event.preventDefault());
  part("clear").addEventListener("click", () => {
    search.value = "";
    go({ q: "", verdict: "", level: "", state: "" });
    search.focus();
  });
  addEventListener("hashchange", () => { if (readAddress()) show(state.claim ? "card" : ""); });
  wide.addEventListener("change", () => show());
  listenToKeys();
  readAddress();
  part("keys").checked = state.keys !== "off";
  show(state.claim ? "card" : "");
}

let folded = [];
let held = null;
addEventListener("beforeprint", () => {
  held = document.activeElement;
  sendHome();
  folded = [...document.querySelectorAll("details:not([open])")];
  for (const each of folded) each.open = true;
});
addEventListener("afterprint", () => {
  for (const each of folded) each.open = false;
  show("", held);
});
start();
