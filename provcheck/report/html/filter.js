/* Which claims are shown. Everything is decided first and written after: nothing is measured. */
const search = part("search");
const shown = part("shown");
const choices = ["verdict", "level", "state"].map((name) => part(name));
const marks = [...document.querySelectorAll("mark[data-claims]")].map((mark) => [
  mark, mark.dataset.claims.split(" "),
]);
/* Capitals fold more alike than small letters do: ß, ς and the i without a dot. */
const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f\u00ad]/g, "").toUpperCase()
  .replace(/[’ʼ]/g, "'").replace(/\s+/g, " ");
const texts = new Map();
let counted = "";

/* The words of article, source, speaker and publisher, without those that are only read aloud. */
function wordsOf(claim) {
  if (!texts.has(claim)) {
    const words = [];
    for (const each of claim.querySelectorAll(".who, .voice bdi, blockquote, dd:not(.how dd)")) {
      const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        if (!walker.currentNode.parentElement.closest(".vh, .gap, sup")) words.push(walker.currentNode.data);
      }
      words.push(" ");
    }
    texts.set(claim, fold(words.join("")));
  }
  return texts.get(claim);
}

function fits(claim, words) {
  return choices.every((choice) => !state[choice.id] || claim.dataset[choice.id] === state[choice.id])
    && words.every((word) => wordsOf(claim).includes(word));
}

const visible = () => cards.filter((claim) => !claim.hidden);

function filterClaims() {
  const words = fold(state.q).split(" ").filter(Boolean);
  const fitting = new Set(cards.filter((claim) => fits(claim, words)));
  const filtered = Boolean(words.length || choices.some((choice) => state[choice.id]));
  for (const claim of cards) claim.hidden = !fitting.has(claim) && claim.id !== state.claim;
  for (const [mark, ids] of marks) mark.classList.toggle("off", !ids.some((id) => fitting.has(card(id))));
  for (const claim of cards) part(claim.id + "-m")?.classList.toggle("off", !fitting.has(claim));
  for (const choice of choices) choice.value = state[choice.id];
  if (search.value.trim() !== state.q) search.value = state.q;
  part("clear").hidden = !filtered;
  for (const count of document.querySelectorAll("a[data-verdict]")) {
    if (count.dataset.verdict === state.verdict) count.setAttribute("aria-current", "true");
    else count.removeAttribute("aria-current");
  }
  counted = filtered ? fitting.size + " of " + cards.length + " claims shown" : "";
  tell(counted);
}

function tell(words) {
  if (shown.textContent !== words) shown.textContent = words;
}
