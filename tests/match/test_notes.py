import pytest

from provcheck.match.notes import note
from provcheck.model.edit import EditKind


@pytest.mark.parametrize("kind", list(EditKind))
@pytest.mark.parametrize(("ours", "theirs"), [("new", "old"), ("new", ""), ("", "old")])
def test_every_note_is_a_line_that_names_the_words(kind: EditKind, ours: str, theirs: str) -> None:
    told = note(kind, ours, theirs)

    assert told
    assert "\n" not in told
    assert "“”" not in told


@pytest.mark.parametrize(
    ("kind", "ours", "theirs", "told"),
    [
        (EditKind.ELLIPSIS, "", "", "points stand for no words"),
        (EditKind.ELLIPSIS, "", "in May", "points stand for “in May”"),
        (EditKind.BRACKET, "the port", "it", "the editor put “the port” for “it”"),
        (EditKind.BRACKET, "sic", "", "the editor put “sic” in"),
        (EditKind.SUBSTITUTION, "new", "old", "the source has “old” where the article has “new”"),
        (EditKind.BRACKET, "", "it", "the editor put nothing for “it”"),
        (EditKind.REORDER, "", "in May", "“in May” stands elsewhere in the source"),
        (EditKind.FILLER, "", "um", "“um” was left out"),
        (EditKind.FILLER, "um", "er", "the source has “er” where the article has “um”"),
        (EditKind.NEGATION, "", "not", "a negation changed: the article leaves out “not”"),
        (
            EditKind.NUMBER,
            "5",
            "6",
            "a figure changed: the source has “6” where the article has “5”",
        ),
        (EditKind.OMISSION, "", "old", "the article leaves out “old”"),
        (EditKind.INSERTION, "new", "", "the source does not have “new”"),
    ],
)
def test_what_an_editor_reads(kind: EditKind, ours: str, theirs: str, told: str) -> None:
    assert note(kind, ours, theirs) == told


def test_long_stretches_are_shortened_in_the_middle() -> None:
    told = note(EditKind.OMISSION, "", "word " * 60)

    assert " … " in told
    assert len(told) < 140
