import json
import os
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reviewing import ALTERED, Running, a_session, an_article_of, entered, received, running

from provcheck.errors import SettingsError
from provcheck.review import server as serving
from provcheck.review.answer import Answer
from provcheck.review.server import Server
from provcheck.signoff.book import read_signoffs

BODY = json.dumps(ALTERED).encode()


def head_of(review: Running, line: str, *more: str, cookie: str = "") -> bytes:
    kept = [f"Cookie: {cookie}"] if cookie else []
    return "\r\n".join([line, f"Host: {review.host}", *kept, *more, "", ""]).encode()


def cookie_of(client: httpx.Client) -> str:
    return "; ".join(f"{name}={value}" for name, value in client.cookies.items())


def posting(review: Running, client: httpx.Client, *more: str, line: str = "") -> bytes:
    fields = (f"Origin: {review.origin}", "Content-Type: application/json", *more)
    line = line or "POST /sign HTTP/1.1"
    return head_of(review, line, *fields, cookie=cookie_of(client))


def status_of(told: bytes) -> str:
    return told[:12].decode()


def test_the_address_leads_to_the_page(review: Running, client: httpx.Client) -> None:
    shown = client.get("/")
    assert shown.status_code == 200
    assert shown.headers["content-type"] == "text/html; charset=utf-8"
    assert "Decide on" in shown.text
    assert review.notes == []


def test_a_claim_is_signed_and_the_page_shows_it(client: httpx.Client, tmp_path: Path) -> None:
    answer = client.post("/sign", json=ALTERED)
    assert answer.json()["done"] == "Claim 1 is signed: accepted by ab"
    assert "by ab, 14 March 2025" in client.get("/").text
    assert [each.claim for each in read_signoffs(tmp_path / "ferry.provcheck.toml")] == ["q-ferry"]
    assert client.post("/undo", json={"claim": "c1", "id": "q-ferry"}).status_code == 200
    assert not (tmp_path / "ferry.provcheck.toml").exists()


def test_localhost_serves_too(review: Running, client: httpx.Client) -> None:
    name = f"localhost:{review.server.port}"
    named = {"Host": name, "Origin": f"http://{name}", "Sec-Fetch-Site": "same-origin"}
    assert client.post("/sign", json=ALTERED, headers=named).status_code == 200


def test_old_clients_are_answered(review: Running, client: httpx.Client) -> None:
    told = review.raw(head_of(review, "GET / HTTP/1.0", cookie=cookie_of(client)))
    assert status_of(told) == "HTTP/1.1 200"


def test_done_is_answered_and_ends_the_server(review: Running, client: httpx.Client) -> None:
    assert client.post("/done", json={}).status_code == 200
    review.thread.join(5)
    assert not review.thread.is_alive()
    with pytest.raises(httpx.ConnectError):
        client.get("/")


def test_only_this_machine_is_listened_to(review: Running) -> None:
    assert review.server.server_address == ("127.0.0.1", review.server.port)
    with socket.socket() as other, pytest.raises(OSError):  # noqa: PT011
        other.bind(("127.0.0.1", review.server.port))


def test_a_port_that_is_taken_is_told_of(review: Running) -> None:
    with pytest.raises(SettingsError, match=f"--port {review.server.port}: cannot be had"):
        Server(lambda *_: pytest.fail("nobody asked"), print, review.server.port)


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/"), ("POST", "/sign"), ("POST", "/undo"), ("POST", "/done"), ("GET", "/x")],
)
def test_a_stranger_learns_nothing(stranger: httpx.Client, method: str, path: str) -> None:
    answer = stranger.request(method, path, json={})
    assert answer.status_code == 403
    assert answer.json() == {"error": "open the address that the terminal shows"}
    assert answer.headers["connection"] == "close"


def test_the_address_works_once(
    review: Running, client: httpx.Client, stranger: httpx.Client
) -> None:
    assert stranger.get(review.server.access.opening).status_code == 403
    assert stranger.get("/").status_code == 403
    assert client.get("/").status_code == 200


