/* The two views, and the card of the chosen claim beside the article's text or within it. */
const pieces = [...document.querySelectorAll(".piece")].map((piece) => ({
  home: piece.querySelector(".cards"),
  none: piece.querySelector(".none"),
  cards: [...piece.querySelectorAll("article.claim")],
}));
let guest = null; // the card that stands within the text, on narrow screens

function sendHome() {
  if (!guest) return;
  const piece = pieces.find((each) => each.cards.includes(guest));
  piece.home.insertBefore(guest, piece.cards[piece.cards.indexOf(guest) + 1] || null);
  guest = null;
}

/* What to show beside the text of an article of which no claim is chosen. */
function foremost(piece) {
  const open = piece.cards.filter((claim) => !claim.hidden);
  return open.find((claim) => claim.dataset.state === "open" && /error|warning/.test(claim.dataset.level)) || open[0];
}

function showView() {
  root.dataset.view = inArticle() ? "article" : "list";
  for (const tab of document.querySelectorAll(".tabs a")) {
    const current = tab.dataset.view === root.dataset.view;
    tab.toggleAttribute("data-current", current);
    if (current) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
  sendHome();
  for (const piece of pieces) {
    const chosen = piece.cards.find((claim) => claim.id === state.claim);
    const beside = chosen || (inArticle() && wide.matches ? foremost(piece) : null);
    piece.none.hidden = !piece.cards.length || piece.cards.some((claim) => !claim.hidden);
    for (const claim of piece.cards) {
      claim.classList.toggle("chosen", claim === beside);
      part(claim.id + "-m")?.classList.toggle("current", claim === beside);
    }
  }
  for (const [mark, ids] of marks) mark.classList.toggle("current", ids.some((id) => card(id).classList.contains("chosen")));
}

/* On a narrow screen the card stands below the paragraph that its mark is in. */
function setIn(claim) {
  const block = part(claim.id + "-m")?.closest(".block");
  if (!inArticle() || wide.matches || !block) return;
  block.after(claim);
  guest = claim;
}

/* `to`: "card" or "mark" gets the focus, "sight" only brings it into sight; "" does neither. */
function lead(to) {
  const claim = card(state.claim);
  if (!claim) return;
  setIn(claim);
  if (!to) return;
  const mark = part(claim.id + "-m");
  const aim = to === "mark" && mark && inArticle() ? mark : claim;
  if (to !== "sight") aim.focus({ preventScroll: true });
  if (!inArticle() || !mark) claim.scrollIntoView({ block: "start" });
  else if (!wide.matches && aim === claim) claim.scrollIntoView({ block: "nearest" });
  else {
    const box = mark.getBoundingClientRect();
    if (box.top < 100 || box.bottom > innerHeight - 40) mark.scrollIntoView({ block: "center" });
    claim.closest(".cards")?.scrollTo(0, 0);
  }
}

/* A card that is moved loses the focus in it; it gets that back, unless another place is meant. */
function show(to = "", held = document.activeElement) {
  filterClaims();
  showView();
  lead(to);
  if (document.activeElement === document.body) held.focus({ preventScroll: true });
}

/* Change what is shown; `step`: Back leads to what was shown before. */
function go(change, { to = "", step = true } = {}) {
  Object.assign(state, change);
  show(to);
  writeAddress(step);
}
