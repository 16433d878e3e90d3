"""The whole way, from files on disk to findings."""

import asyncio
import json
from pathlib import Path

import pytest

import provcheck
from provcheck.errors import ArticleError, StoreError
from provcheck.model.lead import Standing
from provcheck.model.report import Report
from provcheck.pipeline import acheck, check
from provcheck.settings import Settings

SPEECH = """Speech by Ada Brandvold, minister of ports

We will open the new harbour in May, and the north pier will stay closed until the cranes
are paid for.
I do not believe that the council wants a second bridge. The ferry line costs
40 million crowns a year.
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with one source in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "speech.txt").write_text(SPEECH)
    return tmp_path


def checked(article: str, **settings: object) -> Report:
    Path("article.txt").write_text(article)
    return check("article.txt", Settings(sources=(Path("sources"),), offline=True, **settings))


def verdicts(article: str, **settings: object) -> list[str]:
    return [str(finding.verdict) for finding in checked(article, **settings).findings]


@pytest.mark.parametrize(
    ("article", "verdict"),
    [
        pytest.param(
            "“We will open the new harbour in May,” Ada Brandvold said in a speech.",
            "verbatim",
            id="her words",
        ),
        pytest.param(
            "“We will open the new harbour … until the cranes are paid for,” Ada Brandvold said.",
            "edited",
            id="points for what is left out",
        ),
        pytest.param(
            "“The ferry line costs 14 million crowns a year,” Ada Brandvold said.",
            "altered",
            id="another number",
        ),
        pytest.param(
            "“the council wants a second bridge,” Ada Brandvold told her audience.",
            "truncated",
            id="cut out of its denial",
        ),
    ],
)
def test_verdicts_on_a_source_at_hand(desk: Path, article: str, verdict: str) -> None:
    assert desk
    assert verdicts(article + "\n") == [verdict]


def test_a_link_that_nothing_answers_is_unavailable(desk: Path) -> None:
    (desk / "sources" / "speech.txt").unlink()
    Path("a.md").write_text("“We will never do that,” Per Olsen [said](https://wire.example/x).\n")

    report = check("a.md", Settings(offline=True))

    assert [str(f.verdict) for f in report.findings] == ["unavailable"]
    assert "wire.example" in report.findings[0].message
    assert "offline" in report.findings[0].message


def manifest(desk: Path, *entries: dict[str, object]) -> None:
    (desk / "sources" / "sources.json").write_text(json.dumps(entries))


def test_words_in_another_source_than_the_linked_one(desk: Path) -> None:
    (desk / "sources" / "other.txt").write_text("Notes\n\nNothing of the kind was said today.\n")
    manifest(desk, {"file": "other.txt", "url": "https://wire.example/x", "publisher": "Wire"})
    article = (
        "“We will open the new harbour in May,” Ada Brandvold [said](https://wire.example/x).\n"
    )
    Path("a.md").write_text(article)

    report = check("a.md", Settings(sources=(Path("sources"),), offline=True))

    assert [str(f.verdict) for f in report.findings] == ["wrong-source"]


def test_a_dead_link_is_read_from_its_archived_copy(desk: Path) -> None:
    manifest(
        desk,
        {"url": "https://wire.example/x", "status": 404},
        {
            "file": "speech.txt",
            "url": "https://wire.example/x",
            "archived_at": "2024-12-01T00:00:00Z",
        },
    )
    article = (
        "“We will open the new harbour in May,” Ada Brandvold [said](https://wire.example/x).\n"
    )
    Path("a.md").write_text(article)

    finding = check("a.md", Settings(sources=(Path("sources"),), offline=True)).findings[0]

    assert str(finding.verdict) == "verbatim"
    assert [step.status for step in finding.trail] == ["unavailable", "found"]
    assert all(step.lead.standing == Standing.CITED for step in finding.trail)


def test_no_article_bears_itself_out(desk: Path) -> None:
    words = "“Nobody will ever sail from the old quay again,” Ada Brandvold said"
    sources = Settings(sources=(desk / "sources",), offline=True)
    text, page = desk / "sources" / "a.txt", desk / "sources" / "own.html"
    text.write_text(f"{words} in a speech.\n")
    (unlinked,) = check(str(text), sources).findings
    text.unlink()
    page.write_text(f"<p>{words} <a href='https://wire.example/own'>there</a>.</p>")
    manifest(desk, {"file": "own.html", "url": "https://wire.example/own"})
    (linked,) = check(str(page), sources).findings

    assert unlinked.verdict == linked.verdict == "unavailable"
    assert "it is the article itself" in linked.message


def test_scare_quotes_and_titles_raise_nothing(desk: Path) -> None:
    assert desk
    assert verdicts("There is no ‘quick win’ for the harbour, as “The Long Pier” showed.\n") == []


def test_two_runs_give_equal_reports(desk: Path) -> None:
    assert desk
    article = "“We will open the new harbour in May,” Ada Brandvold said in a speech.\n"

    assert checked(article) == checked(article)


def test_an_event_loop_may_await_it(desk: Path) -> None:
    assert desk
    Path("a.txt").write_text("“We will open the new harbour in May,” Ada Brandvold said.\n")

    assert asyncio.run(acheck("a.txt")) == check("a.txt")


def test_settings_that_bear_on_verdicts_are_in_the_report(desk: Path) -> None:
    assert desk
    report = checked("“We will open it in May,” Ada Brandvold said.\n", house="strict")

    assert ("house", "strict") in report.settings
    assert report.house == "strict"
    assert report.tool == provcheck.__version__


def test_bad_input_is_one_line(desk: Path) -> None:
    with pytest.raises(ArticleError, match=r"no-such\.txt"):
        check("no-such.txt")
    (desk / "sources" / "sources.json").write_text('[{"file": "speech.txt", "status": "fine"}]')
    with pytest.raises(StoreError, match="status"):
        checked("“We will open the new harbour in May,” Ada Brandvold said.\n")


def test_the_public_names_are_there() -> None:
    assert provcheck.check is check
    assert provcheck.acheck is acheck
    assert {"check", "acheck", "Article", "Report"} == set(provcheck.__all__)
    with pytest.raises(AttributeError):
        provcheck.no_such_name  # noqa: B018
