import pytest
from building import a_case, a_claim, a_source, span_in

from provcheck.judge.reports import in_first_person, reported, reporter_of
from provcheck.model.claim import ClaimKind, Mention
from provcheck.model.source_text import SourceText
from provcheck.model.span import Span
from provcheck.rulebook.book import Rulebook

WORDS = "the harbour will open in May"


def report(text: str, who: str, resolved: str | None) -> SourceText:
    mention = Mention(as_written=who, span=Span(start=0, end=0), resolved=resolved, how="name")
    said = a_claim(text, WORDS, kind=ClaimKind.PARAPHRASE).model_copy(update={"speaker": mention})
    return a_source(text).model_copy(update={"quotations": (said,)})


def is_reported(rules: Rulebook, source: SourceText) -> bool:
    claim = a_claim(WORDS, WORDS, speaker="Ada Brandvold")
    case = a_case(rules, WORDS, claim, source, (WORDS, WORDS))
    return reported(case, span_in(source.text, WORDS))


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(a_source(f"{WORDS}."), id="no report"),
        pytest.param(report(f"We say {WORDS}.", "We", None), id="the source's own"),
        pytest.param(report(f"Nobody says {WORDS}.", "Nobody", None), id="nobody's"),
        pytest.param(
            report(f"My opponent told us {WORDS}.", "My opponent", None), id="a third party's"
        ),
        pytest.param(report(f"This season {WORDS}.", "This season", None), id="no speaker at all"),
    ],
)
def test_reports_nothing_of_the_speaker(rules: Rulebook, source: SourceText) -> None:
    assert not is_reported(rules, source)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(
            report(f"Ada Brandvold said {WORDS}.", "Ada Brandvold", "Ada Brandvold"), id="by name"
        ),
        pytest.param(report(f"She said {WORDS}.", "She", None), id="by a pronoun"),
        pytest.param(report(f"The minister said {WORDS}.", "The minister", None), id="by office"),
    ],
)
def test_reports_the_speaker(rules: Rulebook, source: SourceText) -> None:
    assert is_reported(rules, source)


def test_the_narrowest_report_is_taken() -> None:
    text = f"She said that {WORDS} again."
    wide = a_claim(text, text, kind=ClaimKind.PARAPHRASE)
    narrow = a_claim(text, WORDS, kind=ClaimKind.PARAPHRASE)
    source = a_source(text).model_copy(update={"quotations": (wide, narrow)})

    assert reporter_of(source, span_in(text, WORDS)) == narrow


def test_the_first_person_within_quotations_is_not_the_source_s(rules: Rulebook) -> None:
    quoted = f"we know {WORDS}"
    source = a_source(f"Brandvold: “{quoted}.”", quotations=(("Ada Brandvold", quoted),))
    case = a_case(rules, WORDS, a_claim(WORDS, WORDS), source, (WORDS, WORDS))
    speech = a_source(f"My friends, we know {WORDS}.")

    assert not in_first_person(case)
    assert in_first_person(a_case(rules, WORDS, a_claim(WORDS, WORDS), speech, (WORDS, WORDS)))