def test_of_many_who_come_at_once_one_gets_in(review: Running) -> None:
    with ThreadPoolExecutor(8) as pool:
        address = review.server.access.opening
        answers = list(pool.map(lambda _: httpx.get(address).status_code, range(16)))
    assert sorted(answers) == [200] + [403] * 15


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"Host": "evil.example"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": ""}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Cookie": "provcheck=x"}, 403),
        ({"Content-Type": "text/plain"}, 415),
    ],
)
def test_no_other_page_can_sign(
    client: httpx.Client, tmp_path: Path, fields: dict[str, str], status: int
) -> None:
    assert client.post("/sign", content=BODY, headers=JSON | fields).status_code == status
    assert not list(tmp_path.glob("*.toml"))


JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"[]", 400),
        (b"null", 400),
        (b"[" * 15_000, 400),
        (b"\xff\xfe{", 400),
        (b"9" * 6000, 400),
        (b"{}", 422),
        (b'{"claim": NaN}', 422),
        (b" " * 16_001, 413),
        (b" " * 200_000, 413),
    ],
)
def test_other_bodies_are_refused(client: httpx.Client, body: bytes, status: int) -> None:
    for path in ("/sign", "/undo"):
        assert client.post(path, content=body, headers=JSON).status_code == status


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/sign", 405),
        ("POST", "/", 405),
        ("PUT", "/sign", 405),
        ("DELETE", "/undo", 405),
        ("OPTIONS", "/sign", 405),
        ("HEAD", "/", 405),
        ("TRACE", "/", 405),
        ("GET", "/ferry.txt", 404),
        ("GET", "/favicon.ico", 404),
        ("GET", "/..%2f..%2fetc/passwd", 404),
    ],
)
def test_other_ways_are_refused(client: httpx.Client, method: str, path: str, status: int) -> None:
    assert client.request(method, path).status_code == status


@pytest.mark.parametrize("path", ["/../../etc/passwd", "//etc/passwd", "/./", "http://a.example/"])
def test_no_file_is_served(review: Running, client: httpx.Client, path: str) -> None:
    told = review.raw(head_of(review, f"GET {path} HTTP/1.1", cookie=cookie_of(client)))
    assert status_of(told) == "HTTP/1.1 404"


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"GET /\r\n\r\n", "403"),
        (b"GET / HTTP/9.9\r\n\r\n", "505"),
        (b"GET / HTTP/1.1\r\n\r\n", "403"),
        (b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "403"),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", "400"),
        (b"GET " + b"/" * 70_000 + b" HTTP/1.1\r\n\r\n", "414"),
        (b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 200 + b"\r\n", "431"),
        (b"GET / HTTP/1.1\r\nA: " + b"b" * 70_000 + b"\r\n\r\n", "431"),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "505"),
    ],
    ids=["0.9", "9.9", "no host", "two hosts", "TLS", "long line", "many", "long field", "h2"],
)
def test_what_is_no_request_is_refused_in_our_words(
    review: Running, data: bytes, status: str
) -> None:
    told = review.raw(data)
    assert status.encode() in told[:12]
    assert b"frame-ancestors 'none'" in told
    assert b"Server: provcheck\r\n" in told


def test_what_follows_a_request_is_not_taken_for_another(
    review: Running, client: httpx.Client, tmp_path: Path
) -> None:
    first = head_of(review, "GET / HTTP/1.1", "Connection: keep-alive", cookie=cookie_of(client))
    second = posting(review, client, f"Content-Length: {len(BODY)}") + BODY
    told = review.raw(first + second)
    assert told.count(b"HTTP/1.1 ") == 1
    assert not list(tmp_path.glob("*.toml"))


def test_a_body_in_chunks_is_refused(review: Running, client: httpx.Client) -> None:
    data = posting(review, client, "Transfer-Encoding: chunked") + b"2\r\n{}\r\n0\r\n\r\n"
    assert status_of(review.raw(data, ends=True)) == "HTTP/1.1 411"


def test_a_body_that_breaks_off_signs_nothing(
    review: Running, client: httpx.Client, tmp_path: Path
) -> None:
    data = posting(review, client, f"Content-Length: {len(BODY) + 9}") + BODY[:-1]
    assert status_of(review.raw(data, ends=True)) == "HTTP/1.1 400"
    assert not list(tmp_path.glob("*.toml"))


