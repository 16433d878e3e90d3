import pytest
from building import a_case, a_claim, a_source

from provcheck.judge.edges import truncated
from provcheck.model.verdict import Verdict
from provcheck.rulebook.book import Rulebook

WORDS = "we will open the harbour in May"
TEXT = f"Ada Brandvold said “{WORDS}” in a speech."


def cut(rules: Rulebook, source, text: str = TEXT, words: str = WORDS, **known):
    case = a_case(rules, text, a_claim(text, words, **known), source, (words, words))
    return truncated(case)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(a_source(f"So {WORDS}."), id="the sentence ends there"),
        pytest.param(a_source(f"I hope {WORDS}, and the cranes follow."), id="it goes on"),
        pytest.param(a_source(f"So {WORDS}. But I am glad we spoke."), id="an idle but"),
        pytest.param(
            a_source(f"“And {WORDS},” she said, but nobody clapped.", quotations=(("A B", WORDS),)),
            id="the but is the reporter's",
        ),
        pytest.param(a_source(f"I have no doubt that {WORDS}."), id="no doubt is no denial"),
        pytest.param(
            a_source(f"We did not come here to wait, and {WORDS}."), id="another clause denies"
        ),
        pytest.param(a_source(f"Not yet, they say.\n{WORDS}."), id="another paragraph"),
    ],
)
def test_lost_nothing_that_limits(rules: Rulebook, source) -> None:
    assert cut(rules, source) is None


@pytest.mark.parametrize(
    ("source", "lost"),
    [
        pytest.param(a_source(f"So {WORDS} unless the board objects."), "unless", id="unless"),
        pytest.param(a_source(f"So {WORDS}, but only for one ship."), "but only", id="but only"),
        pytest.param(
            a_source(f"So {WORDS}. Only if the council pays."), "Only if", id="the next sentence"
        ),
        pytest.param(a_source(f"I do not believe that {WORDS}."), "do not", id="a denial before"),
        pytest.param(a_source(f"Nobody says {WORDS}."), "Nobody", id="nobody says"),
        pytest.param(
            a_source(f"If the council pays, {WORDS}."), "If the council", id="a condition before"
        ),
        pytest.param(
            a_source(
                f"BRANDVOLD: So {WORDS}, unless it rains.",
                turns=(("Ada Brandvold", f"So {WORDS}, unless it rains."),),
            ),
            "unless",
            id="in a transcript's turn",
        ),
    ],
)
def test_lost_what_limits(rules: Rulebook, source, lost: str) -> None:
    ruling = cut(rules, source)

    assert ruling is not None
    assert ruling.verdict == Verdict.TRUNCATED
    assert lost in ruling.message


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param(
            a_source(f"I do not believe that {WORDS}."),
            f"Ada Brandvold does not believe “{WORDS}”, she said.",
            id="the article denies in its own words",
        ),
        pytest.param(
            a_source(f"So {WORDS} unless the harbour board objects."),
            f"She said “{WORDS}” unless the harbour board objects.",
            id="the article goes on with the limit",
        ),
    ],
)
def test_the_article_tells_the_limit_itself(rules: Rulebook, source, text: str) -> None:
    assert cut(rules, source, text) is None


def test_what_an_interruption_parts_is_one_speech(rules: Rulebook) -> None:
    page = f"“So {WORDS},” she said, “unless the board objects.”"
    quotation = a_claim(page, page.strip("“”"), speaker="Ada Brandvold")
    first, second = a_claim(page, f"So {WORDS}"), a_claim(page, "unless the board objects.")
    quotation = quotation.model_copy(update={"segments": (first.span, second.span)})
    source = a_source(page).model_copy(update={"quotations": (quotation,)})

    ruling = cut(rules, source)

    assert ruling is not None
    assert "unless the board objects" in ruling.message


def test_a_fragment_may_stop_anywhere(rules: Rulebook) -> None:
    source = a_source(f"So {WORDS} unless the board objects.")

    assert cut(rules, source, words="in May", fragment=True) is None
