import tomllib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from signing import a_signoff

from provcheck.signoff.entry import entry_of
from provcheck.signoff.wording import entry_text, reworded

ENTRY = entry_of(a_signoff(remarks=("a", "b"), expires=date(2026, 1, 1)))
TEXT = """\
[[signoff]]
claim = "q-ferry"
quote = "We will open the new ferry line in spring."
status = "accepted"
verdict = "altered"
evidence = "sha256:1111111111111111111111111111111111111111111111111111111111111111"
remarks = ["a", "b"]
by = "ab"
date = 2025-03-14
note = "she says so in the recording"
expires = 2026-01-01
"""
COMMENTED = """\
# of the mayor
[[signoff]]  # first
claim = 'q-ferry'   # id
quote = "We will open the new ferry line in spring."

# asked twice
# and again
by = "zz" # on duty
method = "phone" # of the press office
# rang on
date = 2025-03-14
remarks = [
  "a", # known
  "b",
]
# the end

"""


def test_an_entry_has_one_key_on_a_line() -> None:
    assert entry_text(ENTRY) == TEXT


def test_the_same_values_change_no_line() -> None:
    assert reworded(TEXT, ENTRY) == TEXT


def test_comments_stay_with_their_keys() -> None:
    assert (
        reworded(COMMENTED, ENTRY)
        == """\
# of the mayor
[[signoff]]  # first
claim = 'q-ferry'   # id
quote = "We will open the new ferry line in spring."
status = "accepted"
verdict = "altered"
evidence = "sha256:1111111111111111111111111111111111111111111111111111111111111111"
remarks = [
  "a", # known
  "b",
]
# asked twice
# and again
by = "ab" # on duty
# rang on
date = 2025-03-14
note = "she says so in the recording"
expires = 2026-01-01
# the end

"""
    )


def test_what_no_reader_of_a_diff_would_see_is_written_as_its_code() -> None:
    line = entry_text({"note": "a\u202eb\u00adc\x7f\U000e0041\n“é”"})
    assert line == '[[signoff]]\nnote = "a\\u202Eb\\u00ADc\\u007F\\U000E0041\\n“é”"\n'


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8")))
def test_any_words_are_read_back_as_they_were(words: str) -> None:
    text = entry_text({"note": words, "remarks": [words]})
    assert tomllib.loads(text)["signoff"] == [{"note": words, "remarks": [words]}]
    assert text.count("\n") == 3


@pytest.mark.parametrize("end", ["\n", "\n\n\n", "\n# last\n"], ids=repr)
def test_what_follows_an_entry_stays(end: str) -> None:
    text = reworded(f'[[signoff]]\nclaim = "a"{end}', {"claim": "b"})
    assert text == f'[[signoff]]\nclaim = "b"{end}'
    assert tomllib.loads(text) == {"signoff": [{"claim": "b"}]}


def test_the_last_line_is_ended() -> None:
    assert reworded('[[signoff]]\nclaim = "a"', {"claim": "b"}) == '[[signoff]]\nclaim = "b"\n'
