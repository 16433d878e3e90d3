import pytest
from building import a_case, a_claim, a_source, span_in

from provcheck.judge.speakers import misattributed, voice_at
from provcheck.model.claim import ClaimKind, NestedQuotation
from provcheck.model.post import PostFacts
from provcheck.model.span import Span
from provcheck.model.verdict import Verdict
from provcheck.rulebook.book import Rulebook

WORDS = "The harbour will open in May"
HERS = PostFacts(platform="X", url="https://x.com/a/status/20", author="A", witness="X")
PAGE = f"Ada Brandvold, a spokeswoman for the Ports Council, was clear. “{WORDS},” she said."


def spoken_by(name: str | None, **known: object):
    return a_claim(WORDS, WORDS, speaker=name, **known)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        pytest.param(spoken_by("Ada Brandvold"), a_source(PAGE), id="the source names nobody"),
        pytest.param(
            spoken_by("Brandvold"),
            a_source(PAGE, quotations=(("Ada Brandvold", WORDS),)),
            id="the same person by surname",
        ),
        pytest.param(
            spoken_by(None),
            a_source(PAGE, quotations=(("Ada Brandvold", WORDS),)),
            id="the article names nobody",
        ),
        pytest.param(
            spoken_by("Northgate Wire", via="Northgate Wire"),
            a_source(PAGE, quotations=(("Ada Brandvold", WORDS),)),
            id="the article's speaker is the outlet that carries the words",
        ),
        pytest.param(
            spoken_by("harbour report", via="harbour report", nested_speaker="Ada Brandvold"),
            a_source(PAGE, quotations=(("Ada Brandvold", WORDS),)),
            id="the nested speaker is the one in the source",
        ),
        pytest.param(
            spoken_by("the Ports Council"),
            a_source(PAGE, quotations=(("Ada Brandvold", WORDS),)),
            id="the person speaks for the body that the article names",
        ),
        pytest.param(
            spoken_by("Ada Brandvold"),
            a_source(f"BRANDVOLD: {WORDS}.", turns=(("Ada Brandvold", WORDS),)),
            id="her own turn of a transcript",
        ),
        pytest.param(
            spoken_by("Ada Brandvold"),
            a_source(f"Minister of Ports: {WORDS}.", turns=(("of Ports", WORDS),)),
            id="a label that is an office",
        ),
        pytest.param(
            spoken_by("Ada Lind"),
            a_source(
                f"“{WORDS},” she said. Ada Lind, née Brandvold, is a minister.",
                quotations=(("Ada Brandvold", WORDS),),
            ),
            id="her former name",
        ),
        pytest.param(
            spoken_by("Northgate Wire"),
            a_source(
                f"“{WORDS},” said Per Olsen.",
                own_voice="Northgate Wire",
                post=HERS,
                quotations=(("Per Olsen", WORDS),),
            ),
            id="an outlet's post that quotes",
        ),
        pytest.param(
            spoken_by("Northgate Wire"),
            a_source(WORDS, own_voice="Northgate Wire"),
            id="the source's own voice",
        ),
    ],
)
def test_is_the_right_speaker(rules: Rulebook, claim, source) -> None:
    case = a_case(rules, WORDS, claim, source, (WORDS, WORDS))

    assert misattributed(case) is None


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(
            a_source(f"OLSEN: {WORDS}.", turns=(("Per Olsen", WORDS),)), id="another's turn"
        ),
        pytest.param(
            a_source(f"“{WORDS},” said Per Olsen.", quotations=(("Per Olsen", WORDS),)),
            id="another person's quotation",
        ),
        pytest.param(
            a_source(
                f"BRANDVOLD: Per Olsen wrote: “{WORDS}.”",
                turns=(("Ada Brandvold", f"Per Olsen wrote: “{WORDS}.”"),),
                quotations=(("Per Olsen", WORDS),),
            ),
            id="a letter that she reads out",
        ),
        pytest.param(
            a_source(
                f"Ada Brandvold came. “{WORDS},” said Olsen.", quotations=(("Per Olsen", WORDS),)
            ),
            id="she is only named nearby",
        ),
        pytest.param(a_source(WORDS, own_voice="Per Olsen"), id="another person's post"),
        pytest.param(
            a_source(f"No.\n{WORDS}", own_voice="Ada Brandvold", post=HERS).model_copy(
                update={
                    "quotations": (
                        a_claim(WORDS, WORDS, speaker="Per Olsen", kind=ClaimKind.EMBED),
                    )
                }
            ),
            id="a post that hers quotes",
        ),
        pytest.param(
            a_source(WORDS).model_copy(
                update={
                    "quotations": (
                        a_claim(WORDS, WORDS, speaker="Per Olsen", kind=ClaimKind.PARAPHRASE),
                    )
                }
            ),
            id="reported as another's",
        ),
    ],
)
def test_is_another_speaker(rules: Rulebook, source) -> None:
    case = a_case(rules, WORDS, spoken_by("Ada Brandvold"), source, (WORDS, WORDS))

    ruling = misattributed(case)

    assert ruling is not None
    assert ruling.verdict == Verdict.MISATTRIBUTED
    assert ruling.speaker_in_source == "Per Olsen"
    assert "Per Olsen" in ruling.message


def test_indirect_speech_is_no_voice() -> None:
    source = a_source(PAGE)
    reported = a_claim(PAGE, WORDS, speaker="Ada Brandvold", kind=ClaimKind.PARAPHRASE)
    source = source.model_copy(update={"quotations": (reported,)})

    assert voice_at(source, reported.span) is None


def test_words_mostly_outside_a_turn_are_not_in_it() -> None:
    source = a_source(f"OLSEN: Yes. {WORDS}.", turns=(("Per Olsen", "Yes."),))

    assert voice_at(source, Span(start=7, end=len(source.text))) is None


def test_a_quotation_within_a_quotation_is_the_inner_speaker_s() -> None:
    text = f"Mr Olsen told you, ‘{WORDS}.’ He is wrong"
    inner = NestedQuotation(
        span=span_in(text, WORDS), text=WORDS, speaker="Mr Olsen", speaker_span=Span(start=0, end=8)
    )
    quotation = a_claim(text, text, speaker="Ada Brandvold", nested=(inner,))
    own = inner.model_copy(update={"speaker": "I"})
    source = a_source(text)

    nested = source.model_copy(update={"quotations": (quotation,)})
    quoting_herself = source.model_copy(
        update={"quotations": (quotation.model_copy(update={"nested": (own,)}),)}
    )

    heard = [voice_at(each, inner.span) for each in (nested, quoting_herself)]
    assert [voice.name for voice in heard if voice] == ["Mr Olsen", "Ada Brandvold"]


def test_a_relative_of_the_same_surname_is_somebody_else(rules: Rulebook) -> None:
    text = f"The owner of the mill at Vik, Tufte Lind, came. His sister, Lena Lind: “{WORDS}.”"
    source = a_source(text, quotations=(("Lena Lind", WORDS),))
    case = a_case(rules, WORDS, spoken_by("Tufte Lind"), source, (WORDS, WORDS))

    ruling = misattributed(case)

    assert ruling is not None
    assert ruling.speaker_in_source == "Lena Lind"
