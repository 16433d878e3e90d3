import json
from pathlib import Path

import pytest
from shelving import PIER, SONG

from provcheck.cli.exits import Exit


@pytest.fixture
def filled(invoke, folder: Path) -> None:
    (folder / "pier.txt").write_text(PIER)
    (folder / "song.txt").write_text(SONG)
    told = ["--publisher", "Reuters", "--published", "2025-03-05", "--title", "Talks"]
    assert invoke("library", "add", "pier.txt", *told).exit_code == Exit.OK
    assert invoke("library", "add", "song.txt").exit_code == Exit.OK


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["list"], "no evidence store there"),
        (["search", "words"], "no evidence store there"),
        (["remove", "0" * 8], "no evidence store there"),
        (["add", "nowhere.txt"], "provcheck: nowhere.txt: no such file or folder"),
        (["add", "a.txt", "--url", "wire.example/a"], "--url wire.example/a: no address"),
        (["import-warc", "nowhere.warc"], "provcheck: nowhere.warc: no such file or folder"),
        (["add", "a.txt", "--published", "soon"], "--published soon: no date"),
        (["search", "words", "--from", "soon"], "--from soon: no date"),
        (
            ["search", "words", "--from", "2025-03-02", "--to", "2025-03-01"],
            "--to 2025-03-01: before --from 2025-03-02",
        ),
        (["search", "words", "--limit", "0"], "--limit"),
        (["import-warc", "a.txt"], "no WARC by its name"),
        (["search"], "WORDS"),
        (["burn"], "burn"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_a_fault_of_use_is_one_clear_line(
    invoke, folder: Path, arguments: list[str], fault: str
) -> None:
    (folder / "a.txt").write_text(PIER)
    if "soon" in arguments and "search" in arguments:
        assert invoke("library", "add", "a.txt").exit_code == Exit.OK
    done = invoke("library", *arguments)
    assert (done.exit_code, done.stdout) == (Exit.USAGE, "")
    assert fault in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("option", ["--title", "--publisher", "--url", "--lang"])
def test_what_is_said_of_a_source_may_be_bytes_of_any_kind(
    invoke, folder: Path, option: str
) -> None:
    (folder / "a.txt").write_text(PIER)
    assert invoke("library", "add", "a.txt", option, "x\udcffy").exit_code == Exit.OK
    told = json.loads(invoke("library", "list", "--json").stdout)["documents"]
    assert "x?y" in told[0].values()
    assert invoke("store", "verify").exit_code == Exit.OK


@pytest.mark.usefixtures("filled")
def test_what_is_there_is_listed(invoke) -> None:
    lines = sorted(invoke("library", "list").stdout.splitlines(), key=lambda line: line[14:])
    assert lines[0].endswith("  ----------  song.txt")
    assert lines[1].endswith("  2025-03-05  Reuters  Talks  pier.txt")
    for form in (["--json"], ["--format", "json"]):
        told = json.loads(invoke("library", "list", *form).stdout)
        assert {each["name"] for each in told["documents"]} == {"pier.txt", "song.txt"}


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("options", "code"),
    [
        pytest.param(["--from", "2025-03-06"], Exit.FINDINGS, id="published too early"),
        pytest.param(["--to", "2025-03-04"], Exit.FINDINGS, id="published too late"),
        pytest.param(["--outlet", "Example Wire"], Exit.FINDINGS, id="by another outlet"),
        pytest.param([], Exit.OK, id="whoever published it"),
        pytest.param(["--outlet", "Reu\udcffters"], Exit.FINDINGS, id="by bytes that are no name"),
        pytest.param(["--outlet", "Reuters"], Exit.OK, id="by its outlet"),
        pytest.param(["--outlet", "the Reuters news agency"], Exit.OK, id="by another name of it"),
        pytest.param(["--from", "2025-03-05", "--to", "2025-03-05"], Exit.OK, id="on its day"),
    ],
)
def test_a_search_is_narrowed(invoke, options: list[str], code: Exit) -> None:
    done = invoke("library", "search", "close the south pier before the herring fleet", *options)
    assert done.exit_code == code
    assert bool(done.stdout) is (code is Exit.OK)
    told = "the words stand in no document of these outlets and days of the library\n"
    assert done.stderr == ("" if code is Exit.OK else told)


@pytest.mark.usefixtures("filled")
def test_the_words_are_shown_where_they_stand(invoke) -> None:
    first, second = invoke("library", "search", "nobody sang on the quay").stdout.splitlines()
    assert first.endswith("song.txt")
    assert "»Nobody sang on the quay« that evening" in second
    assert "in no document of the library" in invoke("library", "search", "seven gulls").stderr
    told = json.loads(invoke("library", "search", "herring fleet", "--json").stdout)
    assert [hit["document"]["title"] for hit in told["hits"]] == ["Talks"]
    assert told["hits"][0]["passage"]["words"] == "herring fleet"


@pytest.mark.usefixtures("filled")
def test_a_document_is_taken_out(invoke) -> None:
    key = json.loads(invoke("library", "search", "herring fleet", "--json").stdout)["hits"][0][
        "document"
    ]["key"]
    assert invoke("library", "remove", key[:8]).stdout.startswith(f"taken out: {key[:12]}")
    assert invoke("library", "search", "herring fleet").exit_code == Exit.FINDINGS
    assert invoke("library", "remove", key[:8]).exit_code == Exit.USAGE
    assert invoke("store", "verify").exit_code == Exit.OK
