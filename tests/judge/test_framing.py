import pytest
from building import a_case, a_claim, a_source

from provcheck.judge.framing import own_words_tell
from provcheck.judge.loss import Loss, LossKind
from provcheck.rulebook.book import Rulebook

WORDS = "the harbour will open in May"


def tells(rules: Rulebook, article: str, kind: LossKind, lost: str) -> bool:
    case = a_case(rules, article, a_claim(article, WORDS), a_source(WORDS), (WORDS, WORDS))
    return own_words_tell(case, Loss(kind=kind, words=lost), rules.limits.english)


TOLD = [
    pytest.param(
        f"Brandvold denied that “{WORDS}”.", LossKind.DENIAL, "Nobody says", id="by its cue"
    ),
    pytest.param(
        f"Brandvold does not think “{WORDS}”.", LossKind.DENIAL, "I doubt that", id="another denial"
    ),
    pytest.param(
        f"Asked whether “{WORDS}”, she shrugged.", LossKind.QUESTION, "Do I think", id="a question"
    ),
    pytest.param(
        f"“{WORDS},” she said, if the board agrees.", LossKind.LIMIT, "unless it snows", id="behind"
    ),
    pytest.param(
        f"If the town pays, “{WORDS}”, she said.", LossKind.CONDITION, "Unless we rest", id="before"
    ),
    pytest.param(
        f"“{WORDS},” she said, but it may not last.", LossKind.CORRECTION, "Or so", id="but later"
    ),
    pytest.param(
        f"Her critics say “{WORDS}”.", LossKind.VOICE, "My critics claim that", id="whose view"
    ),
    pytest.param(f"Perhaps “{WORDS}”, she said.", LossKind.WEAKENING, "Maybe", id="a like hedge"),
    pytest.param(
        f"“{WORDS},” she said. The council pays the cranes.",
        LossKind.LIMIT,
        "provided the council pays the cranes",
        id="most of the words a line on",
    ),
]
UNTOLD = [
    pytest.param(f"“{WORDS},” Brandvold said.", LossKind.DENIAL, "Nobody says", id="plainly"),
    pytest.param(
        f"She did not smile. “{WORDS},” she said.", LossKind.DENIAL, "Nobody says", id="elsewhere"
    ),
    pytest.param(
        f"“{WORDS},” according to Brandvold.", LossKind.LIMIT, "unless it snows", id="attribution"
    ),
    pytest.param(f"But “{WORDS},” she said.", LossKind.LIMIT, "unless it snows", id="but before"),
    pytest.param(f"“{WORDS},” she said.", LossKind.QUESTION, "Do I think", id="no question"),
    pytest.param(f"“{WORDS},” she said.", LossKind.VOICE, "My critics say", id="nobody else"),
]


@pytest.mark.parametrize(("article", "kind", "lost"), TOLD)
def test_the_article_tells(rules: Rulebook, article: str, kind: LossKind, lost: str) -> None:
    assert tells(rules, article, kind, lost)


@pytest.mark.parametrize(("article", "kind", "lost"), UNTOLD)
def test_the_article_does_not_tell(
    rules: Rulebook, article: str, kind: LossKind, lost: str
) -> None:
    assert not tells(rules, article, kind, lost)
