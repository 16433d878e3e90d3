"use strict";
(() => {
  const claims = [...document.querySelectorAll("article.claim")];
  const filter = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const wanted = () => new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
  document.querySelectorAll(".needs-script").forEach((part) => { part.hidden = false; });

  function visit(claim) {
    claim.hidden = false;
    claim.focus({ preventScroll: true });
    claim.scrollIntoView({ block: "start" });
  }

  function apply() {
    const hash = wanted();
    const verdict = hash.get("verdict") || "";
    filter.value = verdict;
    let count = 0;
    for (const claim of claims) {
      claim.hidden = Boolean(verdict) && claim.dataset.verdict !== verdict;
      count += claim.hidden ? 0 : 1;
    }
    shown.textContent = verdict ? count + " of " + claims.length + " claims shown" : "";
    const name = hash.get("claim") || (location.hash.includes("=") ? "" : location.hash.slice(1));
    const target = claims.find((claim) => claim.id === name);
    if (target) visit(target);
  }

  filter.addEventListener("change", () => {
    location.hash = filter.value ? "verdict=" + encodeURIComponent(filter.value) : "verdict=";
  });
  addEventListener("hashchange", apply);
  apply();

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key !== "j" && event.key !== "k") return;
    const open = claims.filter((claim) => !claim.hidden);
    if (!open.length) return;
    const at = open.indexOf(document.activeElement.closest("article.claim"));
    const next = at + (event.key === "j" ? 1 : -1);
    visit(open[Math.max(0, Math.min(open.length - 1, next))]);
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-copy]");
    if (!button) return;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
      const area = document.createElement("textarea");
      area.value = button.dataset.copy;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    shown.textContent = "Copied";
  });

  addEventListener("beforeprint", () => {
    document.querySelectorAll("details").forEach((part) => { part.open = true; });
  });
})();
