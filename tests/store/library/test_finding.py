from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelving import DUES, PIER, SONG, TEXTS, a_document, filled, found_in, on_day

from provcheck.store.library.document import Within
from provcheck.store.library.library import Library

LIBRARY = filled(Library(None), *TEXTS)
PIER_KEY = a_document(PIER).key


@pytest.mark.parametrize(
    "words",
    [
        pytest.param((), id="no segments"),
        pytest.param(("",), id="no words"),
        pytest.param(("…", "[the mayor]", "!"), id="nothing but gaps"),
        pytest.param(("zebras abound",), id="words that no document has"),
        pytest.param(('"', "a OR b", "NEAR(x y)", "words : x", "a*", "-a", "^a"), id="a query"),
        pytest.param(("\ud800", "\x00", "'; drop document; --"), id="no letters"),
    ],
)
def test_nothing_is_found(words: tuple[str, ...]) -> None:
    assert found_in(LIBRARY, *words) == []


@given(st.lists(st.text(st.characters()) | st.sampled_from(["the", '"', "AND", "*"]), max_size=4))
def test_whatever_is_asked_is_no_fault(words: list[str]) -> None:
    assert len(LIBRARY.search(tuple(words))) <= 3


@pytest.mark.parametrize(
    "words",
    [
        pytest.param((PIER,), id="all of it"),
        pytest.param(("we WILL not—close the “north” pier",), id="other marks and capitals"),
        pytest.param(("close the south pier before the herring fleet",), id="a word changed"),
        pytest.param(("We will close the north pier before the herring",), id="a word left out"),
        pytest.param(("We will not … the herring fleet is back",), id="an ellipsis"),
        pytest.param(("before the herring fleet [of the town] is back",), id="a bracket"),
        pytest.param(("will not close", "back in June"), id="two segments"),
        pytest.param(("herring fleet",), id="two words"),
        pytest.param(("herring",), id="one word"),
        pytest.param(("closing a north pier before long",), id="two words of many in a row"),
    ],
)
def test_the_document_is_found(words: tuple[str, ...]) -> None:
    assert found_in(LIBRARY, *words)[:1] == [PIER_KEY]


def test_the_one_with_more_of_the_words_comes_first() -> None:
    library = filled(Library(None), "The north pier is long.", PIER, "We will not close the shop.")
    assert found_in(library, PIER)[0] == PIER_KEY


def test_all_copies_are_found_the_earliest_first_then_by_key() -> None:
    library = filled(Library(None), SONG, DUES)
    copies = [f"{PIER} Copy {number}." + " More words." * number for number in range(30)]
    days = [(at * 7) % 28 + 1 for at in range(28)]
    library.add(on_day(text, day) for text, day in zip(copies, days, strict=False))
    undated = [a_document(text) for text in copies[28:]]
    library.add(zip(undated, copies[28:], strict=True))

    hits = library.search((PIER,), limit=40)

    assert [hit.rank for hit in hits] == list(range(30))
    dated = [hit.document.published for hit in hits[:28]]
    assert dated == sorted(date(2025, 3, day) for day in days)
    assert [hit.document for hit in hits[28:]] == sorted(undated, key=lambda d: d.key)
    assert library.search((PIER,), limit=3) == hits[:3]


def test_the_order_does_not_depend_on_how_documents_came() -> None:
    one, other = Library(None), Library(None)
    copies = [f"{PIER} Copy {number % 9}." + " More." * number for number in range(99)]
    filled(one, *copies)
    for text in reversed(copies):
        filled(other, text)
    for words in (PIER, "copy 3", "herring fleet more"):
        assert found_in(one, words, limit=99) == found_in(other, words, limit=99)


NARROWED = filled(Library(None), DUES)
NARROWED.add(
    (
        (
            a_document(
                PIER,
                url="https://www.wire.example/a",
                publisher="Example Wire",
                wire="ew",
                published=date(2025, 3, 5),
            ),
            PIER,
        ),
        (a_document(f"{PIER} A copy.", url=None), f"{PIER} A copy."),
    )
)
COPY_KEY = a_document(f"{PIER} A copy.").key


@pytest.mark.parametrize(
    ("within", "keys"),
    [
        pytest.param(Within(hosts=("ire.example",)), [], id="the end of a host's name"),
        pytest.param(Within(hosts=("www.www.wire.example",)), [], id="a host below its own"),
        pytest.param(Within(publishers=("Wire",)), [], id="a part of a name"),
        pytest.param(Within(wires=("EW",)), [], id="another id"),
        pytest.param(Within(hosts=("%",), publishers=("",), wires=("",)), [], id="no patterns"),
        pytest.param(Within(hosts=("Wire.Example",)), [PIER_KEY], id="a host above its own"),
        pytest.param(Within(hosts=("www.wire.example",)), [PIER_KEY], id="its own host"),
        pytest.param(Within(publishers=("example  wire",)), [PIER_KEY], id="its publisher"),
        pytest.param(Within(wires=("other", "ew")), [PIER_KEY], id="the agency that it credits"),
        pytest.param(Within(hosts=("x.example",), wires=("ew",)), [PIER_KEY], id="any of these"),
        pytest.param(Within(first=date(2025, 3, 6)), [COPY_KEY], id="later days, or none"),
        pytest.param(Within(last=date(2025, 3, 4)), [COPY_KEY], id="earlier days, or none"),
        pytest.param(
            Within(first=date(2025, 3, 5), last=date(2025, 3, 5)), [PIER_KEY, COPY_KEY], id="a day"
        ),
        pytest.param(Within(wires=("ew",), last=date(2025, 3, 4)), [], id="both must fit"),
    ],
)
def test_a_search_can_be_narrowed(within: Within, keys: list[str]) -> None:
    assert found_in(NARROWED, PIER, within=within) == keys
