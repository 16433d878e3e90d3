import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reporting import a_report, altered, several_edits, unavailable, verbatim
from signing import a_signoff

from provcheck.errors import SettingsError
from provcheck.model.finding import Finding, Remark
from provcheck.model.report import Report
from provcheck.model.verdict import Level, Verdict
from provcheck.rulebook.book import Rulebook
from provcheck.signoff import baseline as module
from provcheck.signoff.baseline import (
    VERSION,
    Baseline,
    Entry,
    baseline_of,
    key_of,
    known,
    read_baseline,
    write_baseline,
)

FILE = Path("provcheck-baseline.json")
LISTED = Entry(claim="q-ferry", verdict=Verdict.ALTERED, remarks=("date-conflict",))


def a_baseline(*entries: Entry, path: str = "ferry.txt") -> Baseline:
    return Baseline(schema=VERSION, articles={path: entries})


def compared(report: Report, baseline: Baseline, rules: Rulebook) -> Report:
    return known(report, baseline, (report.article.path, FILE), rules)


def with_remark(finding: Finding) -> Finding:
    new = Remark(rule="source-later", level=Level.NOTE, message="It is younger.")
    return finding.model_copy(update={"remarks": (*finding.remarks, new)})


def test_what_is_listed_is_known(rules: Rulebook) -> None:
    report = compared(a_report(altered(), several_edits()), a_baseline(LISTED), rules)
    first, second = report.findings
    assert (first.known, first.outstanding) == (True, Level.OK)
    assert (second.known, second.outstanding) == (False, Level.ERROR)
    assert report.notices == ()


def test_a_remark_that_went_leaves_a_finding_known(rules: Rulebook) -> None:
    finding = altered().model_copy(update={"remarks": ()})
    assert compared(a_report(finding), a_baseline(LISTED), rules).findings[0].known


def test_words_that_their_id_takes_for_the_same_are_no_known_finding(rules: Rulebook) -> None:
    claim = altered().claim
    other = claim.model_copy(update={"text": claim.text.replace("We will", "We’ will")})
    written = baseline_of({"ferry.txt": a_report(altered())}, FILE)
    for said, is_known in ((claim, True), (other, False)):
        finding = altered().model_copy(update={"claim": said})
        segments = (said.span.model_copy(update={"end": said.span.start + len(said.text)}),)
        finding = finding.model_copy(
            update={"claim": said.model_copy(update={"segments": segments})}
        )
        assert compared(a_report(finding), written, rules).findings[0].known is is_known


def test_a_baseline_of_other_articles_says_nothing(rules: Rulebook) -> None:
    report = a_report(altered())
    assert compared(report, a_baseline(LISTED, path="other.txt"), rules) == report
    assert compared(report, Baseline(schema=VERSION, articles={}), rules) == report


def test_a_new_remark_makes_a_finding_new(rules: Rulebook) -> None:
    report = compared(a_report(with_remark(altered())), a_baseline(LISTED), rules)
    assert not report.findings[0].known
    assert report.notices == ()


def test_what_an_editor_rejected_is_never_known(rules: Rulebook) -> None:
    refused = Remark(rule="rejected-by-editor", level=Level.ERROR, message="Not so.")
    finding = altered().model_copy(update={"remarks": (refused,)})
    listed = baseline_of({"ferry.txt": a_report(finding)}, FILE)
    assert not compared(a_report(finding), listed, rules).findings[0].known


@pytest.mark.parametrize(
    ("findings", "told"),
    [
        pytest.param(
            (verbatim(),),
            "q-ferry in ferry.txt is listed as altered, and is gone from the article; "
            "write the baseline anew",
            id="gone",
        ),
        pytest.param(
            (altered().model_copy(update={"verdict": Verdict.SPLICED}),),
            "q-ferry in ferry.txt is listed as altered, and is spliced now; "
            "write the baseline anew",
            id="another-verdict",
        ),
    ],
)
def test_what_is_found_no_more_is_told(
    findings: tuple[Finding, ...], told: str, rules: Rulebook
) -> None:
    report = compared(a_report(*findings), a_baseline(LISTED), rules)
    (notice,) = report.notices
    assert (notice.rule, notice.level, notice.message) == ("baseline-absent", Level.NOTE, told)
    assert notice.path == str(FILE)
    assert not report.findings[0].known


def test_a_run_that_was_stopped_does_not_know_what_is_gone(rules: Rulebook) -> None:
    report = a_report(verbatim(), interrupted=True)
    assert compared(report, a_baseline(LISTED), rules).notices == ()


