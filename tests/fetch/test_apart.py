import asyncio
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from discoursing import RULES
from sources.files import FILLER, a_docx, a_page, a_pdf, an_article

from provcheck.fetch.apart import Apart, is_small
from provcheck.fetch.quoting import read_quoting
from provcheck.model.evidence import Completeness
from provcheck.model.source_text import SourceText
from provcheck.settings import Limits
from provcheck.sources.body import Body, Unreadable

ROOT = Path(__file__).parents[2]
PDF = Body(data=a_pdf(["The pier is shut until the spring, she said."]), name="a.pdf")
# One tag with more attributes than a parser gets through.
DEAR = Body(data=b"<p " + b" ".join(b"a%d" % n for n in range(60_000)) + b">x", name="a.html")
Told = TypeVar("Told")


def apart(then: Callable[[Apart], Awaitable[Told]], limits: Limits | None = None) -> Told:
    async def run() -> Told:
        reader = Apart(RULES, limits or Limits())
        try:
            return await then(reader)
        finally:
            await reader.aclose()

    return asyncio.run(run())


def a_body(data: str | bytes, name: str) -> Body:
    return Body(data=data.encode() if isinstance(data, str) else data, name=name)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(a_body(a_page(an_article(fill=50)), "a.html"), id="an article"),
        pytest.param(a_body(FILLER * 300, "a.txt"), id="a text"),
        pytest.param(a_body(f"# Pier\n\n{FILLER}", "a.md"), id="markdown"),
        pytest.param(a_body("WEBVTT\n\n00:01.000 --> 00:02.000\nx y z", "a.vtt"), id="captions"),
        pytest.param(a_body("", "a.txt"), id="nothing"),
    ],
)
def test_is_read_here(body: Body) -> None:
    assert is_small(body)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(PDF, id="a PDF of any size"),
        pytest.param(a_body(a_docx(("", FILLER)), "a.docx"), id="a Word file of any size"),
        pytest.param(a_body('{"a": "x y z"}', "a.json"), id="JSON of any size"),
        pytest.param(a_body(FILLER * 500, "a.txt"), id="a long text"),
        pytest.param(a_body("<b>" * 3001, "a.html"), id="many tags"),
        pytest.param(a_body(f"<p {'a ' * 2000}>", "a.html"), id="a long tag"),
        pytest.param(a_body('"a" ' * 1001, "a.txt"), id="many quotation marks"),
        pytest.param(a_body("“a” " * 1001, "a.txt"), id="many curly ones"),
        pytest.param(a_body(b"PK\x03\x04", "a"), id="an archive"),
    ],
)
def test_is_read_in_a_process_of_its_own(body: Body) -> None:
    assert not is_small(body)


def given_by_hand() -> Iterator[Body]:
    for place in ("fixtures", "seeds"):
        for file in sorted((ROOT / place).glob("*/sources/**/*")):
            if file.is_file() and file.name != "sources.json":
                yield Body(data=file.read_bytes(), name=file.name, url="https://w.example/a")


def test_what_is_read_does_not_depend_on_where(monkeypatch: pytest.MonkeyPatch) -> None:
    bodies = tuple(given_by_hand())
    here = [_ended(lambda body=body: read_quoting(body, RULES)) for body in bodies]
    monkeypatch.setattr("provcheck.fetch.apart.is_small", lambda _body: False)

    async def there(reader: Apart) -> list[object]:
        return [await _awaited(reader, body) for body in bodies]

    assert len(bodies) > 50
    assert apart(there) == here


def _ended(read: Callable[[], tuple[SourceText, Completeness]]) -> object:
    try:
        return read()
    except Unreadable as problem:
        return str(problem)


async def _awaited(reader: Apart, body: Body) -> object:
    try:
        return await reader.read(body)
    except Unreadable as problem:
        return str(problem)


def test_no_process_is_started_for_small_texts() -> None:
    async def read(reader: Apart) -> int:
        text, completeness = await reader.read(a_body(FILLER, "a.txt"))
        assert (text.text, completeness) == (FILLER.strip(), Completeness.WHOLE)
        return len(reader._children)

    assert apart(read) == 0


def test_one_process_reads_one_source_after_another() -> None:
    async def read(reader: Apart) -> int:
        for _ in range(3):
            await reader.read(PDF)
        return len(reader._children)

    assert apart(read) == 1


def test_two_processes_read_many_sources_at_once() -> None:
    async def read(reader: Apart) -> int:
        texts = await asyncio.gather(*(reader.read(PDF) for _ in range(6)))
        assert len({text.text for text, _ in texts}) == 1
        return len(reader._children)

    assert apart(read) == 2


def test_after_a_source_that_is_too_dear_the_next_one_is_read() -> None:
    async def read(reader: Apart) -> int:
        assert await _awaited(reader, DEAR) == "reading it takes more than 1 s of processor time"
        text, _ = await reader.read(PDF)
        assert "The pier is shut" in text.text
        return len(reader._children)

    assert apart(read, Limits(reading_cpu_seconds=1)) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how much is held")
def test_a_process_that_has_grown_is_not_used_again() -> None:
    async def read(reader: Apart) -> int:
        await reader.read(PDF)
        return len(reader._children)

    assert apart(read) == 1
    # It has held half of the memory that it may before it begins.
    assert apart(read, Limits(reading_bytes=120 << 20)) == 0


def test_a_source_that_a_fault_of_ours_meets_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("provcheck.fetch.quoting.quoting", fails)

    async def read(reader: Apart) -> object:
        return await _awaited(reader, a_body(FILLER, "a.txt"))

    assert apart(read) == "reading it failed"


def test_closing_ends_what_still_reads() -> None:
    async def closed(reader: Apart) -> object:
        await reader.read(PDF)  # its process reads the next one
        reading = asyncio.create_task(_awaited(reader, DEAR))
        await asyncio.sleep(0.1)
        await reader.aclose()
        return await reading

    assert apart(closed) == "reading it failed"


SCRIPT = """
from provcheck import check
from provcheck.settings import Settings
from pathlib import Path
case = Path({case!r})
report = check(str(case / "article.md"), Settings(sources=(case / "sources",), offline=True))
print(*(finding.verdict for finding in report.findings))
"""


@pytest.mark.parametrize("way", ["a script", "a line"])
def test_a_caller_needs_no_guard_round_it(tmp_path: Path, way: str) -> None:
    """The pieces of a PDF are read by a caller's script that is not written for processes."""
    code = SCRIPT.format(case=str(ROOT / "fixtures" / "pdf-report"))
    (tmp_path / "script.py").write_text(code)
    command = ["script.py"] if way == "a script" else ["-c", code]
    run = subprocess.run(
        [sys.executable, *command],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (run.stdout, run.stderr) == ("verbatim altered\n", "")
