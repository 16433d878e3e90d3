"""What stands in the way of a reader, by axe-core: WCAG 2.2 A and AA, and good practice."""

import re
from importlib import resources
from pathlib import Path

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WAYS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "narrow": {"viewport": {"width": 320, "height": 640}},
    "narrow-dark": {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"},
    "forced-colours": {"forced_colors": "active"},
    "forced-colours-dark": {"forced_colors": "active", "color_scheme": "dark"},
}
_RUN = """(rules) => axe.run(document, {
    runOnly: rules, rules: {"target-size": {enabled: true}}
})"""


def violations(tab) -> list[str]:
    """The faults of the page as it is shown now, one line an element."""
    axe = resources.files("axe_playwright_python") / "axe.min.js"
    tab.evaluate(axe.read_text(encoding="utf-8"))
    found = tab.evaluate(_RUN, RULES)["violations"]
    return [f"{fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]


def without_script(page: Path) -> Path:
    """A copy of the page beside it that has no script: what a reader sees who lets none run.

    axe itself is a script, and does not run in a browser that allows none.
    """
    copy = page.with_name(f"still-{page.name}")
    text = page.read_text(encoding="utf-8")
    copy.write_text(re.sub(r"<script>.*</script>", "", text, flags=re.DOTALL), encoding="utf-8")
    return copy


def unfold(tab) -> None:
    """Open all that is folded away."""
    tab.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
