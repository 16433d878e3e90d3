"""The pictures in docs/ show the page and the terminal output of today, of the README's example.

docs/pictures.json holds the hash of what each was made from. `pytest tests/browser
--update-pictures` makes them anew. Rules and version of the program are left out of the page
that is hashed: they stand small at its foot, and change without its looks.
"""

import hashlib
import html
import json
import re
from pathlib import Path

import pytest

from provcheck import check
from provcheck.model.report import Report
from provcheck.report import terminal
from provcheck.report.html.page import render
from provcheck.rulebook.book import Rulebook
from provcheck.settings import Settings

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
KEPT = DOCS / "pictures.json"
SIZES = {"report": (1240, 1000), "terminal": (1060, 10)}
AT = {"report": "#view=list", "terminal": ""}
SCHEMES = ("light", "dark")
COLOURS = {"1;31": "error", "31": "del", "32": "ins", "33": "warning", "36": "note", "2": "faint"}
STYLE = """
:root { color-scheme: light dark; --bg: #fff; --fg: #1b1f24; --line: #8c959f; --bar: #eef1f4;
  --red: #a40e26; --green: #116329; --amber: #7d4e00; --blue: #0550ae; --faint: #57606a; }
@media (prefers-color-scheme: dark) { :root { --bg: #0d1117; --fg: #e6edf3; --line: #6e7681;
  --bar: #21262d; --red: #ff9c94; --green: #7ee787; --amber: #e3b341; --blue: #79c0ff;
  --faint: #9da7b3; } }
body { margin: 0; padding: 12px; background: var(--bg); color: var(--fg); }
main { border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
div { height: 30px; background: var(--bar); border-bottom: 1px solid var(--line); }
pre { margin: 0; padding: 14px 18px; font: 14px/1.5 "DejaVu Sans Mono", Menlo, Consolas, monospace;
  white-space: pre-wrap; overflow-wrap: anywhere; }
b { color: var(--blue); }
.error { color: var(--red); font-weight: 700; } .del { color: var(--red); }
.ins { color: var(--green); } .warning { color: var(--amber); } .note { color: var(--blue); }
.faint { color: var(--faint); }
"""


def example() -> list[tuple[str, str]]:
    """The README's example: what is typed, and what is shown for it."""
    blocks = re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    (block,) = [block for block in blocks if "pier.txt" in block]
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(part.split("\n", 1)[0], part.split("\n", 1)[1]) for part in parts]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, rules: Rulebook) -> dict[str, str]:
    """The pages that the pictures show, by name; made before any browser runs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("desk"))
        report = report_on_example()
    text = terminal.coloured((report,), rules) + "report: pier.provenance.html\n"
    return {"report": render((report,), rules), "terminal": in_terminal(text)}


def report_on_example() -> Report:
    for command, shown in example():
        if command.startswith("cat "):
            Path(command.removeprefix("cat ")).write_text(shown)
    found = check("pier.txt", Settings(sources=(Path("speech.txt"),), offline=True))
    return found.model_copy(update={"rules": "as shipped", "tool": "today"})


def in_terminal(coloured: str) -> str:
    *typed, (last, shown) = example()
    plain = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert plain.strip() == shown.strip(), "the README shows another output than the program's"
    lines = [f"<b>$</b> {html.escape(c)}\n{html.escape(text)}" for c, text in typed]
    lines.append(f"<b>$</b> {html.escape(last)}\n{as_html(coloured)}")
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Terminal</title>'
        f"<style>{STYLE}</style><main><div></div><pre>{''.join(lines)}</pre></main></html>\n"
    )


def as_html(coloured: str) -> str:
    text = html.escape(coloured).replace("\x1b[0m", "</span>")
    return re.sub(r"\x1b\[([\d;]+)m", lambda m: f'<span class="{COLOURS[m[1]]}">', text)


def hashes(made: dict[str, str]) -> dict[str, str]:
    return {name: hashlib.sha256(text.encode()).hexdigest() for name, text in made.items()}


@pytest.mark.browser
def test_pictures_are_made_anew_when_asked_for(
    request: pytest.FixtureRequest, pages: dict[str, str], tmp_path: Path
) -> None:
    if not request.config.getoption("--update-pictures"):
        pytest.skip("asked for by --update-pictures")
    browser = request.getfixturevalue("chromium")
    for name, text in pages.items():
        page = tmp_path / f"{name}.html"
        page.write_text(text, encoding="utf-8")
        width, height = SIZES[name]
        for scheme in SCHEMES:
            tab = browser.new_page(
                offline=True, color_scheme=scheme, viewport={"width": width, "height": height}
            )
            tab.goto(page.as_uri() + AT[name])
            tab.screenshot(path=DOCS / f"{name}-{scheme}.png", full_page=name == "terminal")
            tab.close()
    KEPT.write_text(json.dumps(hashes(pages), indent=2) + "\n", encoding="utf-8")


def test_the_pictures_show_what_the_program_shows_today(pages: dict[str, str]) -> None:
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    stale = [name for name, digest in hashes(pages).items() if kept.get(name) != digest]
    assert stale == [], "make them anew: pytest tests/browser --update-pictures"


def test_every_picture_is_there_and_is_one() -> None:
    drawn = [DOCS / f"{name}-{scheme}.png" for name in SIZES for scheme in SCHEMES]
    assert [p.name for p in drawn if not p.read_bytes().startswith(b"\x89PNG")] == []
