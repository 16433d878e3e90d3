"""How soon a report of many claims is written, opens, filters, searches; nothing asserted."""

import os
import time
from pathlib import Path
from shutil import which

import pytest
from pages import a_long_report

from provcheck.report.html.page import render
from provcheck.rulebook.book import Rulebook

CLAIMS = 100 if os.environ.get("PROVCHECK_BENCH") == "quick" else 500
# The next frame is drawn when a task set for after it begins.
TIMED = """async () => {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  await drawn();
  const start = performance.now();
  { %s }
  const script = performance.now() - start;
  await drawn();
  return [script, performance.now() - start];
}"""
KEY = "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '%s', bubbles: true}))"
CHOOSE = """const v = document.getElementById('verdict'); v.value = '%s';
v.dispatchEvent(new Event('change'))"""
SEARCH = """const s = document.getElementById('search'); s.value = '%s';
s.dispatchEvent(new Event('input'))"""
TASKS = (
    ("filter by verdict", CHOOSE % "altered"),
    ("lift the filter", CHOOSE % ""),
    ("search, the first time", SEARCH % "line 17"),
    ("search, another word", SEARCH % "harbour office"),
    ("lift the search", SEARCH % ""),
    ("j", KEY % "j"),
    ("j once more", KEY % "j"),
    ("v", KEY % "v"),
)


@pytest.mark.parametrize("view", ["article", "list"])
def test_many_claims(tmp_path: Path, rules: Rulebook, view: str) -> None:
    sync = pytest.importorskip("playwright.sync_api", reason="the extra `browser` is missing")
    report = a_long_report(CLAIMS)
    render((report,), rules)
    started = time.perf_counter()
    text = render((report,), rules)
    took = time.perf_counter() - started
    page = tmp_path / "long.html"
    page.write_text(text, encoding="utf-8")
    print(f"\n== report of {CLAIMS} claims, {len(text.encode()) / 1000:.0f} kB, {view}")
    print(f"   written in {took:.2f} s")
    with sync.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=which("chromium"))
        tab = browser.new_context(offline=True).new_page()
        tab.goto(f"{page.as_uri()}#view={view}")
        ready = "performance.getEntriesByType('navigation')[0].domInteractive"
        done = "performance.getEntriesByType('navigation')[0].loadEventEnd"
        print(
            f"   interactive after {tab.evaluate(ready):.0f} ms, loaded {tab.evaluate(done):.0f} ms"
        )
        for name, task in TASKS:
            script, drawn = tab.evaluate(TIMED % task)
            print(f"   {name:24} script {script:6.1f} ms, drawn after {drawn:6.1f} ms")
        browser.close()
