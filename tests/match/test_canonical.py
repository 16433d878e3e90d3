import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.match.canonical import LIGATURES, canonical


def is_one_letter(sign: str) -> bool:
    plain = unicodedata.normalize("NFKD", sign).casefold()
    return sign != "&" and sign not in LIGATURES and sum(c.isalnum() for c in plain) < 2


# Letters, figures, marks and signs of the kinds that are folded, kept, dropped and spelt out.
SIGNS = st.sampled_from("aé ½5.,-+%$\n‐’\u00ad\u200b\u0301港ж<=“”")
SIGNS |= st.characters().filter(is_one_letter)
SPELT = st.sampled_from(["ß ", "ﬁx", "æ, ", "Q&A"])
TEXTS = st.lists(SIGNS | SPELT, max_size=40).map("".join)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("it's over", "It’s over", id="apostrophes and case"),
        pytest.param("the ﬁne print", "the fine print", id="ligature"),
        pytest.param("Straße", "STRASSE", id="sharp s"),
        pytest.param("œuvre", "oeuvre", id="joined letters"),
        pytest.param("cafe\u0301 talk", "café talk", id="composition"),
        pytest.param("har\u00adbour", "harbour", id="soft hyphen"),
        pytest.param("har\u200bbour", "harbour", id="zero width"),
        pytest.param("\ufeffharbour", "harbour", id="byte order mark"),
        pytest.param("har-\nbour", "harbour", id="parted at a line's end"),
        pytest.param("har-\n  bour", "harbour", id="parted before an indent"),
        pytest.param("a\u00a0 \t\nb", "a b", id="spaces"),
        pytest.param("a \u200b b", "a b", id="spaces round nothing"),
        pytest.param("two—three", "two - three", id="dashes"),
        pytest.param("“Yes,” no…", "yes no", id="marks"),
        pytest.param("Cats & Co", "cats and co", id="ampersand"),
        pytest.param("ｆｕｌｌ １２％", "full 12%", id="full width"),
        pytest.param("٤٣", "43", id="figures of another script"),
        pytest.param("−0.4", "-0.4", id="minus sign"),
        pytest.param("5%", "5 %", id="space before per cent"),
        pytest.param("in 1990.", "in 1990", id="a stop behind a figure"),
    ],
)
def test_variants_of_type_are_one_form(one: str, two: str) -> None:
    assert canonical(one).words == canonical(two).words


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("4.3", "43", id="decimal point"),
        pytest.param("1,5", "15", id="decimal comma"),
        pytest.param("1.5", "1 5", id="one figure or two"),
        pytest.param("-0.4", "0.4", id="sign"),
        pytest.param("–0.4", "0.4", id="dash as a sign"),
        pytest.param("+3", "-3", id="other sign"),
        pytest.param("p < 5", "p = 5", id="relation"),
        pytest.param("p ≤ 5", "p < 5", id="or equal"),
        pytest.param("5%", "5", id="per cent"),
        pytest.param("5 ‰", "5 %", id="per mille"),
        pytest.param("$5", "€5", id="currency"),
        pytest.param("$5", "5", id="no currency"),
        pytest.param("1½", "11/2", id="fraction"),
        pytest.param("½", "1/2", id="fraction alone"),
        pytest.param("12:30", "12 30", id="time"),
        pytest.param("co-op", "coop", id="hyphen within a line"),
        pytest.param("港", "湾", id="other signs"),
        pytest.param("жар", "дар", id="other letters"),
    ],
)
def test_what_carries_meaning_is_kept(one: str, two: str) -> None:
    assert canonical(one).words != canonical(two).words


def test_a_range_has_no_sign() -> None:
    assert canonical("5-7").words == canonical("5 7").words


def test_each_byte_leads_back_to_its_sign() -> None:
    text = "“Har\u00adbour” & ﬁsh: ½, 4.3%"
    made = canonical(text)
    stood = [f"{text} "[at] for at in made.offsets.tolist()]

    assert made.words[1:8] == b"harbour"
    assert stood[1:8] == list("Harbour")
    at = made.words.index(b" and ")
    assert stood[at + 1 : at + 4] == ["&"] * 3
    at = made.words.index(b" fish ")
    assert stood[at + 1 : at + 5] == ["ﬁ", "ﬁ", "s", "h"]


@given(TEXTS)
def test_offsets_ascend_and_point_into_the_text(text: str) -> None:
    made = canonical(text)
    offsets = made.offsets.tolist()

    assert len(offsets) == len(made.words)
    assert offsets == sorted(offsets)
    words = [at for at, byte in zip(offsets, made.words, strict=True) if byte != ord(" ")]
    assert all(0 <= at < len(text) for at in words)


@given(TEXTS)
def test_words_are_framed_and_parted_by_single_spaces(text: str) -> None:
    words = canonical(text).words

    assert words[:1] == words[-1:] == b" "
    assert b"  " not in words
    assert b"\0" not in words


@given(st.text(st.characters(codec="latin-1", categories=["L"]), max_size=40))
def test_case_composition_and_marks_round_are_one_form(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)

    assert canonical(apart).words == canonical(text).words
    assert canonical(f"“{text}”, ").words == canonical(text).words


@given(st.lists(st.text("abcxyz", min_size=1, max_size=8), max_size=12))
def test_plain_words_stay_as_they_are(words: list[str]) -> None:
    assert canonical(" ".join(words)).words.split() == [word.encode() for word in words]
