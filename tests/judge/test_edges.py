import pytest
from building import a_case, a_claim, a_mention, a_source

from provcheck.judge.edges import truncated
from provcheck.model.claim import ClaimKind, Mention
from provcheck.model.post import PostFacts
from provcheck.model.verdict import Verdict
from provcheck.rulebook.book import Rulebook

WORDS = "we will open the harbour in May"
URL = "https://www.youtube.com/watch?v=AbCdEf12345"
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
        pytest.param(a_source(f"So {WORDS}, but also for ferries."), id="a but that adds"),
        pytest.param(a_source(f"Nobody denies that {WORDS}."), id="a denial denied"),
        pytest.param(a_source(f"I did not know that {WORDS}."), id="what is taken for granted"),
        pytest.param(a_source(f"Even if it rains, {WORDS}."), id="even if"),
        pytest.param(a_source(f"So {WORDS}, perhaps the best of months."), id="perhaps of more"),
        pytest.param(a_source(f"The report says {WORDS}."), id="a witness that she calls"),
        pytest.param(a_source(f"So {WORDS}? The crews ask it."), id="the question is all hers"),
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
        pytest.param(a_source(f"My opponent says {WORDS}."), "opponent", id="a third party"),
        pytest.param(a_source(f"Do I think {WORDS}? No."), "Do I think", id="her question"),
        pytest.param(a_source(f"Suppose {WORDS}."), "Suppose", id="a supposition"),
        pytest.param(a_source(f"Maybe {WORDS}."), "Maybe", id="a hedge"),
        pytest.param(a_source(f"The idea that {WORDS} is absurd."), "The idea", id="waved away"),
        pytest.param(a_source(f"So {WORDS}, they say."), "they say", id="hearsay behind"),
        pytest.param(a_source(f"So {WORDS}. That is a lie."), "a lie", id="called a lie"),
        pytest.param(
            a_source(
                f"Without the council {WORDS.replace('will', 'would')}. So {WORDS} if it pays."
            ),
            "if it pays",
            id="only the words' own sentence counts",
        ),
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
    assert ruling.lost is not None
    assert lost in ruling.lost.of(source.text)


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


@pytest.mark.parametrize(
    ("source", "told"),
    [
        pytest.param("The pier is not safe.", True, id="denied right there"),
        pytest.param("This is no safe place.", True, id="no"),
        pytest.param("We do not want to live in a safe place.", False, id="denied far before"),
        pytest.param("If we win, it is safe.", False, id="a condition"),
    ],
)
def test_a_fragment_loses_only_a_denial_beside_it(rules: Rulebook, source: str, told: bool) -> None:  # noqa: FBT001
    text = "Ada Brandvold called it “safe” on Monday."
    case = a_case(
        rules, text, a_claim(text, "safe", fragment=True), a_source(source), ("safe",) * 2
    )

    assert (truncated(case) is not None) is told


@pytest.mark.parametrize(
    ("lead_in", "who", "told"),
    [
        pytest.param("She said ", "Ada Brandvold", False, id="the reporter's own account of her"),
        pytest.param("He says ", None, False, id="a pronoun in an account"),
        pytest.param("Friends, he says ", None, True, id="a pronoun in a speech"),
    ],
)
def test_whose_saying(rules: Rulebook, lead_in: str, who: str | None, told: bool) -> None:  # noqa: FBT001
    text = f"{lead_in}{WORDS}, and we are glad." if told else f"{lead_in}{WORDS}."
    report = a_claim(text, WORDS, kind=ClaimKind.PARAPHRASE)
    mention = a_mention(who) or Mention(
        as_written="He", span=report.span, resolved=None, how="unresolved"
    )
    report = report.model_copy(update={"speaker": mention})
    source = a_source(text).model_copy(update={"quotations": (report,)})

    assert (cut(rules, source, speaker="Ada Brandvold") is not None) is told


@pytest.mark.parametrize("automatic", [True, False], ids=["a machine's words", "people's"])
def test_where_sentences_end_in_captions(rules: Rulebook, *, automatic: bool) -> None:
    facts = PostFacts(platform="YouTube", url=URL, witness="YouTube", automatic=automatic)
    source = a_source(f"So {WORDS} unless it rains we said", post=facts)

    assert (cut(rules, source) is None) == automatic
