/* Signing: each decision is sent at once, and the page shown anew as the server has it then. */
{
  const KEYS = { a: "accepted", c: "corrected", r: "rejected", u: "under-review" };
  const GONE = "The program does not answer any more. Nothing was signed now; what was signed before is kept. Start the review again.";
  const part = (id) => document.getElementById(id);
  const forms = () => [...document.querySelectorAll("form.sign")];
  const cardOf = (form) => form.closest("article.claim");
  const isOpen = (form) => "open" in form.dataset;
  const noteOf = (form) => form.querySelector("textarea");
  const chosenIn = (form) => form.querySelector("input[type=radio]:checked");
  let waiting = null; // the form that was refused for want of initials
  let asked = false; // whether it was told that notes are unsigned
  let ended = false;

  const say = (words) => { part("said").textContent = words; };

  function count() {
    const open = forms().filter(isOpen).length;
    part("open").textContent = open + " of " + forms().length + (open === 1 ? " claims is open" : " claims are open");
    part("next").disabled = ended || !open;
  }

  /* The claim that is meant: in focus, else chosen in the address. */
  function meant() {
    const at = document.activeElement.closest("article.claim, .ref");
    const hash = location.hash.slice(1);
    const id = at ? at.id.replace(/-m$/, "") : new URLSearchParams(hash).get("claim") || hash;
    const card = document.querySelector("article.claim#" + CSS.escape(id || "-"));
    return card ? card.querySelector("form.sign") : null;
  }

  /* Else the one that stands beside the text of the only article. */
  function here() {
    const beside = document.querySelectorAll("article.claim.chosen form.sign");
    return meant() || (beside.length === 1 ? beside[0] : null);
  }

  /* The page follows its address, and puts the focus on the claim that stands there: at once, so
     that what is typed next finds it. */
  function visit(form) {
    const hash = location.hash.slice(1);
    const state = new URLSearchParams(hash.includes("=") ? hash : "");
    state.set("claim", form.dataset.claim);
    history.replaceState(null, "", "#" + state);
    dispatchEvent(new HashChangeEvent("hashchange"));
    if (sticks(form)) reveal(form);
  }

  function following(form) {
    const all = forms();
    const at = form ? all.indexOf(form) : -1;
    const open = [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))].filter(isOpen);
    return open.find((each) => !cardOf(each).hidden) || open[0];
  }

  function goOn() {
    const next = following(meant());
    if (next) visit(next);
    else say("No other claim is open.");
  }

  /* The bar at the bottom must not cover the form. */
  function reveal(form) {
    const desk = document.querySelector(".desk");
    const floor = getComputedStyle(desk).position === "fixed" ? desk.getBoundingClientRect().top : innerHeight;
    const over = form.getBoundingClientRect().bottom + 8 - floor;
    if (over > 0) scrollBy({ top: over, behavior: "instant" });
  }

  const sticks = (form) => getComputedStyle(form).position === "sticky";

  function focusIn(form, field) {
    field?.focus({ preventScroll: form.contains(field) && sticks(form) });
    reveal(form);
  }

  function choose(form, status) {
    form.querySelector("input[value=" + status + "]").checked = true;
    focusIn(form, noteOf(form));
  }

  function refuse(form, words, field) {
    form.querySelector(".fault").textContent = words;
    focusIn(form, field);
  }

  async function ask(path, values) {
    const posted = values && {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(values),
    };
    let reply;
    try {
      reply = await fetch(path, { redirect: "error", cache: "no-store", ...posted });
    } catch {
      throw new Error(GONE);
    }
    if (reply.ok) return values ? reply.json() : reply.text();
    const said = await reply.json().catch(() => ({}));
    throw new Error(said.error || GONE);
  }

  function missing(form) {
    if (!chosenIn(form)) return ["Choose a decision first.", form.querySelector("input[type=radio]")];
    if (noteOf(form).required && !noteOf(form).value.trim()) return ["Say in the note why you decide so.", noteOf(form)];
    if (!form.elements.expires.validity.valid) return ["“Holds until” is no day.", form.elements.expires];
    if (!part("by").value.trim()) return ["Give your initials in the bar of this page, then press Enter there.", part("by")];
    return null;
  }

  async function act(form, path, values) {
    if (form.dataset.busy || ended) return null;
    form.dataset.busy = "yes";
    form.querySelector(".fault").textContent = "";
    try {
      const said = await ask(path, { claim: form.dataset.claim, id: form.dataset.id, ...values });
      const number = form.dataset.claim;
      await renew(form);
      say(said.done + ".");
      return part(number).querySelector("form.sign");
    } catch (problem) {
      refuse(form, problem.message);
      return null;
    } finally {
      delete form.dataset.busy;
    }
  }

  async function sign(form) {
    const lack = missing(form);
    waiting = lack && lack[1] === part("by") ? form : null;
    if (lack) return refuse(form, ...lack);
    const signed = await act(form, "/sign", {
      status: chosenIn(form).value,
      by: part("by").value,
      note: noteOf(form).value,
      method: form.elements.method.value || null,
      expires: form.elements.expires.value || null,
    });
    if (!signed) return undefined;
    return visit(following(signed) || signed);
  }

  async function undo(form) {
    const open = await act(form, "/undo", {});
    if (open) cardOf(open).focus();
  }

  const isTouched = (form) => noteOf(form).value !== noteOf(form).defaultValue
    || [...form.querySelectorAll("input[type=radio]")].some((each) => each.checked !== each.defaultChecked);

  /* What is typed on a claim that somebody else signed meanwhile is kept. */
  function keep(form, fresh) {
    noteOf(fresh).value = noteOf(form).value;
    const chosen = chosenIn(form);
    if (chosen) fresh.querySelector("input[value=" + chosen.value + "]").checked = true;
  }

  function level(old, fresh) {
    for (const name of ["l-ok", "l-note", "l-warning", "l-error"]) old.classList.toggle(name, fresh.classList.contains(name));
  }

  function fill(old, fresh) {
    old.replaceChildren(...fresh.childNodes);
    for (const each of old.querySelectorAll(".needs-script")) each.hidden = false;
  }

  function renewCard(form, fresh, own) {
    const card = cardOf(form);
    if (!own && isTouched(form)) keep(form, fresh.querySelector("form.sign"));
    Object.assign(card.dataset, fresh.dataset);
    level(card, fresh);
    fill(card, fresh);
    const mark = part(card.id + "-m");
    const freshMark = fresh.ownerDocument.getElementById(card.id + "-m");
    if (!mark || !freshMark) return;
    level(mark, freshMark);
    fill(mark, freshMark);
  }

  /* Take over from a fresh page what decisions changed; places, filters and typing stay. */
  async function renew(own) {
    const page = new DOMParser().parseFromString(await ask("/"), "text/html");
    for (const form of forms()) {
      const fresh = page.getElementById(form.dataset.claim);
      const other = fresh?.querySelector("form.sign");
      if (other && other.dataset.decided !== form.dataset.decided) renewCard(form, fresh, form === own);
    }
    const pairs = (what) => {
      const fresh = page.querySelectorAll(what);
      return [...document.querySelectorAll(what)].map((old, at) => [old, fresh[at]]);
    };
    for (const [old, fresh] of pairs("mark[data-claims]")) level(old, fresh);
    for (const [old, fresh] of pairs("h1, header nav, .sum")) fill(old, fresh);
    document.title = page.title;
    count();
  }

  async function done() {
    const left = forms().filter(isTouched);
    if (left.length && !asked) {
      asked = true;
      visit(left[0]);
      say("Claim " + left[0].dataset.number + " has words that are not signed. Press Done again to end all the same.");
      return;
    }
    try {
      await ask("/done", {});
    } catch (problem) {
      say(problem.message);
      return;
    }
    ended = true;
    for (const each of document.querySelectorAll("form.sign input, form.sign select, form.sign textarea, form.sign button, form.sign fieldset, #by, #done")) each.disabled = true;
    count();
    say("The review has ended; the terminal shows its sum. This page can be closed.");
  }

  function keyed(event) {
    if (event.isComposing || part("help").open || ended) return;
    const form = event.target.closest("form.sign") || here();
    const isField = event.target.matches("textarea, select, input");
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form) sign(form);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === "Enter" && event.target === part("by")) { if (waiting) sign(waiting); }
    else if (event.key === "Escape" && isField && event.target.closest("form.sign")) cardOf(form).focus();
    else if (!part("keys").checked || (isField && event.target.type !== "radio")) return;
    else if (event.key === "n") goOn();
    else if (!form) return;
    else if (event.key === "s") sign(form);
    else if (Object.hasOwn(KEYS, event.key)) choose(form, KEYS[event.key]);
    else return;
    event.preventDefault();
  }

  document.addEventListener("keydown", keyed);
  document.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.target.matches("form.sign")) sign(event.target);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.matches(".undo")) undo(button.form);
    if (button.id === "next") goOn();
    if (button.id === "done") done();
  });
  addEventListener("beforeunload", (event) => { if (!ended && forms().some(isTouched)) event.preventDefault(); });
  count();
}
