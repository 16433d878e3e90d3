import pytest
from discoursing import a_sentence, the_saying

from provcheck.syntax.phrases import Phrase
from provcheck.syntax.subject import Subject


@pytest.mark.parametrize(
    ("subject", "opens"),
    [
        pytest.param(Subject(Phrase(0, 2)), 0, id="a name alone"),
        pytest.param(Subject(Phrase(5, 7), inverted=True), 5, id="a name behind its verb"),
        pytest.param(Subject(Phrase(3, 5), described=0), 0, id="a description at the start"),
        pytest.param(Subject(Phrase(6, 8), described=2), 2, id="a description inside"),
        pytest.param(Subject(Phrase(2, 4), described=2), 2, id="what describes it stands behind"),
    ],
)
def test_where_a_subject_opens(subject: Subject, opens: int) -> None:
    assert subject.opens == opens


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("“No,” Ada Brandvold said.", "Ada", id="a name before its verb"),
        pytest.param("“No,” said Ada Brandvold.", "Ada", id="a name behind its verb"),
        pytest.param("“No,” the owner, Ada Brandvold, said.", "the", id="a description before"),
        pytest.param("“No,” Ada Brandvold, the owner, said.", "Ada", id="a description behind"),
        pytest.param("“No,” Per Olsen (Velden) said.", "Per", id="brackets behind"),
    ],
)
def test_with_which_word_a_subject_opens(text: str, word: str) -> None:
    subject = the_saying(text, "said").subject

    assert a_sentence(text).tokens[subject.opens].text == word


def test_a_subject_stands_before_its_verb_unless_told() -> None:
    plain = Subject(Phrase(0, 2))

    assert not plain.inverted
    assert plain.described is None
