from email.message import Message
from http import HTTPStatus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.review.access import MOST_BYTES, PATHS, Access, not_so, size_of
from provcheck.review.answer import Answer

PORT = 40404
OWN = f"http://127.0.0.1:{PORT}"


def fields(*pairs: tuple[str, str]) -> Message:
    message = Message()
    for name, value in pairs:
        message[name] = value
    return message


def entering(access: Access, path: str = "", **known: str) -> Answer | None:
    head = fields(("Host", known.get("host", f"127.0.0.1:{PORT}")))
    return access.entrance(known.get("method", "GET"), path or access.opening[len(OWN) :], head)


def cookie_of(answer: Answer | None) -> str:
    assert answer
    return dict(answer.fields())["Set-Cookie"].partition(";")[0]


@pytest.fixture
def access() -> Access:
    return Access(PORT)


@pytest.fixture
def cookie(access: Access) -> str:
    return cookie_of(entering(access))


def inside(cookie: str, *more: tuple[str, str], host: str = f"127.0.0.1:{PORT}") -> Message:
    return fields(("Host", host), ("Cookie", cookie), *more)


@pytest.mark.parametrize(
    "more",
    [
        (),
        (("Sec-Fetch-Site", "none"),),
        (("Sec-Fetch-Site", "same-origin"),),
        (("Origin", OWN),),
        (("Cookie-Note", "x"),),
    ],
    ids=["an old browser", "typed", "from our page", "with our origin", "an unknown field"],
)
def test_the_page_is_shown_to_who_has_the_cookie(
    access: Access, cookie: str, more: tuple[tuple[str, str], ...]
) -> None:
    assert access.refusal("GET", "/", inside(cookie, *more)) is None


def test_localhost_is_a_name_of_this_machine_too(access: Access, cookie: str) -> None:
    named = inside(cookie, ("Origin", f"http://localhost:{PORT}"), host=f"localhost:{PORT}")
    assert access.refusal("POST", "/sign", named) is None


def test_our_cookie_is_found_among_others(access: Access, cookie: str) -> None:
    among = inside(f"a=b; provcheck-{PORT}=tossed; {cookie}; c")
    assert access.refusal("GET", "/", among) is None


def test_the_secrets_are_long_and_new_each_time(access: Access, cookie: str) -> None:
    token = access.opening.partition("=")[2]
    assert len(token) >= 43
    assert len(cookie.partition("=")[2]) >= 43
    assert token not in cookie
    assert Access(PORT).opening != access.opening


def test_the_cookie_is_kept_from_scripts_and_other_sites(access: Access) -> None:
    given_ = dict(entering(access).fields())["Set-Cookie"]
    assert given_.startswith(f"provcheck-{PORT}=")
    assert given_.endswith("; Path=/; HttpOnly; SameSite=Strict")


def test_the_address_works_once(access: Access) -> None:
    assert entering(access).status == HTTPStatus.OK
    again = entering(access)
    assert again.status == HTTPStatus.FORBIDDEN
    assert b"works once" in again.body
    assert "Set-Cookie" not in dict(again.fields())


@pytest.mark.parametrize(
    "path",
    ["/?token=", "/?token=x", "/?token=None", "/?token=\udcff"],
    ids=["empty", "wrong", "None", "half a character"],
)
def test_a_wrong_token_opens_nothing_and_spends_nothing(access: Access, path: str) -> None:
    assert entering(access, path).status == HTTPStatus.FORBIDDEN
    assert entering(access).status == HTTPStatus.OK


def test_no_other_name_of_the_host_spends_the_token(access: Access) -> None:
    assert entering(access, host=f"evil.example:{PORT}").status == HTTPStatus.FORBIDDEN
    assert entering(access).status == HTTPStatus.OK


@pytest.mark.parametrize(("method", "path"), [("POST", "/?token=x"), ("GET", "/"), ("GET", "/x")])
def test_what_shows_no_token_is_judged_elsewhere(access: Access, method: str, path: str) -> None:
    assert entering(access, path, method=method) is None


