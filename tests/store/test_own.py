from pathlib import Path

import pytest
from reporting import a_report

from provcheck.report.formats import FORMATS
from provcheck.rulebook.book import Rulebook
from provcheck.signoff.baseline import baseline_of, write_baseline
from provcheck.store.own import is_own

SILENT = {"terminal", "github", "claimreview"}  # they say nowhere whose they are


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("The crews use provcheck.\n", id="speaks of it"),
        pytest.param('{"schema": "minutes/1", "tool": "provcheck/1"}', id="other JSON"),
        pytest.param('[{"description": "a", "title": "b"}]', id="other list"),
        pytest.param("<!doctype html><title>Harbour – Post</title>", id="a page"),
        pytest.param("## provided: nothing\n", id="a heading"),
        pytest.param("path,line,column\n", id="a table"),
        pytest.param('<testsuites name="ferry"/>', id="other tests"),
        pytest.param("[" + '{"description":' * 300, id="nested"),
    ],
)
def test_what_others_wrote_is_not_ours(text: str, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(text)
    assert not is_own(file)


@pytest.mark.parametrize("name", ["none.txt", "."])
def test_what_cannot_be_read_is_not_ours(name: str, tmp_path: Path) -> None:
    assert not is_own(tmp_path / name)


@pytest.mark.parametrize("form", sorted({*FORMATS} - SILENT))
def test_a_report_of_any_name_is_ours(form: str, tmp_path: Path, rules: Rulebook) -> None:
    file = tmp_path / "a"
    file.write_text(FORMATS[form]((a_report(),), rules))
    assert is_own(file)


@pytest.mark.parametrize("name", ["a.provcheck.toml", "a.provenance.html", "provenance.index.html"])
def test_our_names_are_ours(name: str, tmp_path: Path) -> None:
    assert is_own(tmp_path / name)


def test_a_baseline_is_ours(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    write_baseline(baseline_of({"a.txt": a_report()}, file), file)
    assert is_own(file)
