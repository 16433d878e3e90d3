/* What is shown, kept in the address of the page after the #, so that a link shares it. */
const FIELDS = ["view", "claim", "verdict", "level", "state", "q", "keys"];
const root = document.documentElement;
const part = (id) => document.getElementById(id);
const cards = [...document.querySelectorAll("article.claim")];
const numbered = new Map(cards.map((card, at) => [card.id, at]));
const card = (id) => cards[numbered.get(id)];
const wide = matchMedia("(min-width: 64rem)");
const state = Object.fromEntries(FIELDS.map((field) => [field, ""]));
let waiting = 0;

/* Take the state from the address; tell whether it holds one. Other names lead to their place. */
function readAddress() {
  const hash = location.hash.slice(1);
  const given = new URLSearchParams(hash.includes("=") ? hash : "");
  if (numbered.has(hash)) given.set("claim", hash);
  else if (hash.endsWith("-m") && numbered.has(hash.slice(0, -2))) {
    given.set("claim", hash.slice(0, -2));
    given.set("view", "article");
  } else if (hash && !hash.includes("=")) return false;
  for (const field of FIELDS) state[field] = given.get(field) || "";
  if (!numbered.has(state.claim)) state.claim = "";
  return true;
}

function address() {
  const kept = FIELDS.filter((field) => state[field]).map((field) => [field, state[field]]);
  return "#" + new URLSearchParams(kept);
}

/* Steps that may follow each other fast share one entry in the history. */
function writeAddress(step) {
  clearTimeout(waiting);
  if (step) history.pushState(null, "", address());
  else waiting = setTimeout(() => history.replaceState(null, "", address()), 200);
}

const inArticle = () => state.view !== "list";
