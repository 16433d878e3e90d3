from pathlib import Path

import pytest
from desk import CHECKED, CLAIM, a_desk

from provcheck.cli.exits import Exit
from provcheck.cli.sign import MethodChoice, StatusChoice
from provcheck.model.signoff import Method, Status
from provcheck.signoff.book import read_signoffs

SIGNED = ("sign", CLAIM, "--by", "ab", "--note", "heard it", *CHECKED)


@pytest.fixture(autouse=True)
def article(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1741910400")
    return a_desk(folder)


def test_the_choices_are_those_of_the_model() -> None:
    assert list(map(str, StatusChoice)) == list(map(str, Status))
    assert list(map(str, MethodChoice)) == list(map(str, Method))


def test_a_signed_claim_passes(invoke, folder: Path) -> None:
    assert invoke("pier.txt", *CHECKED, "--no-report").exit_code == Exit.FINDINGS
    done = invoke(*SIGNED)
    told = f"signed {CLAIM} (altered): accepted by ab, in pier.provcheck.toml\n"

    assert (done.exit_code, done.stdout, done.stderr) == (Exit.OK, told, "")
    assert invoke("pier.txt", *CHECKED, "--no-report").exit_code == Exit.OK
    (signoff,) = read_signoffs(folder / "pier.provcheck.toml")
    assert (signoff.claim, str(signoff.day), signoff.note) == (CLAIM, "2025-03-14", "heard it")
    assert signoff.evidence


def test_every_option_is_written(invoke, folder: Path) -> None:
    done = invoke(
        *SIGNED, "--status", "rejected", "--method", "phone", "--expires", "2025-09-01", "pier.txt"
    )
    assert done.exit_code == Exit.OK
    (signoff,) = read_signoffs(folder / "pier.provcheck.toml")
    assert (signoff.status, signoff.method) == (Status.REJECTED, Method.PHONE)
    assert str(signoff.expires) == "2025-09-01"
    done = invoke("pier.txt", *CHECKED, "--no-report")
    assert "error: ab decided on 2025-03-14 that it must not be published: heard it" in done.stdout


def test_a_signoff_is_removed(invoke, folder: Path) -> None:
    invoke(*SIGNED)
    done = invoke("sign", "--remove", "q-48")
    told = f"removed from pier.provcheck.toml: {CLAIM}, accepted by ab on 2025-03-14\n"
    assert (done.exit_code, done.stdout) == (Exit.OK, told)
    assert not (folder / "pier.provcheck.toml").exists()


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (("sign", "q-48", *CHECKED), "by: nobody is named"),
        (("sign", "q-48", "--by", "x" * 41, *CHECKED), "by: at most 40 printable"),
        (("sign", "q-48", "--by", "ab", *CHECKED), f"note: {CLAIM} is altered; say"),
        (("sign", "q-49", "--by", "ab", *CHECKED), "q-49: no such claim in pier.txt"),
        (("sign", "q-48", "-", "--by", "ab"), "sign -: sign-offs stand beside a file"),
        (
            ("sign", "q-48", "https://a.example/", "--by", "ab"),
            "sign https://a.example/: sign-offs",
        ),
        (("sign", "q-48", "none.txt", "--by", "ab"), "none.txt: no such file"),
        ((*SIGNED, "--expires", "soon"), "--expires soon: no date"),
        ((*SIGNED, "--expires", "2025-03-13"), "expires: 2025-03-13 lies before 2025-03-14"),
        ((*SIGNED, "--status", "fine"), "--status"),
        (("sign", "--remove", "q-48"), "q-48: there is no file here or below"),
        (("sign", "--remove", "q-48", "pier.txt"), "q-48: no such claim in pier.provcheck.toml"),
        (
            ("sign", "--remove", "q-48", "--by", "ab", "--expires", "2026-01-01"),
            "--remove: takes a decision back and makes none; leave out --by, --expires",
        ),
        (("sign",), "CLAIM"),
    ],
    ids=lambda each: " ".join(each[:5]) if isinstance(each, tuple) else "",
)
def test_a_fault_of_use_is_one_clear_line_and_writes_nothing(
    invoke, folder: Path, arguments: tuple[str, ...], fault: str
) -> None:
    done = invoke(*arguments)
    assert (done.exit_code, done.stdout) == (Exit.USAGE, "")
    assert fault in done.stderr
    assert done.stderr.count("\n") == 1
    assert list(folder.glob("*.toml")) == []
