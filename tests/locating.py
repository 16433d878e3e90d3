"""Where an output says a quotation stands, held against the file as it lies on disk."""

import json
import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

from commands_of_github import commands

FACTS = "“We will open the new ferry line in spring, whatever the weather does,” Ines Falk said."
SAID = "We may open the new ferry line in spring, whatever the weather does"
QUOTED = "We will open the new ferry line in spring, whatever the weather does,"
HEAD = "Fähre ahoi 😀 & more 🚢 today. "
MINUTES = f"Minutes of the council.\n\nInes Falk: “{SAID}.” Nobody else spoke.\n"
WRAPPED = QUOTED.replace("ferry line", "ferry\n   line").replace("We will", "We <b>will</b>")

TEXT = f"Harbour news\n\n{HEAD}{FACTS}\n\nThe harbour sleeps.\n"
MARKDOWN = f"---\ntitle: Harbour news\n---\n\n# Harbour news\n\n{HEAD}**It says** {FACTS}\n"
HALVES = QUOTED.rstrip(",").split(", ")
QUOTED_MARKDOWN = f"# Harbour news\n\nInes Falk said:\n\n> {HALVES[0]},\n> {HALVES[1]}.\n"
HTML = (
    '<!doctype html><html><head><meta charset="utf-8"><title>Harbour news</title></head><body>\n'
    "<nav>We will open the new ferry line</nav><article><h1>Harbour news</h1>\n"
    f'<p>F&auml;hre ahoi &#128512; &amp; more 🚢 <i class="We will">today</i>.\n'
    f"   &ldquo;{WRAPPED}&rdquo; Mayor Ines Falk said.</p></article></body></html>\n"
)
ONE_LINE_HTML = HTML.replace("\n   line", " line")

ARTICLES = {
    "plain text": ("ferry.txt", TEXT),
    "line ends of Windows": ("ferry.txt", TEXT.replace("\n", "\r\n")),
    "line ends of old": ("ferry.txt", TEXT.replace("\n", "\r")),
    "byte order mark": ("ferry.txt", "\ufeff" + TEXT),
    "Markdown": ("ferry.md", MARKDOWN),
    "Markdown from Windows": ("ferry.md", MARKDOWN.replace("\n", "\r\n")),
    "block quotation of Markdown": ("ferry.md", QUOTED_MARKDOWN),
    "HTML": ("ferry.html", ONE_LINE_HTML),
    "wrapped HTML from Windows": ("ferry.html", HTML.replace("\n", "\r\n")),
}
Found = tuple[int, int | None, int | None, int | None]


def written(name: str, folder: Path) -> Path:
    """Write the article of that name, and the minutes as its source; return its path."""
    file, text = ARTICLES[name]
    (folder / "sources").mkdir()
    (folder / "sources" / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    (folder / file).write_bytes(text.encode())
    return folder / file


def between(path: Path, found: Found) -> str:
    """Return what stands in the file from the first to before the last place, code points."""
    text = path.read_bytes().decode("utf-8-sig")
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
    line, column, end_line, end_column = found
    assert column is not None
    assert end_line is not None
    assert end_column is not None
    return text[starts[line - 1] + column - 1 : starts[end_line - 1] + end_column - 1]


def line_of(path: Path, number: int) -> str:
    """Return one line of the file, counted from 1."""
    text = path.read_bytes().decode("utf-8-sig")
    return re.split(r"\r\n|\r|\n", text)[number - 1]


def read_as(markup: str) -> str:
    """Return what a reader sees of a stretch of a file, blanks collapsed."""
    plain = re.sub(r"(?<=\n)> ?|[*]{2}", "", unescape(re.sub(r"<[^>]*>", "", markup)))
    return " ".join(plain.split())


def places(form: str, output: str) -> list[Found]:
    """Return all places that an output names: line, column, end line, end column."""
    return _PLACES[form](output)


def _of_sarif(output: str) -> list[Found]:
    found = []
    for result in json.loads(output)["runs"][0]["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        found.append(
            tuple(region[key] for key in ("startLine", "startColumn", "endLine", "endColumn"))
        )
    return found


def _of_gitlab(output: str) -> list[Found]:
    found = []
    for entry in json.loads(output):
        first, last = (entry["location"]["positions"][key] for key in ("begin", "end"))
        assert entry["location"]["lines"] == {"begin": first["line"], "end": last["line"]}
        found.append((first["line"], first["column"], last["line"], last["column"]))
    return found


def _of_github(output: str) -> list[Found]:
    found = []
    for command in commands(output):
        told = command.properties
        column, end = (int(told[k]) if k in told else None for k in ("col", "endColumn"))
        found.append((int(told["line"]), column, int(told["endLine"]), end))
    return found


def _of_junit(output: str) -> list[Found]:
    cases = ET.fromstring(output).iter("testcase")  # noqa: S314  (our own output)
    return [(int(case.get("line", "0")), None, None, None) for case in cases]


_PLACES = {
    "sarif": _of_sarif,
    "sarif-full": _of_sarif,
    "gitlab": _of_gitlab,
    "github": _of_github,
    "junit": _of_junit,
}
