"""Hostile words in a real run: what is printed, what is complained of, which files are written."""

import html
import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile import TOKEN, Vector, vectors
from typer.testing import CliRunner
from warcs import answer, record

from provcheck.cli.main import app
from provcheck.cli.progress import watched
from provcheck.fetch.watch import Progress

SAID = "We rest both ferries for three weeks, and nobody was asked about it"
LOUD = [
    v for v in vectors() if v.kind in {"terminal", "ci", "bidi"} and "output_file" not in v.where
]
PATHS = [v for v in vectors() if v.kind in {"path", "css"} and "header" not in v.where]
TYPES = [v for v in vectors() if v.where == "http.header.content-type"]
HEADERS = [v for v in vectors() if v.where.startswith("http.header") and v not in TYPES]
UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
ANSI = re.compile("\x1b\\[[0-9;?]*[A-Za-z]")
by_id = pytest.mark.parametrize("vector", LOUD, ids=lambda v: v.id)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that a run of GitHub Actions works in, beside one that is none of its."""
    folder = tmp_path / "desk"
    folder.mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "kept").write_text("kept")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name in ("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_STEP_SUMMARY", "GITHUB_PATH"):
        path = tmp_path / "outside" / name
        path.write_text("")
        monkeypatch.setenv(name, str(path))
    yield folder
    outside = {path.name: path.read_text() for path in (tmp_path / "outside").iterdir()}
    assert {name: text for name, text in outside.items() if text} == {"kept": "kept"}
    assert {path.name for path in tmp_path.iterdir()} == {"desk", "outside"}


def run(*arguments: str, given: str = "") -> tuple[int, str, str]:
    done = CliRunner().invoke(app, list(arguments), input=given)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout_bytes.decode(), done.stderr_bytes.decode()


def assert_moves_nothing(text: str) -> None:
    """Hold that neither a terminal nor the log of a CI system obeys what was printed."""
    assert not UNSEEN.search(text), ascii(text)
    assert not re.search(r"##[A-Za-z]*\[", text), text
    assert not [line for line in text.splitlines() if line.strip().startswith("::")], text


def page(words: str, title: str = "The ferries", link: str = "https://council.example/a") -> str:
    shown = html.escape(title)
    return (
        f"<!doctype html><html lang=en><head><title>{shown}</title></head><body><article>"
        f"<h1>{shown}</h1>\n<p>“{html.escape(words)},” said Liv Raknes in "
        f'<a href="{html.escape(link)}">a letter</a>.</p></article></body></html>'
    )


def letter(words: str, title: str = "Letter") -> str:
    return (
        f"<!doctype html><html lang=en><head><title>{html.escape(title)}</title></head><body><main>"
        f"<h1>{html.escape(title)}</h1><p>To the council of Hjelm. The crews met on Tuesday.</p>"
        f"<p>{html.escape(words)}. The engines have run since September without a day off.</p>"
        "<p>Liv Raknes, mate, for the crews.</p></main></body></html>"
    )


def laid_out(desk: Path, words: str = SAID, **named: str) -> None:
    """Write an article and the letter that it cites, with payloads for what `named` names."""
    title, url = named.get("title", "The ferries"), named.get("url", "https://council.example/a")
    (desk / "article.html").write_text(page(words, title, url), "utf-8", "replace")
    (desk / "sources").mkdir(exist_ok=True)
    (desk / "sources" / "a.html").write_text(letter(words, title), "utf-8", "replace")
    said = named.get("content_type", "text/html; charset=utf-8")
    entry = {"file": "a.html", "url": url, "status": 200, "content_type": said}
    entry["publisher"] = named.get("title", "Council")
    (desk / "sources" / "sources.json").write_text(json.dumps([entry]))


CHECK = ("check", "article.html", "--sources", "sources", "--offline", "--fail-on", "never")


def lines_of(desk: Path, payload: str) -> list[str]:
    laid_out(desk, title=payload)
    code, out, err = run(*CHECK, "--no-report", "--store", "kept")
    assert code == 0, err
    assert_moves_nothing(out + err)
    return out.splitlines()


@by_id
def test_titles_and_names_print_as_words(desk: Path, vector: Vector) -> None:
    assert len(lines_of(desk, vector.payload)) == len(lines_of(desk, TOKEN))
    for command in (("add", "sources"), ("list",), ("search", "ferries weeks")):
        code, out, err = run("library", *command, "--store", "kept")
        assert code == 0, err
        assert out
        assert_moves_nothing(out + err)


@by_id
def test_quoted_words_print_as_words(desk: Path, vector: Vector) -> None:
    laid_out(desk, f"{SAID} {vector.payload} at all")
    for command in (CHECK, ("claims", "article.html")):
        code, out, err = run(*command, *(["--no-report"] if command is CHECK else []))
        assert code in {0, 2}, err
        assert_moves_nothing(out + err)


ARGUMENTS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "article": lambda word: ("check", "--offline", "--", word),
    "claims": lambda word: ("claims", "--", word),
    "format": lambda word: ("check", "article.html", "--offline", f"--format={word}"),
    "format to a file": lambda word: (
        "check",
        "article.html",
        "--offline",
        f"--format=json={word}/x/",
    ),
    "house": lambda word: ("check", "article.html", "--offline", f"--house={word}"),
    "sources": lambda word: ("check", "article.html", "--offline", f"--sources={word}"),
    "day": lambda word: ("check", "article.html", "--offline", f"--published={word}"),
    "search": lambda word: ("check", "article.html", "--offline", f"--search={word}"),
    "option": lambda word: ("check", "article.html", "--offline", f"--{word.strip() or 'x'}"),
    "private": lambda word: ("check", "article.html", "--offline", f"--allow-private={word}"),
    "explain": lambda word: ("explain", "--", word),
    "store": lambda word: ("store", "show", "--store=none", "--", word),
    "library": lambda word: ("library", "search", "--store=none", "--", word),
    "sign": lambda word: ("sign", "--offline", "--by=xx", "--note=x", "--", word),
    "config": lambda word: ("config", word),
}


@pytest.mark.parametrize("where", ARGUMENTS)
def test_complaints_are_one_line_of_words(desk: Path, where: str) -> None:
    laid_out(desk)
    for vector in LOUD:
        if "\0" in vector.payload:  # no argument of a program can hold one
            continue
        code, out, err = run(*ARGUMENTS[where](vector.payload))
        assert code in {0, 1, 2}, vector
        assert_moves_nothing(out + err)
        assert code == 0 or err.count("\n") == 1, (vector, err)


@by_id
def test_the_progress_line_shows_words(monkeypatch: pytest.MonkeyPatch, vector: Vector) -> None:
    shown = io.StringIO()
    shown.isatty = lambda: True
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setenv("TERM", "xterm")
    with watched(vector.payload) as watch:
        watch.tell(Progress(done=1, total=2, hosts=(vector.payload,)))

    printed = ANSI.sub("", shown.getvalue()).replace("\r", "")
    assert_moves_nothing(printed)


def files_below(folder: Path) -> set[str]:
    return {str(p.relative_to(folder)) for p in folder.rglob("*") if ".provcheck" not in p.parts}


PLAIN = {"article.html", "sources", "sources/a.html", "sources/sources.json"}


@pytest.mark.parametrize("vector", PATHS, ids=lambda v: v.id)
def test_no_title_or_address_names_a_file(desk: Path, vector: Vector) -> None:
    laid_out(desk, title=vector.payload)
    assert run(*CHECK)[0] == (2 if "\0" in vector.payload else 0)
    assert files_below(desk) <= {*PLAIN, "article.provenance.html"}
    laid_out(desk, url=f"https://council.example/{vector.payload}")
    code, out, err = run(*CHECK)

    assert code in {0, 2}, err
    assert_moves_nothing(out + err)
    assert files_below(desk) <= {*PLAIN, "article.provenance.html"}
    kept = {p.name for p in (desk / ".provcheck").rglob("*")}
    assert {name for name in kept if "pwn" in name or "passwd" in name} == set()


@pytest.mark.parametrize("vector", [*PATHS, *LOUD], ids=lambda v: v.id)
def test_the_name_of_standard_input_leads_nowhere(desk: Path, vector: Vector) -> None:
    if "\0" in vector.payload:
        return
    code, out, err = run(
        "check", "-", f"--stdin-filename={vector.payload}", "--offline", given=page(SAID)
    )

    assert code in {0, 1, 2}, err
    assert_moves_nothing(out + err)
    assert len(files_below(desk)) <= 1


def is_name(word: str) -> bool:
    """Tell whether a file in this folder can be called so."""
    data = word.encode("utf-8", "replace")
    plain = data.decode() == word and len(data) <= 255
    return plain and word not in {".", ".."} and not set(word) & {"/", "\0"}


@pytest.mark.parametrize("vector", PATHS, ids=lambda v: v.id)
def test_an_article_of_any_name_is_checked(desk: Path, vector: Vector) -> None:
    name = vector.payload
    if not is_name(name):
        return
    Path(name).write_text(page(SAID))
    code, out, err = run("check", "--offline", "--fail-on=never", "--", name)

    assert code in {0, 2}, err
    assert_moves_nothing(out + err)
    assert len(files_below(desk)) == (2 if code == 0 else 1)


@pytest.mark.parametrize("name", ["article.provenance.html", "out.json", "out.sarif"])
def test_a_link_in_the_folder_is_not_followed(desk: Path, tmp_path: Path, name: str) -> None:
    laid_out(desk)
    (desk / name).symlink_to(tmp_path / "outside" / "kept")
    run(*CHECK, "--format=json=out.json", "--format=sarif=out.sarif")

    assert (tmp_path / "outside" / "kept").read_text() == "kept"


@pytest.mark.parametrize("vector", TYPES, ids=lambda v: v.id)
def test_no_charset_but_those_of_the_web_is_used(desk: Path, vector: Vector) -> None:
    laid_out(desk, content_type=vector.payload)
    code, out, err = run(*CHECK, "--no-report", "--format=json")

    assert code == 0, err
    assert [f["verdict"] for f in json.loads(out)["articles"][0]["findings"]] == ["verbatim"]
    assert_moves_nothing(err)


@pytest.mark.parametrize("vector", HEADERS, ids=lambda v: v.id)
def test_headers_name_no_file_and_are_sent_back_to_nobody(desk: Path, vector: Vector) -> None:
    laid_out(desk)
    name = vector.where.removeprefix("http.header.").title().replace("-", "_")
    block = answer(letter(SAID).encode(), **{name: vector.payload})
    url = "https://council.example/a"
    (desk / "web.warc").write_bytes(record(uri=url, block=block))
    code, out, err = run(
        "check", "article.html", "--sources", "web.warc", "--offline", "--store", "kept"
    )
    assert code in {0, 1}, err
    assert_moves_nothing(out + err)
    assert {p for p in files_below(desk) if "pwn" in p} == set()
    kept = b"".join(p.read_bytes() for p in (desk / "kept").rglob("*") if p.is_file())
    assert b"Injected" not in kept or b"\r\nInjected" in block


def test_instructions_in_a_source_change_no_verdict(desk: Path) -> None:
    for vector in (v for v in vectors() if v.kind == "other" and v.where == "source.title"):
        laid_out(desk, title=vector.payload)
        (desk / "article.html").write_text(page(SAID.replace("three", "two")))
        assert "altered" in run(*CHECK, "--no-report")[1]


# What stands in the article, what the source has, and the sign that the report must name.
ALIKE = [
    pytest.param("gua\u2060rantees", "guarantees", "WORD JOINER", id="word-joiner"),
    pytest.param("gua\u00adrantees", "guarantees", "SOFT HYPHEN", id="soft-hyphen"),
    pytest.param("g\u0443arantees", "guarantees", "CYRILLIC SMALL LETTER U", id="cyrillic-u"),
    pytest.param("s\u0435curity", "security", "CYRILLIC SMALL LETTER IE", id="cyrillic-e"),
    pytest.param("n\u0307ot", "not", "COMBINING DOT ABOVE", id="dot-above"),
    pytest.param("no\U000e0074", "no", "TAG LATIN SMALL LETTER T", id="tag"),
    pytest.param("1\u0660 boats", "10 boats", "ARABIC-INDIC DIGIT ZERO", id="digit"),
    pytest.param("n\u034fot", "not", "COMBINING GRAPHEME JOINER", id="joiner"),
    pytest.param("\u2800 not", "not", "BRAILLE PATTERN BLANK", id="braille"),
    pytest.param("\u3164not", "not", "HANGUL FILLER", id="filler"),
    pytest.param("\u202enot\u202c", "not", "RIGHT-TO-LEFT OVERRIDE", id="override"),
    pytest.param("guilty\u2069\u2066 not", "guilty not", "POP DIRECTIONAL ISOLATE", id="isolate"),
]
SAME = [
    pytest.param("cafe\u0301s", "caf\u00e9s", id="composed"),
    pytest.param("\ufb01rm", "firm", id="ligature"),
    pytest.param("ten\u00a0boats", "ten boats", id="hard-space"),
]
ROUND = "We rest the ferries for three weeks since {} is what the council had from us"


def judged(desk: Path, said: str, original: str) -> dict:
    laid_out(desk, ROUND.format(said))
    (desk / "sources" / "a.html").write_text(letter(ROUND.format(original)))
    code, out, err = run(*CHECK, "--no-report", "--no-store", "--format=json")
    assert code == 0, err
    return json.loads(out)["articles"][0]["findings"][0]


@pytest.mark.parametrize(("said", "original"), SAME)
def test_harmless_ways_to_write_are_no_finding(desk: Path, said: str, original: str) -> None:
    finding = judged(desk, said, original)

    assert finding["verdict"] == "verbatim"
    assert finding["remarks"] == []


@pytest.mark.parametrize(("said", "original", "name"), ALIKE)
def test_what_looks_like_the_source_is_named(desk: Path, said, original, name: str) -> None:
    finding = judged(desk, said, original)
    told = [r["message"] for r in finding["remarks"] if r["rule"] == "hidden-characters"]

    assert finding["verdict"] in {"verbatim", "altered"}
    assert told
    assert name in told[0]
