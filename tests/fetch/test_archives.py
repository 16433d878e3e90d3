from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

import internet
import pytest
from archiving import (
    ARQUIVO,
    DAY,
    HEADER,
    PAGE,
    WAYBACK,
    WORDS,
    a_copy,
    a_lead,
    archives,
    gate,
    hint,
    index,
    looked_up,
    path_of,
    replay,
)
from internet import World, online
from serving import answer, redirect

from provcheck.fetch.archives import Archives
from provcheck.fetch.client import Client
from provcheck.fetch.shelf import Shelf
from provcheck.model.evidence import Found, Mode, Unavailable
from provcheck.rulebook.archives import archive_rules, filled
from provcheck.settings import Limits, Settings
from provcheck.store.given import Given

Net = Callable[..., AbstractContextManager[World]]
WEB = "web.archive.org"
BEFORE, LATER = "20250122080000", "20250130080000"
SHOWN = "https://web.archive.org/web/{}/https://gone.example/x"
REFUSED = "x-archive-wayback-runtime-error"


@pytest.fixture
def net(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Net:
    """The small internet with archives that may be asked as fast as they answer."""
    for at in archive_rules().paces:
        monkeypatch.setitem(archive_rules().paces, at, 0.0)

    def of(*wayback: internet.Routes, **known: internet.Routes) -> AbstractContextManager[World]:
        more = known.pop("more", {})
        return online(archives(*wayback, **known) | more, tmp_path, monkeypatch)

    return of


def settings(tmp_path: Path, **known: object) -> Settings:
    return internet.settings(tmp_path, **known)


def copy(tmp_path: Path, **known: object) -> Found | Unavailable:
    (found,) = looked_up(settings(tmp_path, **known), [a_copy()])
    return found


@pytest.mark.parametrize(
    ("url", "known"),
    [
        pytest.param("http://127.0.0.1/draft", {}, id="this machine"),
        pytest.param("http://10.0.0.7/draft", {}, id="an address of a network of one's own"),
        pytest.param("http://[::1]/draft", {}, id="this machine, IPv6"),
        pytest.param("http://wiki/draft", {}, id="a name of one label"),
        pytest.param("https://wiki.newsroom.local/draft", {}, id="a local name"),
        pytest.param("https://cms.internal/draft", {}, id="an internal name"),
        pytest.param("https://cms.example:8443/draft", {}, id="a port that is not of the open web"),
        pytest.param("https://ada:secret@cms.example/draft", {}, id="a password"),
        pytest.param(
            "https://cms.example/draft", {"private": ("cms.example",)}, id="named private"
        ),
        pytest.param(
            "https://www.cms.example/draft",
            {"private": ("m.cms.example",)},
            id="another form of what is named private",
        ),
        pytest.param("https://cms.example/a?p=1&access_token=x1", {}, id="a key"),
        pytest.param("https://cms.example/a?X-Amz-Signature=x1", {}, id="a signed address"),
        pytest.param("https://cms.example/a;jsessionid=x1?p=1", {}, id="a session"),
        pytest.param(
            f"https://web.archive.org/web/{BEFORE}/http://wiki/draft",
            {},
            id="a copy of such a page",
        ),
    ],
)
def test_the_address_of_a_page_of_ones_own_network_does_not_leave_the_house(
    net: Net, tmp_path: Path, url: str, known: dict[str, tuple[str, ...]]
) -> None:
    lead = a_lead(url) if "archive" in url else a_copy(url)
    with net() as world:
        (found,) = looked_up(settings(tmp_path, **known), [lead])

    assert isinstance(found, Unavailable)
    assert "no archive is asked for it" in found.reason
    assert world.seen == []


def test_nor_does_that_of_a_page_whose_name_leads_inside(net: Net, tmp_path: Path) -> None:
    url = "https://cms.example/draft"
    with net(more={"cms.example": {}}) as world:
        world.inside.add("cms.example")
        page, found = looked_up(settings(tmp_path), [a_lead(url), a_copy(url)])

    assert "is not a public one" in page.reason
    assert "no archive is asked for it" in found.reason
    assert world.seen == []


@pytest.mark.parametrize(
    ("url", "own"),
    [
        pytest.param("https://www.cms.example/draft", "https://m.cms.example/draft", id="a form"),
        pytest.param("https://cms.example/other", "https://cms.example/draft", id="another page"),
        pytest.param(
            "https://cms.example/@ada/113000000000000002",
            "https://cms.example/@ada/113000000000000001",
            id="a post",
        ),
    ],
)
def test_nor_does_that_of_another_page_of_such_a_site(
    net: Net, tmp_path: Path, url: str, own: str
) -> None:
    with net(more={"cms.example": {}, "m.cms.example": {}}) as world:
        world.inside |= {"cms.example", "m.cms.example"}
        _, found = looked_up(settings(tmp_path), [a_lead(own), a_copy(url)])

    assert "no archive is asked for it" in found.reason
    assert world.seen == []


def test_nor_that_of_a_page_kept_from_a_run_that_might_ask_there(net: Net, tmp_path: Path) -> None:
    url = "https://cms.example/draft"
    with net(more={"cms.example": {"/draft": answer(b"<p>A draft.</p>")}}) as world:
        world.inside.add("cms.example")
        looked_up(settings(tmp_path, private=("cms.example",)), [a_lead(url)])
        asked = len(world.seen)
        page, found = looked_up(settings(tmp_path), [a_lead(url), a_copy(url)])

    assert page.status == "found"
    assert "no archive is asked for it" in found.reason
    assert len(world.seen) == asked


def test_words_behind_an_address_are_told_to_no_archive(net: Net, tmp_path: Path) -> None:
    with net() as world:
        looked_up(settings(tmp_path), [a_copy(f"{PAGE}#:~:text=not%20yet%20printed")])

    assert world.asked("archive.org")
    assert not [seen.path for seen in world.seen if "printed" in seen.path]


@pytest.mark.parametrize("host", ["archive.today", "archive.ph", "ghostarchive.org"])
def test_an_archive_for_people_is_not_asked(net: Net, tmp_path: Path, host: str) -> None:
    with net(more={host: {}}) as world:
        (found,) = looked_up(settings(tmp_path), [a_lead(f"https://{host}/AbCd1")])

    assert found.reason.endswith("shows its pages to people only")
    assert world.seen == []


def test_the_copy_nearest_to_the_day_is_read(net: Net, tmp_path: Path) -> None:
    with net(index(LATER, BEFORE), replay(BEFORE)) as world:
        found = copy(tmp_path)

    assert isinstance(found, Found)
    assert found.text.title == "Talks"
    where = found.snapshot
    assert (where.url, where.final_url, where.mode) == (PAGE, SHOWN.format(BEFORE), Mode.ARCHIVE)
    assert where.fetched_at == datetime(2025, 1, 22, 8, tzinfo=UTC)
    assert [hop.url for hop in where.hops] == [filled(WAYBACK.replay, PAGE, BEFORE)]
    first, _ = world.asked(WEB)
    assert "closest=20250123120000" in first
    assert "filter=statuscode:200" in first


def test_without_a_day_the_latest_is_read(net: Net, tmp_path: Path) -> None:
    with net(index(BEFORE, LATER, day=None), replay(LATER)):
        (found,) = looked_up(settings(tmp_path), [a_copy(day=None)])

    assert isinstance(found, Found)
    assert found.snapshot.final_url == SHOWN.format(LATER)


def test_three_copies_are_tried_and_no_more(net: Net, tmp_path: Path) -> None:
    moments = [f"2025012{day}080000" for day in (3, 2, 1, 0)]
    with net(index(*moments), replay(moments[2])):
        third = copy(tmp_path)
    with net(index(*moments), replay(moments[3])) as world:
        fourth = copy(tmp_path, store=None)

    assert isinstance(third, Found)
    assert isinstance(fourth, Unavailable)
    assert "answered 404" in fourth.reason
    assert len([path for path in world.asked(WEB) if "id_/" in path]) == 3


def test_the_other_spelling_of_an_address_is_asked_too(net: Net, tmp_path: Path) -> None:
    page, old = "https://x.com/ada/about", "https://twitter.com/ada/about"
    with net(index(url=page), index(BEFORE, url=old), replay(BEFORE, url=old)):
        (found,) = looked_up(settings(tmp_path), [a_copy(page)])

    assert isinstance(found, Found)
    assert found.snapshot.url == page
    assert found.snapshot.final_url.endswith(old)


@pytest.mark.parametrize(
    "routes",
    [
        pytest.param({}, id="it knows nothing"),
        pytest.param({path_of(WAYBACK.index(PAGE, DAY)): answer(b"<p>Sorry")}, id="no JSON"),
        pytest.param({path_of(WAYBACK.index(PAGE, DAY)): answer(b'[["timest')}, id="cut short"),
        pytest.param({path_of(WAYBACK.index(PAGE, DAY)): answer(b'{"a": 1}')}, id="no list"),
        pytest.param(
            {path_of(WAYBACK.index(PAGE, DAY)): answer(b"", status="503 Busy")}, id="it fails"
        ),
    ],
)
def test_where_the_index_is_no_help_the_timegate_is_asked_for_the_moment(
    net: Net, tmp_path: Path, routes: internet.Routes
) -> None:
    with net(routes, gate(SHOWN.format(BEFORE)), replay(BEFORE)) as world:
        found = copy(tmp_path)

    assert isinstance(found, Found)
    assert found.snapshot.final_url == SHOWN.format(BEFORE)
    (asked,) = [each for each in world.seen if each.path == f"/web/{PAGE}"]
    assert asked.headers["accept-datetime"] == "Thu, 23 Jan 2025 12:00:00 GMT"
    others = [each for each in world.seen if each is not asked]
    assert not [each for each in others if "accept-datetime" in each.headers]
    assert not [each for each in world.seen if b"#" in each.raw]


def test_a_timegate_that_answers_with_the_copy_itself_tells_when_it_was_taken(
    net: Net, tmp_path: Path
) -> None:
    told = answer(b"<p>framed", memento_datetime="Wed, 22 Jan 2025 08:00:00 GMT")
    with net({f"/web/{PAGE}": told}, replay(BEFORE)):
        found = copy(tmp_path)

    assert isinstance(found, Found)
    assert found.snapshot.final_url == SHOWN.format(BEFORE)


def test_a_timegate_that_answers_with_anything_else_proves_no_absence(
    net: Net, tmp_path: Path
) -> None:
    with net(index(), {f"/web/{PAGE}": answer(b"<p>We are moving to a new home.")}):
        found = copy(tmp_path)

    assert isinstance(found, Unavailable)
    assert "its TimeGate answered with something else than a copy" in found.reason


def test_another_archive_is_asked_by_its_timegate(net: Net, tmp_path: Path) -> None:
    there = filled(ARQUIVO.shown, PAGE, BEFORE)
    hosts = {
        "arquivo.pt": {
            path_of(filled(ARQUIVO.timegate, PAGE)): redirect(there),
            path_of(filled(ARQUIVO.replay, PAGE, BEFORE)): answer(WORDS),
        }
    }
    with net(more=hosts):
        found = copy(tmp_path)

    assert isinstance(found, Found)
    assert (found.snapshot.url, found.snapshot.final_url) == (PAGE, there)


def test_availability_is_the_last_hint(net: Net, tmp_path: Path) -> None:
    told = {"archived_snapshots": {"closest": {"timestamp": BEFORE, "status": "200"}}}
    with net(replay(BEFORE), availability=hint(told)) as world:
        found = copy(tmp_path)

    assert isinstance(found, Found)
    assert len(world.asked("archive.org")) == len(world.asked("arquivo.pt")) == 1


def test_a_moment_that_is_not_exact_leads_to_the_copy_that_answered(
    net: Net, tmp_path: Path
) -> None:
    linked = "https://web.archive.org/web/2025/https://gone.example/x"
    there = redirect(filled(WAYBACK.replay, PAGE, LATER))
    with net({path_of(filled(WAYBACK.replay, PAGE, "2025")): there}, replay(LATER)):
        (led,) = looked_up(settings(tmp_path), [a_lead(linked)])
    told = {"memento_datetime": "Thu, 30 Jan 2025 08:00:00 GMT"}
    with net(replay("2025", **told)):
        (answered,) = looked_up(settings(tmp_path, store=None), [a_lead(linked)])

    for found in (led, answered):
        assert isinstance(found, Found)
        assert (found.snapshot.url, found.snapshot.final_url) == (PAGE, SHOWN.format(LATER))
        assert found.snapshot.fetched_at == datetime(2025, 1, 30, 8, tzinfo=UTC)


def test_a_copy_of_other_years_does_not_stand_for_the_one_that_was_asked_for(
    net: Net, tmp_path: Path
) -> None:
    old = "20190122080000"
    there = redirect(filled(WAYBACK.replay, PAGE, old))
    with net(index(BEFORE), {path_of(filled(WAYBACK.replay, PAGE, BEFORE)): there}, replay(old)):
        (found,) = looked_up(settings(tmp_path), [a_copy()])

    assert isinstance(found, Unavailable)
    assert "leads to a copy of 2019-01-22 instead" in found.reason


@pytest.mark.parametrize("linked", [SHOWN.format(BEFORE), "https://short.example/1"])
def test_a_link_to_a_copy_is_evidence_of_the_page(net: Net, tmp_path: Path, linked: str) -> None:
    short = {"short.example": {"/1": redirect(SHOWN.format(BEFORE))}}
    with net(replay(BEFORE), more=short) as world:
        (found,) = looked_up(settings(tmp_path), [a_lead(linked)])

    assert isinstance(found, Found)
    where = found.snapshot
    assert (where.url, where.final_url, where.mode) == (PAGE, SHOWN.format(BEFORE), Mode.ARCHIVE)
    assert world.asked(WEB) == [path_of(filled(WAYBACK.replay, PAGE, BEFORE))]


def test_a_link_to_a_copy_of_a_post_is_read_as_a_post(net: Net, tmp_path: Path) -> None:
    post = "https://x.com/ada/status/1878"
    shell = replay(BEFORE, b"<title>X</title><p>JavaScript is not available.</p>", post)
    linked = filled(WAYBACK.shown, post, BEFORE)
    with net(shell):
        (found,) = looked_up(settings(tmp_path), [a_lead(linked)])

    assert isinstance(found, Unavailable)
    assert "the copy does not hold the post's words" in found.reason


def test_a_copy_that_leads_out_of_the_archive_is_none(net: Net, tmp_path: Path) -> None:
    out = {path_of(filled(WAYBACK.replay, PAGE, BEFORE)): redirect("https://gone.example/")}
    with net(index(BEFORE), out, more={"gone.example": {"/": answer(WORDS)}}):
        found = copy(tmp_path)

    assert isinstance(found, Unavailable)
    assert "the archive leads out of itself" in found.reason


@pytest.mark.parametrize(
    ("said", "why"),
    [
        pytest.param(
            "AdministrativeAccessControlException: Blocked Site Error",
            "excluded from the archive at its owner's request",
            id="excluded",
        ),
        pytest.param("RobotAccessControlException: x", "robots.txt forbids it", id="robots"),
        pytest.param("WaybackException: odd", "answered 403 Forbidden)", id="another reason"),
    ],
)
def test_what_an_archive_does_not_show_has_its_reason(
    net: Net, tmp_path: Path, said: str, why: str
) -> None:
    no = answer(b"", status="403 Forbidden", **{REFUSED.replace("-", "_"): said})
    with net({path_of(WAYBACK.index(PAGE, DAY)): no, f"/web/{PAGE}": no}):
        found = copy(tmp_path)

    assert isinstance(found, Unavailable)
    assert why in found.reason


def test_where_no_archive_knows_a_page_that_is_said(net: Net, tmp_path: Path) -> None:
    none = hint({"archived_snapshots": {}})
    with net(index(), availability=none) as world:
        found = copy(tmp_path)

    assert found.reason == f"{PAGE}: no archive has a copy of it"
    assert len([path for path in world.asked(WEB) if path.startswith("/cdx/")]) == 1


def test_an_archive_that_is_busy_is_left_alone_for_the_rest_of_the_run(
    net: Net, tmp_path: Path
) -> None:
    busy = {path_of(WAYBACK.index(PAGE, DAY)): answer(b"", status="429 Too Many Requests")}
    limits = Limits(host_interval=0.0, retry_after=1.0)
    other = "https://gone.example/y"
    with net(busy, gate(SHOWN.format(BEFORE)), replay(BEFORE)) as world:
        leads = [a_copy(), a_copy(other)]
        found, second = looked_up(settings(tmp_path, limits=limits), leads)

    assert "429 Too Many Requests" in found.reason
    assert "429 Too Many Requests" in second.reason
    assert len(world.asked(WEB)) == 1


OUTCOMES = {
    "played": (index(BEFORE), replay(BEFORE)),
    "by its TimeGate": (gate(SHOWN.format(BEFORE)), replay(BEFORE)),
    "lists what does not play": (index(BEFORE, LATER),),
    "nobody has it": (index(),),
    "broken": ({path_of(WAYBACK.index(PAGE, DAY)): answer(b"{")},),
}


@pytest.mark.parametrize("name", OUTCOMES)
def test_the_store_tells_offline_what_archives_told(net: Net, tmp_path: Path, name: str) -> None:
    with net(*OUTCOMES[name]) as world:
        online_found = copy(tmp_path)
        asked = len(world.seen)
        offline_found = copy(tmp_path, offline=True)

    assert len(world.seen) == asked
    assert offline_found == online_found


@pytest.fixture
def asked(net: Net, tmp_path: Path) -> Iterator[None]:
    with net(index()):
        copy(tmp_path)
        yield


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(
    ("url", "known", "may"),
    [
        pytest.param(PAGE, {"offline": True, "store": None}, False, id="offline, nothing is kept"),
        pytest.param("https://gone.example/y", {"offline": True}, False, id="offline, of another"),
        pytest.param(PAGE, {"archives": False}, False, id="not wanted"),
        pytest.param("http://wiki/draft", {}, False, id="not of the open web"),
        pytest.param("https://gone.example/x?sid=1", {}, False, id="it holds a key"),
        pytest.param("https://gone.example/x?tokens=1&side=2", {}, True, id="it holds none"),
        pytest.param(PAGE, {}, True, id="of the open web"),
        pytest.param(PAGE, {"offline": True}, True, id="offline, what they said is kept"),
    ],
)
def test_whether_archives_may_have_a_page(
    tmp_path: Path, url: str, known: dict[str, object], may: object
) -> None:
    told = settings(tmp_path, **known)
    shelf = Shelf(Given(), Client(Given(), None, told), told)

    assert Archives(shelf, told).may_have(url, DAY) is may


def test_what_is_no_address_of_a_copy_is_not_read_as_one(net: Net, tmp_path: Path) -> None:
    told = settings(tmp_path)
    shelf = Shelf(Given(), Client(Given(), None, told), told)
    with net():
        import asyncio  # noqa: PLC0415

        found = asyncio.run(Archives(shelf, told).captured(PAGE))

    assert isinstance(found, Unavailable)


def test_a_row_of_an_index_is_what_we_ask_for() -> None:
    assert f"fl={','.join(HEADER)}" in WAYBACK.cdx
