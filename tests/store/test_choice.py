import pytest
from storing import a_fetch

from provcheck.store.choice import answering
from provcheck.store.record import Chained, Fetch, Redaction

A, B = "https://wire.example/a", "https://wire.example/b"
NAME = "0" * 64


def chained(*fetches: Fetch) -> list[Chained]:
    return [
        Chained(seq=number, record=fetch, prev=NAME, link=NAME)
        for number, fetch in enumerate(fetches, start=1)
    ]


def numbers(fetches: list[Chained], url: str) -> list[int]:
    return [seq for seq, _ in answering(fetches, url)]


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://other.example/a", id="another host"),
        pytest.param("https://wire.example/a/b", id="a page below"),
        pytest.param("https://wire.example/a?page=2", id="another query"),
    ],
)
def test_other_addresses_are_not_answered(url: str) -> None:
    assert numbers(chained(a_fetch(A), a_fetch(B)), url) == []


def test_the_newest_comes_first() -> None:
    assert numbers(chained(a_fetch(A), a_fetch(B), a_fetch(A)), A) == [3, 1]


def test_what_was_asked_for_comes_before_what_arrived_there_however_new() -> None:
    fetches = chained(a_fetch(A), a_fetch(B, final_url=A), a_fetch(A, final_url=B))

    assert numbers(fetches, A) == [3, 1, 2]
    assert numbers(fetches, B) == [2, 3]


def test_another_spelling_is_the_same_address() -> None:
    assert numbers(chained(a_fetch(A)), "http://WIRE.example:80/a?utm_source=x#part") == [1]


def test_the_order_in_which_records_come_does_not_matter() -> None:
    fetches = chained(a_fetch(A), a_fetch(A), a_fetch(A))

    assert numbers(fetches[::-1], A) == [3, 2, 1]


def test_other_records_answer_nothing() -> None:
    gone = Redaction(sha256=NAME, reason="x", at=a_fetch().fetched_at)

    assert numbers([Chained(seq=1, record=gone, prev=NAME, link=NAME)], A) == []
