from datetime import date
from pathlib import Path

import pytest
from reporting import a_report, altered
from signing import a_file, a_signoff, a_table

from provcheck.cli.exits import Exit
from provcheck.cli.settling import Decided, decided, laid_over
from provcheck.errors import SettingsError
from provcheck.model.article import Comment, Position
from provcheck.model.span import Span
from provcheck.model.verdict import Level
from provcheck.rulebook.book import Rulebook
from provcheck.signoff.baseline import baseline_of, write_baseline
from provcheck.signoff.write import sign

HOLDING = a_signoff(remarks=("date-conflict",))


@pytest.fixture
def ferry(folder: Path) -> str:
    (folder / "ferry.txt").write_text("words")
    return "ferry.txt"


def test_where_nothing_was_decided_nothing_is_laid_over(ferry: str, rules: Rulebook) -> None:
    before = decided([ferry], None, rules)
    assert before == Decided()
    assert laid_over(a_report(), before, rules) == a_report()


@pytest.mark.parametrize("name", ["https://a.example/ferry.txt", "none.txt", ".", "-", "a\0b"])
def test_what_is_no_file_has_no_signoffs(name: str, ferry: str, rules: Rulebook) -> None:
    assert ferry
    assert decided([name], None, rules) == Decided()


def test_signoffs_are_laid_over_the_report_of_their_article(ferry: str, rules: Rulebook) -> None:
    sign(Path("ferry.provcheck.toml"), HOLDING)
    before = decided([ferry], None, rules)
    other = a_report(article=a_report().article.model_copy(update={"path": "other.txt"}))

    assert before.files == ["ferry.provcheck.toml"]
    assert laid_over(a_report(), before, rules).findings[0].outstanding is Level.OK
    assert laid_over(other, before, rules) == other


def test_a_day_is_asked_for_only_where_something_is_signed(
    ferry: str, rules: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert decided([ferry], None, rules).day == date.min
    sign(Path("ferry.provcheck.toml"), HOLDING)
    with pytest.raises(SettingsError, match="SOURCE_DATE_EPOCH"):
        decided([ferry], None, rules)


def test_the_baseline_knows_a_signoff_that_lapsed_when_it_was_written(
    ferry: str, rules: Rulebook
) -> None:
    sign(Path("ferry.provcheck.toml"), a_signoff(evidence=None))
    before = decided([ferry], None, rules)
    lapsed = laid_over(a_report(altered()), before, rules)
    file = Path("b.json")
    write_baseline(baseline_of({ferry: lapsed}, file), file)
    before = decided([ferry], file, rules)

    assert before.files == ["ferry.provcheck.toml", "b.json"]
    assert laid_over(a_report(altered()), before, rules).findings[0].known


def test_a_check_counts_what_is_open(program) -> None:
    program.answer(altered())
    assert program.run("a.txt", "--no-report").exit_code == Exit.FINDINGS
    sign(program.folder / "a.provcheck.toml", HOLDING)
    done = program.run("a.txt", "--format", "json=out.json")

    assert done.exit_code == Exit.OK
    assert "    signed   ab, 14 March 2025: accepted, she says so in the recording" in done.stdout
    assert '"by": "ab"' in (program.folder / "out.json").read_text()


@pytest.mark.parametrize(
    ("table", "arguments", "told"),
    [
        pytest.param(a_table(status='"yes"'), (), "a.provcheck.toml: line 1: status: ", id="signs"),
        pytest.param("", ("--baseline", "no.json"), "no.json: no such baseline", id="baseline"),
    ],
)
def test_broken_decisions_end_a_run_before_anything_is_told(
    table: str, arguments: tuple[str, ...], told: str, program
) -> None:
    program.answer(altered())
    a_file(program.folder, table)
    done = program.run("a.txt", *arguments)

    assert (done.exit_code, done.stdout) == (Exit.USAGE, "")
    assert done.stderr.startswith(f"provcheck: {told}")
    assert done.stderr.count("\n") == 1
    assert list(program.folder.glob("*.html")) == []


def test_nothing_is_checked_where_decisions_are_broken(
    program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("provcheck.cli.run.check", lambda *_: pytest.fail("work was done"))
    assert program.run("a.txt", "--baseline", "no.json").exit_code == Exit.USAGE


@pytest.mark.parametrize("option", ["--report", "--format"])
def test_no_output_goes_over_decisions(option: str, program) -> None:
    program.answer(altered())
    path = program.folder / "a.provcheck.toml"
    sign(path, HOLDING)
    target = "a.provcheck.toml" if option == "--report" else "json=a.provcheck.toml"
    done = program.run("a.txt", option, target)

    assert done.exit_code == Exit.USAGE
    assert "would overwrite a.provcheck.toml, which is read" in done.stderr
    assert "[[signoff]]" in path.read_text()


@pytest.mark.parametrize(
    ("path", "settled"),
    [
        pytest.param("https://a.example/ferry.html", False, id="somebody-else-s-page"),
        pytest.param("ferry.html", True, id="file"),
    ],
)
def test_comments_of_a_file_settle_findings(path: str, settled: bool, rules: Rulebook) -> None:  # noqa: FBT001
    covers = Span(start=0, end=10_000)
    comment = Comment(
        words="ignore altered -- so", position=Position(line=1, column=1), covers=covers
    )
    article = a_report().article.model_copy(update={"path": path, "comments": (comment,)})
    report = laid_over(a_report(altered(), article=article), Decided(), rules)

    assert bool(report.findings[0].ignores) is settled
    assert report.notices == ()
