import pytest
from building import a_claim, a_source, a_walk, found
from housing import LONG_AGO, a_look

from provcheck.judge.house.unnamed import name_at_hand, plural_sources, single_source
from provcheck.match.align import align
from provcheck.model.claim import Mention
from provcheck.model.lead import Standing
from provcheck.model.span import Span
from provcheck.rulebook.book import Rulebook

WORDS = "The harbour of Osmere will open again in May"


def mention(written: str, resolved: str | None = None) -> Mention:
    span = Span(start=0, end=len(written))
    return Mention(as_written=written, span=span, resolved=resolved, how="unresolved")


def look(rules: Rulebook, ours: Mention | None, theirs: Mention | None, **known: object):
    """`ours` is the article's speaker, `theirs` the one whom the report gives the words to."""
    text = f"{WORDS}, it was said.{LONG_AGO}"
    quotation = a_claim(text, WORDS).model_copy(update={"speaker": theirs})
    source = a_source(text, publisher="Northgate Wire").model_copy(
        update={"quotations": (quotation,)}
    )
    made = a_look(rules, WORDS, WORDS, source, **known)
    claim = made.claim.model_copy(update={"speaker": ours})
    finding = made.finding.model_copy(update={"claim": claim})
    return made.model_copy(update={"finding": finding})


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param("sources", "two sources", id="several of two"),
        pytest.param("two sources", "two sources", id="as many"),
        pytest.param("two officials", "five officials", id="some of them"),
        pytest.param("an official", "five officials", id="one of them"),
        pytest.param("an official", "a source", id="one and one"),
        pytest.param("five people", "sources", id="the report gives no number"),
        pytest.param("the pilots", "a pilot", id="no listed people"),
    ],
)
def test_as_many_as_the_report_has(rules: Rulebook, ours: str, theirs: str) -> None:
    assert list(plural_sources(look(rules, mention(ours), mention(theirs)))) == []


def test_silence_where_somebody_has_a_name(rules: Rulebook) -> None:
    named = mention("Ada Brandvold", "Ada Brandvold")

    assert list(plural_sources(look(rules, named, mention("a source")))) == []
    assert list(plural_sources(look(rules, mention("sources"), named))) == []
    assert list(plural_sources(look(rules, mention("sources"), None))) == []
    assert list(plural_sources(look(rules, None, mention("a source")))) == []
    assert list(plural_sources(a_look(rules, WORDS, WORDS))) == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param("sources", "a source", id="several of one"),
        pytest.param("Five sources", "one source", id="five of one"),
        pytest.param("five officials", "three officials", id="five of three"),
        pytest.param("12 people", "eleven people", id="in figures and in words"),
    ],
)
def test_more_than_the_report_has(rules: Rulebook, ours: str, theirs: str) -> None:
    (told,) = plural_sources(look(rules, mention(ours), mention(theirs)))

    assert told == f"the article has “{ours}”, the source “{theirs}”"


def test_sources_at_the_head_of_a_sentence_are_no_name(rules: Rulebook) -> None:
    assert list(plural_sources(look(rules, mention("Sources", "Sources"), mention("a source"))))


def test_a_name_at_hand(rules: Rulebook) -> None:
    named = mention("Ada Brandvold", "Ada Brandvold")
    (told,) = name_at_hand(look(rules, mention("an official"), named))

    assert "the source names Ada Brandvold" in told


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param(mention("an official"), mention("an official"), id="no name either"),
        pytest.param(mention("an official"), mention("Sources", "Sources"), id="sources"),
        pytest.param(mention("officials"), mention("A", "Ada Brandvold"), id="several"),
        pytest.param(mention("Ada", "Ada Brandvold"), mention("Ada", "Ada Brandvold"), id="named"),
        pytest.param(None, mention("Ada", "Ada Brandvold"), id="nobody"),
        pytest.param(mention("an official"), None, id="the source has nobody"),
    ],
)
def test_no_name_at_hand(rules: Rulebook, ours, theirs) -> None:
    assert list(name_at_hand(look(rules, ours, theirs))) == []


def test_one_report_of_unnamed_people(rules: Rulebook) -> None:
    (told,) = single_source(look(rules, mention("officials"), mention("officials")))

    assert "only Northgate Wire" in told


def test_two_reports_or_a_name_are_enough(rules: Rulebook) -> None:
    other = found(a_source(f"{WORDS}, it was said.{LONG_AGO}"), url="https://other.example/")
    second = a_walk(other, align(a_claim(WORDS, WORDS), other, rules), target="https://other/")

    assert list(single_source(look(rules, mention("officials"), None, walks=(second,)))) == []
    assert list(single_source(look(rules, mention("Ada", "Ada Brandvold"), None))) == []
    nearby = look(rules, mention("officials"), None, standing=Standing.NEARBY)
    assert list(single_source(nearby)) == []
