import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from provcheck.review.owner import TABLES, Owners, Whose

HEAD = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid\n"
OURS, THEIRS = 0x8733, 0xAACC
OWN = os.getuid()
OTHER = OWN + 1


def row(local: str, remote: str, state: str, user: int) -> str:
    return f"   0: {local} {remote} {state} 00000000:00000000 00:00000000 00000000 {user:>5} 0 1\n"


LISTENING = row("0100007F:8733", "00000000:0000", "0A", OWN)
MAPPED = "0000000000000000FFFF00000100007F"


def owners(tmp_path: Path, *rows: str) -> Owners:
    table = tmp_path / "tcp"
    table.write_text(HEAD + "".join(rows))
    return Owners(OURS, (table, tmp_path / "none"))


@pytest.mark.parametrize("user", [OWN, 0], ids=["ours", "root, who can read everything anyway"])
def test_our_own_processes_and_root_are_let_in(tmp_path: Path, user: int) -> None:
    here = owners(tmp_path, LISTENING, row("0100007F:AACC", "0100007F:8733", "01", user))
    assert here.whose(THEIRS) is Whose.OURS


def test_an_ipv6_socket_is_found_as_well(tmp_path: Path) -> None:
    mapped = row(f"{MAPPED}:AACC", f"{MAPPED}:8733", "01", OWN)
    assert owners(tmp_path, LISTENING, mapped).whose(THEIRS) is Whose.OURS


@pytest.mark.parametrize(
    "rows",
    [(), (row("0100007F:AACC", "0100007F:8733", "01", OTHER),), ("garbage\n",)],
    ids=["nothing is told", "our own socket is not told of", "no table at all"],
)
def test_where_the_system_does_not_tell_everybody_is_let_in(
    tmp_path: Path, rows: tuple[str, ...]
) -> None:
    assert owners(tmp_path, *rows).whose(THEIRS) is Whose.OURS


def test_a_socket_that_is_closed_on_one_side_is_still_ours(tmp_path: Path) -> None:
    half = row("0100007F:AACC", "0100007F:8733", "05", OWN)
    assert owners(tmp_path, LISTENING, half).whose(THEIRS) is Whose.OURS


@pytest.mark.parametrize("state", ["01", "04", "05", "08"])
def test_another_user_is_known(tmp_path: Path, state: str) -> None:
    theirs = row("0100007F:AACC", "0100007F:8733", state, OTHER)
    assert owners(tmp_path, LISTENING, theirs).whose(THEIRS) is Whose.ANOTHER


@pytest.mark.parametrize(
    "rows",
    [
        (row("0100007F:AACC", "0100007F:8733", "06", 0),),
        (row("0100007F:AACC", "0100007F:8734", "01", OWN),),
        (),
    ],
    ids=["ended, when nobody owns it", "to another server", "not told of"],
)
def test_who_hung_up_is_neither(tmp_path: Path, rows: tuple[str, ...]) -> None:
    assert owners(tmp_path, LISTENING, *rows).whose(THEIRS) is Whose.GONE


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.settimeout(20)
        yield server


def test_a_real_connection_of_ours(listening: socket.socket) -> None:
    here = Owners(listening.getsockname()[1])
    with socket.create_connection(listening.getsockname()) as client:
        assert here.whose(client.getsockname()[1]) is Whose.OURS


@pytest.mark.skipif(OWN != 0 or not TABLES[0].exists(), reason="only root can play another user")
def test_a_real_connection_of_another_user(listening: socket.socket) -> None:
    port = listening.getsockname()[1]
    code = (
        "import encodings.idna, os, socket; os.setuid(65534)\n"
        f"client = socket.create_connection(('127.0.0.1', {port})); input()"
    )
    program = [sys.executable, "-I", "-c", code]
    with subprocess.Popen(program, stdin=subprocess.PIPE) as other:
        client, address = listening.accept()
        with client:
            whose = Owners(port).whose(address[1])
        other.communicate(b"\n")
    assert whose is Whose.ANOTHER
