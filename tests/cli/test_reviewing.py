"""A review from the command line: a process of its own, a client, and what is left on disk."""

import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from desk import CHECKED, CLAIM, a_desk
from reporting import a_report
from reviewing import Started

from provcheck.cli import run
from provcheck.cli.exits import Exit
from provcheck.cli.options import FailOn
from provcheck.cli.reviewing import Wanted, reviewed
from provcheck.settings import Settings
from provcheck.signoff.book import read_signoffs

SIGNING = {"claim": "c1", "id": CLAIM, "status": "accepted", "by": "ab", "note": "heard it"}
Start = Callable[..., Started]


@pytest.fixture
def start(folder: Path) -> Iterator[Start]:
    begun: list[Started] = []
    a_desk(folder)

    def start_(*arguments: str, **environment: str) -> Started:
        begun.append(Started(folder, (*arguments, *CHECKED), **environment))
        return begun[-1]

    yield start_
    for review in begun:
        review.close()


def test_what_was_signed_passes_then_and_afterwards(start: Start, invoke, folder: Path) -> None:
    review = start("pier.txt", "--no-browser")
    review.enter()
    assert review.client.post("/sign", json=SIGNING).json()["open"] == 0
    review.client.post("/done", json={})
    code, told, complained = review.ended()

    assert code == Exit.OK
    assert "1 claim: 1 altered; 1 settled" in told
    assert complained == ""
    assert review.second == "The address works once. Done on the page ends the review.\n"
    assert review.token not in told + complained
    assert invoke("pier.txt", *CHECKED, "--no-report").exit_code == Exit.OK
    assert not list(folder.glob("*.html"))


@pytest.mark.parametrize(("fail_on", "code"), [("error", Exit.FINDINGS), ("never", Exit.OK)])
def test_what_is_left_makes_the_exit_code(start: Start, fail_on: str, code: Exit) -> None:
    review = start("pier.txt", "--no-browser", "--fail-on", fail_on)
    review.enter()
    review.client.post("/done", json={})
    done, told, _ = review.ended()
    assert (done, "altered" in told) == (code, True)


def test_ctrl_c_ends_in_order_and_keeps_what_was_signed(start: Start, folder: Path) -> None:
    review = start("pier.txt", "--no-browser")
    review.enter()
    review.client.post("/sign", json=SIGNING)
    review.process.send_signal(signal.SIGINT)
    code, told, complained = review.ended()
    assert code == Exit.INTERRUPTED
    assert "1 claim: 1 altered; 1 settled" in told
    assert complained.endswith("review: ended; what was signed is kept\n")
    assert "Traceback" not in complained
    assert len(read_signoffs(folder / "pier.provcheck.toml")) == 1


@pytest.mark.parametrize("delay", range(4))
def test_what_was_answered_outlives_a_kill(start: Start, folder: Path, delay: int) -> None:
    review = start("pier.txt", "--no-browser")
    review.enter()
    for number in range(delay + 1):
        assert review.client.post("/sign", json={**SIGNING, "note": f"{number}"}).status_code == 200
    review.process.kill()
    review.process.wait(20)
    (signoff,) = read_signoffs(folder / "pier.provcheck.toml")
    assert signoff.note == str(delay)
    assert not list(folder.glob(".provcheck-*"))


def test_the_browser_gets_the_address_and_the_initials_are_filled_in(
    start: Start, folder: Path
) -> None:
    browser = folder / "browser"
    browser.write_text(
        f'#!/bin/sh\necho "$1" > {folder}/seen.part; mv {folder}/seen.part {folder}/seen\n'
    )
    browser.chmod(0o755)
    review = start("pier.txt", "--by", " ab ", BROWSER=str(browser))
    review.enter()
    assert 'id="by" maxlength="40" autocomplete="off" spellcheck="false" value="ab"' in (
        review.client.get("/").text
    )
    for _ in range(100):
        if (folder / "seen").exists():
            break
        time.sleep(0.05)
    assert (folder / "seen").read_text().strip().endswith(review.token)


def test_a_port_is_named_and_told_of_when_it_is_taken(start: Start, invoke) -> None:
    first = start("pier.txt", "--no-browser")
    port = str(first.client.base_url.port)
    done = invoke("review", "pier.txt", *CHECKED, "--no-browser", "--port", port)
    assert done.exit_code == Exit.USAGE
    assert done.stderr.startswith(f"provcheck: --port {port}: cannot be had (")


def test_a_check_that_was_stopped_begins_no_review(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    a_desk(folder)
    monkeypatch.setattr(run, "check", lambda *_: a_report(interrupted=True))
    wanted = Wanted(["pier.txt"], by="", port=0, browser=False, fail_on=FailOn.ERROR)
    assert reviewed(wanted, Settings()) is Exit.INTERRUPTED
    told = "provcheck: interrupted; there is no review of what was not read\n"
    assert capsys.readouterr().err == told