def test_two_signs_at_once_are_both_kept(review: Running, client: httpx.Client) -> None:
    other = {**ALTERED, "claim": "c6", "id": "q-dredge"}
    headers = {"Cookie": cookie_of(client), "Origin": review.origin}

    def post(asked: dict[str, str]) -> int:
        return httpx.post(f"{review.origin}/sign", json=asked, headers=headers).status_code

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(post, (ALTERED, other) * 8)) == {200}
    (report,) = review.session.reports
    assert [f.claim.id for f in report.findings if f.holds] == ["q-ferry", "q-dredge"]


def test_a_connection_that_dawdles_is_ended_and_others_are_served(
    review: Running, client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "LONGEST", 1.0)
    begun = time.monotonic()
    with socket.create_connection(("127.0.0.1", review.server.port), timeout=15) as slow:
        stop = threading.Event()

        def drip() -> None:
            while not stop.wait(0.2):
                slow.sendall(b"G")

        dripping = threading.Thread(target=drip)
        dripping.start()
        assert client.get("/").status_code == 200
        received(slow)  # until it is ended
        stop.set()
        dripping.join()
    assert time.monotonic() - begun < 5


def test_connections_beyond_bounds_are_closed_and_then_taken_again(
    review: Running, client: httpx.Client
) -> None:
    address = ("127.0.0.1", review.server.port)
    held = [socket.create_connection(address, timeout=15) for _ in range(serving.MOST_CONNECTIONS)]
    time.sleep(0.5)
    with pytest.raises(httpx.HTTPError):
        client.get("/")
    for connection in held:
        connection.close()
    time.sleep(0.5)
    assert client.get("/").status_code == 200


def test_a_fault_of_ours_is_told_and_ends_nothing(review: Running, client: httpx.Client) -> None:
    def broken(*_: object) -> Answer:
        message = "a\nb"
        raise ValueError(message)

    act = review.server._act
    review.server._act = broken
    assert client.get("/").status_code == 500
    review.server._act = act
    assert client.get("/").status_code == 200
    assert review.notes == ["internal error: ValueError: a\nb; please report it"]


def test_a_client_that_hangs_up_is_nothing_to_tell(review: Running, client: httpx.Client) -> None:
    for _ in range(5):
        with socket.create_connection(("127.0.0.1", review.server.port)) as gone:
            gone.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
            gone.sendall(head_of(review, "GET / HTTP/1.1", cookie=cookie_of(client)))
    assert client.get("/").status_code == 200
    assert review.notes == []


@pytest.mark.skipif(os.getuid() != 0, reason="only root can play another user")
def test_another_user_of_the_machine_is_turned_away_even_with_the_address(
    review: Running, client: httpx.Client
) -> None:
    request = head_of(review, "GET / HTTP/1.1", cookie=cookie_of(client))
    code = (
        "import encodings.idna, os, socket, sys; os.setuid(65534)\n"
        f"client = socket.create_connection(('127.0.0.1', {review.server.port}), timeout=15)\n"
        f"client.sendall({request!r})\n"
        "try: print(client.recv(9))\n"
        "except ConnectionError: print(b'')\n"
    )
    program = [sys.executable, "-I", "-c", code]
    told = subprocess.run(program, capture_output=True, check=True, timeout=30).stdout
    assert told.strip() == b"b''"
    assert review.notes == ["another user of this machine tried to connect, and was turned away"]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.binary(max_size=300))
def test_no_bytes_bring_the_server_down(review: Running, data: bytes) -> None:
    review.raw(data + b"\r\n\r\n", ends=True)
    assert review.thread.is_alive()
    assert review.notes == []


def test_answers_on_their_way_arrive_when_the_review_ends(tmp_path: Path) -> None:
    session = a_session(an_article_of(tmp_path))
    with running(session) as review, closing(entered(review)) as client:
        act, begun = review.server._act, threading.Event()

        def slow(path: str, given_: object) -> Answer:
            begun.set()
            time.sleep(0.6)
            return act(path, given_)

        review.server._act = slow
        with ThreadPoolExecutor(1) as pool:
            answer = pool.submit(client.post, "/sign", json=ALTERED)
            begun.wait(5)
            review.server.end()
            assert answer.result().status_code == 200