@pytest.mark.parametrize(
    "hosts",
    [
        (),
        ("127.0.0.1",),
        (f"127.0.0.1:{PORT + 1}",),
        (f"evil.example:{PORT}",),
        (f"127.0.0.1.evil.example:{PORT}",),
        (f"[::1]:{PORT}",),
        (f"0.0.0.0:{PORT}",),
        (f"127.0.0.1:{PORT}", f"127.0.0.1:{PORT}"),
        (f"127.0.0.1:{PORT}, evil.example",),
    ],
)
def test_a_host_by_another_name_is_refused(
    access: Access, cookie: str, hosts: tuple[str, ...]
) -> None:
    head = fields(*(("Host", host) for host in hosts), ("Cookie", cookie))
    refusal = access.refusal("GET", "/", head)
    assert refusal
    assert refusal.status == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize(
    "cookies",
    [
        (),
        ("provcheck-40404=",),
        ("provcheck-40404=x",),
        ("other={secret}",),
        ("{whole}", "{whole}"),
    ],
    ids=["none", "empty", "wrong", "by another name", "two fields, which no browser sends"],
)
def test_without_the_cookie_nothing_is_told(
    access: Access, cookie: str, cookies: tuple[str, ...]
) -> None:
    secret = cookie.partition("=")[2]
    sent = [("Cookie", each.format(secret=secret, whole=cookie)) for each in cookies]
    for path in ("/", "/sign", "/no-such"):
        refusal = access.refusal("GET", path, fields(("Host", f"127.0.0.1:{PORT}"), *sent))
        assert refusal
        assert refusal.status == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize(
    "path",
    [
        "/?",
        "/?x=1",
        "//",
        "/sign/",
        "/sign?x",
        "/../etc/passwd",
        "/%2e%2e/x",
        "http://a.example/",
        "/ferry.txt",
        "*",
        "",
    ],
)
def test_other_paths_are_not_there(access: Access, cookie: str, path: str) -> None:
    for method in ("GET", "POST"):
        refusal = access.refusal(method, path, inside(cookie, ("Origin", OWN)))
        assert refusal
        assert refusal.status == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("path", PATHS)
def test_each_path_takes_one_method(access: Access, cookie: str, path: str) -> None:
    other = {"GET": "POST", "POST": "GET"}[PATHS[path]]
    assert access.refusal(PATHS[path], path, inside(cookie, ("Origin", OWN))) is None
    refusal = access.refusal(other, path, inside(cookie, ("Origin", OWN)))
    assert refusal
    assert refusal.status == HTTPStatus.METHOD_NOT_ALLOWED
    assert dict(refusal.fields())["Allow"] == PATHS[path]


@pytest.mark.parametrize(
    "sent",
    [
        (),
        (("Origin", "null"),),
        (("Origin", "http://evil.example"),),
        (("Origin", f"https://127.0.0.1:{PORT}"),),
        (("Origin", f"http://localhost:{PORT}"),),
        (("Origin", f"http://127.0.0.1:{PORT + 1}"),),
        (("Origin", OWN), ("Origin", OWN)),
        (("Origin", OWN), ("Sec-Fetch-Site", "same-site")),
        (("Origin", OWN), ("Sec-Fetch-Site", "cross-site")),
        (("Origin", OWN), ("Sec-Fetch-Site", "none")),
        (("Origin", OWN), ("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Site", "none")),
    ],
)
def test_no_other_page_may_act(
    access: Access, cookie: str, sent: tuple[tuple[str, str], ...]
) -> None:
    refusal = access.refusal("POST", "/sign", inside(cookie, *sent))
    assert refusal
    assert refusal.status == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("site", ["same-site", "cross-site"])
def test_no_other_page_may_load_ours(access: Access, cookie: str, site: str) -> None:
    refusal = access.refusal("GET", "/", inside(cookie, ("Sec-Fetch-Site", site)))
    assert refusal
    assert refusal.status == HTTPStatus.FORBIDDEN


JSON = ("Content-Type", "application/json")


@pytest.mark.parametrize("size", [0, 1, MOST_BYTES])
def test_a_body_within_bounds_is_read(size: int) -> None:
    assert size_of(fields(JSON, ("Content-Length", str(size)))) == size


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ((("Content-Length", "2"),), 415),
        ((("Content-Type", "text/plain"), ("Content-Length", "2")), 415),
        ((("Content-Type", "application/x-www-form-urlencoded"), ("Content-Length", "2")), 415),
        ((JSON, JSON, ("Content-Length", "2")), 415),
        ((JSON,), 411),
        ((JSON, ("Content-Length", "-1")), 411),
        ((JSON, ("Content-Length", "+2")), 411),
        ((JSON, ("Content-Length", "٢")), 411),
        ((JSON, ("Content-Length", "2"), ("Content-Length", "2")), 411),
        ((JSON, ("Content-Length", "2"), ("Transfer-Encoding", "chunked")), 411),
        ((JSON, ("Content-Length", str(MOST_BYTES + 1))), 413),
        ((JSON, ("Content-Length", "9" * 5000)), 413),
    ],
)
def test_other_bodies_are_not_read(sent: tuple[tuple[str, str], ...], status: int) -> None:
    refusal = size_of(fields(*sent))
    assert isinstance(refusal, Answer)
    assert refusal.status == status


def test_a_method_is_refused_with_those_that_are_taken() -> None:
    assert dict(not_so("GET", "POST").fields())["Allow"] == "GET, POST"


@given(st.sampled_from(["GET", "POST"]), st.text(max_size=30), st.lists(st.text(max_size=60)))
def test_nobody_gets_in_by_guessing(method: str, path: str, cookies: list[str]) -> None:
    access = Access(PORT)
    head = fields(("Host", f"127.0.0.1:{PORT}"))
    head["Cookie"] = "; ".join(c.replace("\r", "").replace("\n", "") for c in cookies)
    assert access.refusal(method, path, head)
    entrance = access.entrance(method, path, head)
    assert entrance is None or entrance.status == HTTPStatus.FORBIDDEN
