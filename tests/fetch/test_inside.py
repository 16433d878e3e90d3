from datetime import UTC, datetime

import pytest

from provcheck.fetch.inside import Inside
from provcheck.fetch.page import page_of
from provcheck.model.evidence import Hop, Unavailable
from provcheck.rulebook.book import Rulebook
from provcheck.settings import Settings
from provcheck.store.evidence import Kept
from provcheck.store.record import Fetch

WHY = "https://m.wiki.example/a: its address 10.0.0.7 is not a public one (10.0.0.0/8)"
HOP = Hop(url="https://m.wiki.example/a", status=302)


@pytest.mark.parametrize(
    ("answer", "url", "holds"),
    [
        pytest.param(Unavailable(reason="404"), "https://m.wiki.example/a", False, id="404"),
        pytest.param(Unavailable(reason=WHY), "https://wire.example/a", False, id="another site"),
        pytest.param(
            Unavailable(reason=WHY, attempts=(HOP,)),
            "https://m.wiki.example/b",
            False,
            id="a short link led there, others of its host may not",
        ),
        pytest.param(
            Unavailable(reason=WHY, attempts=(HOP,)),
            "https://m.wiki.example/a",
            True,
            id="what led there",
        ),
        pytest.param(Unavailable(reason=WHY), "https://m.wiki.example/b", True, id="its host"),
        pytest.param(Unavailable(reason=WHY), "https://www.wiki.example/a", True, id="its form"),
    ],
)
def test_a_site_is_inside_when_its_name_leads_there(
    rules: Rulebook, answer: Unavailable, url: str, *, holds: bool
) -> None:
    inside = Inside(rules.addresses, Settings())
    inside.note("https://m.wiki.example/a", answer)

    assert inside.holds(url) is holds


@pytest.mark.parametrize(
    ("peers", "holds"),
    [
        pytest.param((), (False, False), id="not known"),
        pytest.param(("93.184.216.34", "93.184.216.34"), (False, False), id="public"),
        pytest.param(("93.184.216.34", "10.0.0.7"), (False, True), id="its end"),
        pytest.param(("10.0.0.7", "93.184.216.34"), (True, False), id="where it was asked"),
    ],
)
def test_a_site_is_inside_when_its_page_came_from_there(
    rules: Rulebook, peers: tuple[str, ...], holds: tuple[bool, bool]
) -> None:
    told = {"url": "https://go.example/1", "final_url": "https://wiki.example/a", "peers": peers}
    fetch = Fetch(fetched_at=datetime(2025, 3, 6, tzinfo=UTC), **told)
    inside = Inside(rules.addresses, Settings())
    inside.note_page(page_of(Kept(seq=1, fetch=fetch, data=b"")))

    assert (inside.holds("https://go.example/2"), inside.holds("https://wiki.example/b")) == holds


def test_what_is_named_private_is_inside_in_all_its_forms(rules: Rulebook) -> None:
    inside = Inside(rules.addresses, Settings(private=("m.wiki.example", "10.0.0.0/8")))

    assert inside.holds("https://www.wiki.example/")
    assert not inside.holds("https://wire.example/")
