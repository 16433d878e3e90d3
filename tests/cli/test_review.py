from pathlib import Path

import pytest
from desk import CHECKED, a_desk

from provcheck.cli.exits import Exit


@pytest.fixture(autouse=True)
def article(folder: Path) -> Path:
    return a_desk(folder)


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        ((), "Missing argument 'ARTICLE...'"),
        (("-",), "review -: sign-offs stand beside a file; save the article and name it"),
        (("https://a.example/x",), "review https://a.example/x: sign-offs stand beside a file"),
        (("pier.txt", "--port", "80"), "--port"),
        (("pier.txt", "--by", "a\nb"), "by: at most 40 printable characters"),
        (("pier.txt", "--by", " "), "by: nobody is named"),
        (("gone.txt",), "gone.txt: no such file; check the path"),
        (("pier.txt", "--sources", "none"), "none"),
    ],
)
def test_no_review_begins_on_what_is_wrong(invoke, arguments: tuple[str, ...], fault: str) -> None:
    done = invoke("review", *arguments, "--offline", "--no-store", "--no-browser")
    assert (done.exit_code, done.stdout) == (Exit.USAGE, "")
    assert fault in done.stderr
    assert "token" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_broken_file_of_signoffs_begins_no_review(invoke, folder: Path) -> None:
    (folder / "pier.provcheck.toml").write_text("<<<<<<< HEAD\n")
    done = invoke("review", "pier.txt", *CHECKED, "--no-browser")
    assert done.exit_code == Exit.USAGE
    assert "a merge conflict stands here" in done.stderr


def test_the_options_of_a_check_are_taken(invoke) -> None:
    usage = invoke("review", "--help").stdout
    for option in ("--sources", "--offline", "--house", "--by", "--port", "--no-browser"):
        assert option in usage
