"""What tests of a page in a browser share: the ways it is looked at, and what bars the way."""

from importlib import resources
from types import MappingProxyType

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
WAYS = MappingProxyType(
    {
        "light": {"color_scheme": "light"},
        "dark": {"color_scheme": "dark"},
        "narrow": {"viewport": {"width": 320, "height": 640}},
        "narrow-dark": {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"},
        "forced-colours": {"forced_colors": "active"},
    }
)


def violations(tab) -> list[str]:
    """What axe finds on the page that is open, node by node."""
    axe = resources.files("axe_playwright_python") / "axe.min.js"
    tab.evaluate(axe.read_text(encoding="utf-8"))
    also = "{'target-size': {enabled: true}}"
    run = f"(rules) => axe.run(document, {{runOnly: rules, rules: {also}}})"
    found = tab.evaluate(run, list(RULES))["violations"]
    return [f"{fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]
