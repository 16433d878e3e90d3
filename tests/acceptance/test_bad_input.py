"""Bad input on the command line: one line that names the file and the remedy, exit code 2."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

GOOD = "“We will open the new harbour in May,” Ada Brandvold said in a speech.\n"


def run(folder: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    program = str(Path(sys.executable).parent / "provcheck")
    return subprocess.run(
        [program, *arguments], cwd=folder, input=stdin, capture_output=True, check=False
    )


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "blank.txt").write_text(" \n\n")
    (tmp_path / "nobody.txt").write_text("It rained on the quay all day and nobody sang.\n")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 50)
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n....")
    (tmp_path / "latin.txt").write_bytes("caf\xe9 “x”".encode("latin-1", "replace"))
    (tmp_path / "fake.docx").write_text(GOOD)
    (tmp_path / "folder").mkdir()
    with zipfile.ZipFile(tmp_path / "zip.txt", "w") as packed:
        packed.writestr("a.txt", GOOD)
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "sources.json").write_text(
        '[{"url": "https://a.example/", "sttus": 1}]'
    )
    (tmp_path / "house.yaml").write_text(
        "id: h\ntitle: H\nedits: {case: {stance: liked, origin: x}}\n"
    )
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["no.txt"], "no.txt", id="missing file"),
        pytest.param(["folder"], "folder", id="a folder"),
        pytest.param(["empty.txt"], "empty", id="an empty file"),
        pytest.param(["blank.txt"], "empty", id="only white space"),
        pytest.param(["binary.txt"], "binary", id="a binary file"),
        pytest.param(["picture.txt"], "binary", id="a picture"),
        pytest.param(["zip.txt"], "zip", id="an archive"),
        pytest.param(["latin.txt"], "byte 3", id="another encoding"),
        pytest.param(["fake.docx"], "no Word file", id="a Word file in name only"),
        pytest.param(["nobody.txt"], "no claims", id="no claims"),
        pytest.param(
            ["good.txt", "--sources", "sources"], "entry 1, field sttus", id="broken manifest"
        ),
        pytest.param(["good.txt", "--sources", "nowhere"], "nowhere", id="missing sources"),
        pytest.param(["good.txt", "--fail-on", "sometimes"], "sometimes", id="unknown level"),
        pytest.param(["good.txt", "--format", "papyrus"], "papyrus", id="unknown format"),
        pytest.param(["good.txt", "--house", "igloo"], "igloo", id="unknown house"),
        pytest.param(["good.txt", "--house", "house.yaml"], "edits.case.stance", id="broken house"),
        pytest.param(["good.txt", "--published", "soon"], "soon", id="no date"),
        pytest.param(
            ["good.txt", "--report", "good.txt/x.html"], "good.txt", id="unwritable report"
        ),
        pytest.param(["explain", "igloo"], "igloo", id="unknown verdict"),
        pytest.param(["claims", "no.txt"], "no.txt", id="claims of a missing file"),
        pytest.param([], "", id="nothing at all"),
        pytest.param(["--no-such-option"], "--no-such-option", id="unknown option"),
    ],
)
def test_is_one_line_and_exit_code_2(desk: Path, arguments: list[str], told: str) -> None:
    answer = run(desk, *arguments)
    said = answer.stderr.decode()

    assert answer.returncode == 2, said
    assert told in said
    assert "Traceback" not in said
    assert list(desk.glob("*.provenance.html")) == []


@pytest.mark.parametrize("arguments", [["good.txt"], ["check", "good.txt"], ["./good.txt"]])
def test_good_input_is_checked(desk: Path, arguments: list[str]) -> None:
    answer = run(desk, *arguments, "--offline")

    assert answer.returncode == 0, answer.stderr
    assert (desk / "good.provenance.html").read_text().startswith("<!doctype html>")


def test_standard_input_is_read_only_when_asked_for(desk: Path) -> None:
    answer = run(desk, "-", "--offline", "--no-report", stdin=GOOD.encode())

    assert answer.returncode == 0, answer.stderr
    assert b"1 claim" in answer.stdout
    assert run(desk, stdin=GOOD.encode()).returncode == 2


def test_one_bad_file_does_not_stop_the_others(desk: Path) -> None:
    answer = run(desk, "no.txt", "good.txt", "--offline", "--no-report")

    assert answer.returncode == 2
    assert b"good.txt:1" in answer.stdout


def test_required_sources_that_cannot_be_read_have_their_own_code(desk: Path) -> None:
    assert run(desk, "good.txt", "--offline", "--no-report", "--require-sources").returncode == 4
