from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from signing import a_signoff

from provcheck.model.signoff import Method, Signoff, Status
from provcheck.model.verdict import Verdict
from provcheck.signoff.entry import KEYS, EntryError, entry_of, initials, signoff_of, unknown

WHOLE = a_signoff(remarks=("b", "a"), method=Method.PHONE, expires=date(2026, 1, 1))


def test_an_entry_says_what_the_signoff_does() -> None:
    assert signoff_of(entry_of(WHOLE), 1) == WHOLE
    assert list(entry_of(WHOLE)) == list(KEYS)


def test_what_is_empty_is_left_out() -> None:
    bare = a_signoff(evidence=None, note="", quote="")
    assert list(entry_of(bare)) == ["claim", "quote", "status", "verdict", "by", "date"]
    assert signoff_of(entry_of(bare), 7) == bare.model_copy(update={"line": 7})


def test_half_a_character_becomes_a_mark_that_files_can_hold() -> None:
    assert entry_of(a_signoff(quote="a\ud800b"))["quote"] == "a\ufffdb"


LINES = st.text(st.characters(codec="utf-8"))
SIGNOFFS = st.builds(
    Signoff,
    claim=st.from_regex(r"\A[qbep]-[0-9a-f]{12}(-[2-9])?\Z"),
    quote=LINES,
    status=st.sampled_from(Status),
    verdict=st.sampled_from(Verdict),
    evidence=st.none() | st.from_regex(r"\Asha256:[0-9a-f]{64}\Z"),
    remarks=st.lists(LINES, max_size=3).map(tuple),
    by=st.sampled_from(["ab", "Å. B.", "編集者"]),
    day=st.dates(),
    method=st.none() | st.sampled_from(Method),
    note=LINES,
    expires=st.none() | st.dates(),
    line=st.just(1),
)


@settings(deadline=None)
@given(SIGNOFFS)
def test_every_signoff_survives_its_entry(signoff: Signoff) -> None:
    assert signoff_of(entry_of(signoff), 1) == signoff


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        pytest.param("claim", "", "no id of a claim", id="empty id"),
        pytest.param("claim", "q 1", "no id of a claim", id="a blank in the id"),
        pytest.param("claim", "q" * 65, "no id of a claim", id="endless id"),
        pytest.param("quote", 4, "words in quotation marks", id="a number for words"),
        pytest.param("status", "acepted", "did you mean accepted?", id="misspelt status"),
        pytest.param("status", "\u202eok", r"“'\u202eok'” is none", id="hidden characters"),
        pytest.param("verdict", "wrong", "there are verbatim, edited", id="no such verdict"),
        pytest.param("evidence", "sha256:1", "64 hexadecimal digits", id="short hash"),
        pytest.param("remarks", "date-conflict", "a list is expected", id="no list"),
        pytest.param("remarks", [1], "words in quotation marks", id="numbers in the list"),
        pytest.param("by", "  ", "nobody is named", id="nobody"),
        pytest.param("by", "a" * 41, "at most 40", id="long name"),
        pytest.param("date", "2025-03-14", "without quotation marks", id="day as words"),
        pytest.param("date", datetime(2025, 3, 14, 9), "as in 2025-01-24", id="a time of day"),  # noqa: DTZ001
        pytest.param("method", "post", "there are primary, secondary", id="no such method"),
        pytest.param("note", True, "words in quotation marks", id="yes for a note"),
        pytest.param("expires", 20250314, "a day without", id="a number for a day"),
    ],
)
def test_a_wrong_value_is_told_with_its_key(key: str, value: object, told: str) -> None:
    with pytest.raises(EntryError) as problem:
        signoff_of({**entry_of(WHOLE), key: value}, 1)
    assert str(problem.value).startswith(f"{key}: ")
    assert told in str(problem.value)


@pytest.mark.parametrize("key", ["claim", "quote", "status", "verdict", "by", "date"])
def test_a_missing_key_is_told(key: str) -> None:
    entry = {name: value for name, value in entry_of(WHOLE).items() if name != key}
    with pytest.raises(EntryError, match=f"^{key}: it is missing"):
        signoff_of(entry, 1)


def test_an_unknown_key_is_told_with_the_nearest() -> None:
    with pytest.raises(EntryError, match=r"^staus: no such key; did you mean status\?"):
        signoff_of({**entry_of(WHOLE), "staus": "accepted"}, 1)
    assert unknown("\x1b", {"a": 1}) == r"'\x1b': no such key; there are a"


@pytest.mark.parametrize("name", ["a", "Å. Berg", "x" * 40])
def test_initials_are_taken_without_outer_blanks(name: str) -> None:
    assert initials(f" {name} ") == name


@pytest.mark.parametrize("name", ["", "\n", "a\x1b[2J", "a\u202eb", None, 7])
def test_what_names_nobody_is_refused(name: object) -> None:
    with pytest.raises(EntryError):
        initials(name)
