from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from reporting import a_report, altered, unavailable, unsourced, verbatim

from provcheck.cli import main
from provcheck.cli.exits import Exit
from provcheck.cli.options import FailOn
from provcheck.cli.run import COMMANDS, Order, has_something, run, verdict
from provcheck.errors import SettingsError, StoreError
from provcheck.model.notice import Notice
from provcheck.model.verdict import Level
from provcheck.settings import Settings


def an_order(*files: str, **known: object) -> Order:
    fields = {
        "files": list(files),
        "stdin_name": None,
        "formats": [],
        "report": None,
        "no_report": False,
        "fail_on": FailOn.ERROR,
        "require_sources": False,
    }
    return Order(**{**fields, **known})


def test_the_commands_are_those_of_the_program() -> None:
    assert list(COMMANDS) == sorted(main.tree().commands)


def test_no_findings_are_no_fault() -> None:
    assert verdict(an_order("a"), ()) is Exit.OK


def test_a_notice_without_any_claim_is_something() -> None:
    nothing = a_report().model_copy(update={"findings": ()})
    notice = Notice(rule="orphan-signoff", level=Level.WARNING, message="gone", path="a.toml")
    assert not has_something(nothing)
    assert has_something(nothing.model_copy(update={"notices": (notice,)}))
    assert has_something(a_report(verbatim()))


@pytest.mark.parametrize("fail_on", list(FailOn))
def test_verbatim_never_fails(fail_on: FailOn) -> None:
    assert verdict(an_order("a", fail_on=fail_on), (a_report(verbatim()),)) is Exit.OK


def test_findings_come_before_unread_sources() -> None:
    order = an_order("a", require_sources=True)
    assert verdict(order, (a_report(unavailable(), unsourced()),)) is Exit.UNREAD
    assert verdict(order, (a_report(unavailable(), altered()),)) is Exit.FINDINGS


def test_a_notice_counts_as_a_finding_does() -> None:
    notice = Notice(rule="orphan-signoff", level=Level.WARNING, message="gone", path="a.toml")
    report = a_report(verbatim()).model_copy(update={"notices": (notice,)})
    assert verdict(an_order("a"), (report,)) is Exit.OK
    assert verdict(an_order("a", fail_on=FailOn.WARNING), (report,)) is Exit.FINDINGS


def test_what_an_editor_settled_is_neither_found_nor_unread() -> None:
    order = an_order("a", require_sources=True)
    known = [f.model_copy(update={"known": True}) for f in (unavailable(), altered())]
    assert verdict(order, (a_report(*known),)) is Exit.OK


def test_no_article_is_read_when_an_output_cannot_be_written(
    monkeypatch: pytest.MonkeyPatch, folder: Path, article: str
) -> None:
    def never(*_: object) -> None:
        pytest.fail("work was done")

    monkeypatch.setattr("provcheck.cli.run.check", never)
    (folder / "taken").touch()
    with pytest.raises(SettingsError, match="cannot be written"):
        run(an_order(article, report=Path("taken/x.html")), Settings())


def test_broken_sources_end_the_run(
    monkeypatch: pytest.MonkeyPatch, folder: Path, article: str
) -> None:
    def broken(*_: object) -> None:
        message = "s/sources.json: entry 2: field url: missing; add it"
        raise StoreError(message)

    monkeypatch.setattr("provcheck.cli.run.check", broken)
    with pytest.raises(StoreError, match="entry 2"):
        run(an_order(article), Settings())
    assert list(folder.glob("*.html")) == []


@pytest.mark.parametrize(
    ("name", "place"),
    [
        pytest.param("in/a.txt", "in/a.txt", id="a-file"),
        pytest.param("-", "desk/lead.txt", id="standard-input-by-its-name"),
        pytest.param("https://wire.example/a", None, id="an-address"),
        pytest.param("../a.txt", None, id="outside"),
    ],
)
def test_a_report_says_where_its_article_lies(
    monkeypatch: pytest.MonkeyPatch, folder: Path, name: str, place: str | None
) -> None:
    seen = []
    monkeypatch.setattr("provcheck.cli.run.check", lambda *_: a_report(verbatim()))
    monkeypatch.setattr("provcheck.cli.run._write", lambda _, reports, __: seen.extend(reports))
    assert folder
    run(an_order(name, stdin_name="desk/lead.txt", no_report=True), Settings())
    assert [report.file for report in seen] == [place]


def test_colour_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, answers, article: str, capsys: pytest.CaptureFixture[str]
) -> None:
    answers(altered())
    run(an_order(article, no_report=True), Settings())
    assert "\x1b" not in capsys.readouterr().out
    monkeypatch.setenv("FORCE_COLOR", "1")
    run(an_order(article, no_report=True), Settings())
    assert "\x1b[1;31m" in capsys.readouterr().out


def listed(folder: Path) -> list[str]:
    text = (folder / "provenance.index.html").read_text()
    return [link["href"] for link in BeautifulSoup(text, "lxml").tbody("a")]


def test_several_pages_are_listed_on_one_more(
    answers, folder: Path, article: str, capsys: pytest.CaptureFixture[str]
) -> None:
    answers(altered())
    (folder / "b c.txt").write_text("words")
    run(an_order(article, "b c.txt"), Settings())
    assert listed(folder) == ["./a.provenance.html", "./b%20c.provenance.html"]
    assert "report: provenance.index.html\nreport: a.provenance.html\n" in capsys.readouterr().out


def test_of_many_pages_the_one_that_lists_them_is_named(
    answers, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers(altered())
    names = [f"{number}.txt" for number in range(20)]
    for name in names:
        (folder / name).write_text("words")
    run(an_order(*names), Settings())
    shown = capsys.readouterr().out
    assert shown.endswith("\nreport: provenance.index.html, which lists 20 more\n")
    assert len(listed(folder)) == 20


@pytest.mark.parametrize(
    "known",
    [{"no_report": True}, {"report": Path("all.html")}],
    ids=["no-pages", "one-page-for-all"],
)
def test_one_page_or_none_is_not_listed(answers, folder: Path, article: str, known: dict) -> None:
    answers(altered())
    (folder / "b.txt").write_text("words")
    run(an_order(article, "b.txt", **known), Settings())
    assert not (folder / "provenance.index.html").exists()


def test_one_page_that_could_be_written_is_not_listed(answers, folder: Path, article: str) -> None:
    answers(altered())
    run(an_order(article, "gone.txt"), Settings())
    assert (folder / "a.provenance.html").exists()
    assert not (folder / "provenance.index.html").exists()


def test_the_list_never_overwrites_an_article(answers, folder: Path, article: str) -> None:
    answers(altered())
    (folder / "provenance.index.html").write_text("words")
    with pytest.raises(SettingsError, match="would overwrite provenance"):
        run(an_order(article, "provenance.index.html"), Settings())


def test_no_output_overwrites_what_says_how_a_run_judges(folder: Path, invoke, answers) -> None:
    answers(altered())
    (folder / "a.txt").write_text("words")
    (folder / "provcheck.toml").write_text("house = 'h.yaml'\n")
    (folder / "h.yaml").write_text("id: own\ntitle: Own\nextends: default\n")
    for name in ("provcheck.toml", "h.yaml"):
        done = invoke("a.txt", "--no-report", "--format", f"json={name}")
        assert f"{name}: would overwrite" in done.stderr
        assert done.exit_code == Exit.USAGE
