"""Line and column of every format for CI point to the very quotation in the file on disk."""

from pathlib import Path

import pytest
from locating import ARTICLES, QUOTED, between, line_of, places, read_as, written

from provcheck.model.report import Report
from provcheck.model.verdict import Verdict
from provcheck.pipeline import check
from provcheck.report.formats import FORMATS
from provcheck.rulebook.book import Rulebook
from provcheck.settings import Settings


def report_of(path: Path) -> Report:
    return check(str(path), Settings(sources=(path.parent / "sources",), offline=True))


@pytest.mark.parametrize("form", ["sarif", "sarif-full", "gitlab", "github"])
@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_the_place_holds_the_quotation_and_nothing_else(
    name: str, form: str, tmp_path: Path, rules: Rulebook
) -> None:
    path = written(name, tmp_path)
    report = report_of(path)
    found = places(form, FORMATS[form]((report,), rules))

    assert [finding.verdict for finding in report.findings] == [Verdict.ALTERED]
    assert found
    for place in found:
        if place[1] is None:
            assert form == "github"
            assert place[0] != place[2]
        else:
            assert read_as(between(path, place)).rstrip(",.") == QUOTED.rstrip(",")


@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_a_test_case_names_the_line_on_which_the_quotation_begins(
    name: str, tmp_path: Path, rules: Rulebook
) -> None:
    path = written(name, tmp_path)
    report = report_of(path)

    for line, *_ in places("junit", FORMATS["junit"]((report,), rules)):
        assert QUOTED[:7] in read_as(line_of(path, line))


def test_columns_count_code_points_as_the_log_says(tmp_path: Path, rules: Rulebook) -> None:
    path = written("plain text", tmp_path)
    log = FORMATS["sarif"]((report_of(path),), rules)
    line, column, *_ = places("sarif", log)[0]
    before = line_of(path, line)[: column - 1]

    assert '"columnKind": "unicodeCodePoints"' in log
    assert len(before) == column - 1
    assert len(before.encode("utf-16-le")) // 2 == column + 1  # two emoji stand before it
