from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelving import DUES, PIER, SONG, a_document, a_store, key_of

from provcheck.rulebook.book import Rulebook, load_rulebook
from provcheck.store.library.document import Hit
from provcheck.store.library.library import Library
from provcheck.store.library.passage import Passage, passage, passages

TEXT = f"{SONG} {PIER} {DUES}"
RULES = load_rulebook()


def place(words: str, text: str = TEXT) -> Passage | None:
    return passage(words, a_document(text), text, RULES)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("", id="nothing"),
        pytest.param("!", id="no words"),
        pytest.param("zebras abound in winter", id="words that are not there"),
        pytest.param("the lamps of the town will not be printed again", id="common words only"),
    ],
)
def test_what_does_not_stand_there(words: str) -> None:
    assert place(words) is None


@given(st.text(st.characters()), st.text(st.characters()))
def test_whatever_is_looked_for_is_no_fault(words: str, text: str) -> None:
    place(words, text)


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        pytest.param(PIER, True, id="all of it"),
        pytest.param("We will not\n close the north pier", True, id="other blanks"),
        pytest.param("herring fleet", True, id="a few words, all there"),
        pytest.param(PIER.upper(), False, id="capitals"),
        pytest.param(PIER.replace("north", "south"), False, id="a word changed"),
    ],
)
def test_where_the_words_stand(words: str, *, exact: bool) -> None:
    found = place(words)
    assert found is not None
    assert found.exact is exact
    assert TEXT[found.span.start : found.span.end] == found.words
    assert found.words in PIER
    start, end = found.span.start, found.span.end
    assert TEXT[:start].endswith(found.before.lstrip("…"))
    assert TEXT[end:].startswith(found.after.rstrip("…"))


def test_documents_that_have_the_words_in_their_order(tmp_path: Path, rules: Rulebook) -> None:
    store = a_store(tmp_path, PIER, DUES, SONG)
    documents = Library(tmp_path).documents()
    hits = [Hit(document=document, rank=rank) for rank, document in enumerate(documents)]
    shown = passages(store, "We will not close the north pier", hits, rules)
    assert [document.key for document, _ in shown] == [key_of(PIER)]
    store.objects.remove(shown[0][0].text_sha256)
    assert passages(store, "We will not close the north pier", hits, rules) == ()