def test_a_baseline_lists_what_is_open() -> None:
    signed = several_edits().model_copy(update={"signoff": a_signoff("q-fares")})
    reports = {
        "b.txt": a_report(unavailable(), altered(), verbatim(), signed),
        "a.txt": a_report(verbatim()),
    }
    (listed,) = baseline_of(reports, FILE).articles.items()
    lost = Entry(claim="q-dredge", verdict=Verdict.UNAVAILABLE)
    assert all(len(entry.words) == 12 for entry in listed[1])
    bare = tuple(entry.model_copy(update={"words": ""}) for entry in listed[1])
    assert (listed[0], bare) == ("b.txt", (lost, LISTED))


def test_what_a_baseline_lists_is_known_in_the_next_run(tmp_path: Path, rules: Rulebook) -> None:
    file = tmp_path / "b.json"
    report = a_report(article=a_report().article.model_copy(update={"path": str(tmp_path / "a")}))
    write_baseline(baseline_of({report.article.path: report}, file), file)
    again = known(report, read_baseline(file), (report.article.path, file), rules)

    assert {finding.outstanding for finding in again.findings} == {Level.OK}
    assert again.notices == ()


def test_the_file_has_one_finding_on_a_line(tmp_path: Path) -> None:
    file = tmp_path / "below" / "b.json"
    write_baseline(a_baseline(LISTED, Entry(claim="q-x", verdict=Verdict.SPLICED)), file)
    assert (
        file.read_text()
        == """\
{
  "schema": "provcheck-baseline/1",
  "articles": {
    "ferry.txt": [
      {"claim": "q-ferry", "verdict": "altered", "remarks": ["date-conflict"]},
      {"claim": "q-x", "verdict": "spliced", "remarks": []}
    ]
  }
}
"""
    )


WORDS = st.text(max_size=9)
ENTRIES = st.lists(st.builds(Entry, claim=WORDS, remarks=st.lists(WORDS).map(tuple)), max_size=3)


@settings(deadline=None)
@given(st.dictionaries(WORDS | st.just("\udcff.txt"), ENTRIES.map(tuple), max_size=3))
def test_any_baseline_is_read_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, articles: dict[str, tuple[Entry, ...]]
) -> None:
    file = tmp_path_factory.mktemp("desk") / "b.json"
    baseline = Baseline(schema=VERSION, articles=articles)
    write_baseline(baseline, file)
    assert read_baseline(file) == baseline


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b"", "line 1: is no JSON", id="empty"),
        pytest.param(b'{\n"schema":\n<<<<<<< HEAD', "line 3: is no JSON", id="merge-conflict"),
        pytest.param(b"[" * 99_999, "is no JSON", id="brackets-without-end"),
        pytest.param(b"\xff\xfe\xff", "is no JSON", id="no-text"),
        pytest.param(b"[]", "field the whole file: ", id="a-list"),
        pytest.param(b'{"articles": {}}', "field schema: ", id="no-schema"),
        pytest.param(b'{"schema": "provcheck/1", "articles": {}}', "field schema: ", id="report"),
        pytest.param(
            json.dumps({"schema": VERSION, "articles": {"a.txt": [{"claim": "q"}]}}).encode(),
            "field articles.a.txt.0.verdict: ",
            id="entry-without-verdict",
        ),
        pytest.param(
            json.dumps({"schema": VERSION, "articles": {}, "x": 1}).encode(), "field x: ", id="more"
        ),
    ],
)
def test_a_broken_baseline_is_told_in_one_line(content: bytes, told: str, tmp_path: Path) -> None:
    file = tmp_path / "b.json"
    file.write_bytes(content)
    with pytest.raises(SettingsError) as problem:
        read_baseline(file)
    assert str(problem.value).startswith(f"{file}: {told}")
    assert "\n" not in str(problem.value)


def test_a_baseline_that_is_not_there_is_never_an_empty_one(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no such baseline; `provcheck baseline write` makes"):
        read_baseline(tmp_path / "none.json")
    with pytest.raises(SettingsError, match="cannot be read"):
        read_baseline(tmp_path)


def test_a_file_that_is_far_too_large_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 9)
    (tmp_path / "b.json").write_text("0123456789")
    with pytest.raises(SettingsError, match="larger than 9 bytes"):
        read_baseline(tmp_path / "b.json")


@pytest.mark.parametrize(
    ("path", "file", "key"),
    [
        pytest.param("a.txt", "b.json", "a.txt", id="beside"),
        pytest.param("./x/../a.txt", "b.json", "a.txt", id="another-way-round"),
        pytest.param("in/a.txt", "b.json", "in/a.txt", id="below"),
        pytest.param("in/a.txt", "desk/b.json", "../in/a.txt", id="elsewhere"),
        pytest.param("https://a.example/x", "b.json", "https://a.example/x", id="address"),
    ],
)
def test_an_article_is_called_by_its_way_from_the_baseline(path: str, file: str, key: str) -> None:
    assert key_of(path, Path(file)) == key
    if "://" not in path:
        assert key_of(str(Path.cwd() / path), Path.cwd() / file) == key
