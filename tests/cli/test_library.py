import json
from hashlib import sha256
from pathlib import Path

import pytest
from shelving import PIER, SONG

from provcheck.cli.exits import Exit
from provcheck.store.given import given


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
    said = "https://a.example/x\udcffy" if option == "--url" else "x\udcffy"
    assert invoke("library", "add", "a.txt", option, said).exit_code == Exit.OK
    told = json.loads(invoke("library", "list", "--json").stdout)["documents"]
    assert said.replace("\udcff", "?") in told[0].values()
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


TOLD = "The lamp on the quay was never once out in forty winters of storm and salt."
QUAY = f"""<html lang="en"><title>Marrowbone quay</title><meta property="og:site_name"
content="Halyard Post"><article><h1>Marrowbone quay</h1><p>{TOLD}</p></article></html>"""


def looked_into(invoke, folder: Path, *options: str) -> None:
    """A run that finds a quotation in a document of the library."""
    (folder / "quay.html").write_text(QUAY)
    (folder / "article.txt").write_text(f"As the keeper told reporters, “{TOLD}”")
    assert invoke("library", "add", "quay.html", *options).exit_code == Exit.OK
    report = ["-f", "json=first.json", "-f", "html=first.html"]
    assert invoke("article.txt", *report).exit_code == Exit.OK


def telling(folder: Path, word: bytes) -> list[str]:
    files = [path for path in (folder / ".provcheck").rglob("*") if path.is_file()]
    return [path.name for path in files if word in path.read_bytes().lower()]


def test_what_a_document_says_of_itself_goes_with_its_words(invoke, folder: Path) -> None:
    looked_into(invoke, folder)
    key = sha256(QUAY.encode()).hexdigest()
    assert invoke("store", "redact", key, "--reason", "private").exit_code == Exit.OK
    assert [telling(folder, word) for word in (b"marrowbone", b"halyard", b"winters")] == [[]] * 3


@pytest.mark.parametrize("options", [[], ["--title", "The lamp"]], ids=["of itself", "by hand"])
def test_a_run_is_made_again_from_what_is_exported_of_it(
    invoke, folder: Path, options: list[str]
) -> None:
    looked_into(invoke, folder, *options)
    assert invoke("store", "export", "out", "--article", "article.txt").exit_code == Exit.OK
    again = ["--offline", "--no-store", "--sources", "out"]
    report = ["-f", "json=again.json", "-f", "html=again.html"]
    assert invoke("article.txt", *again, *report).exit_code == Exit.OK
    for form in ("json", "html"):
        assert (folder / f"again.{form}").read_text() == (folder / f"first.{form}").read_text()
    (brought,) = given((folder / "out",)).shelved()
    assert brought.title == (options[1] if options else None)


def test_what_an_exported_document_says_of_itself_is_no_word_of_whoever_adds_it(
    invoke, folder: Path
) -> None:
    looked_into(invoke, folder)
    assert invoke("store", "export", "out").exit_code == Exit.OK
    (folder / ".provcheck").rename(folder / "before")
    assert invoke("library", "add", "out").exit_code == Exit.OK
    (told,) = json.loads(invoke("library", "list", "--json").stdout)["documents"]
    assert (told["title"], told["publisher"]) == ("Marrowbone quay", "Halyard Post")
    assert invoke("article.txt", "--offline", "--sources", "out").exit_code == Exit.OK
    assert invoke("store", "redact", told["key"], "--reason", "private").exit_code == Exit.OK
    assert [telling(folder, word) for word in (b"marrowbone", b"halyard")] == [[]] * 2
