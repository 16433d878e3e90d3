import pytest
from building import a_case, a_claim, a_source, a_walk, an_alignment, found

from provcheck.judge.trail import credited, primary_reached, steps
from provcheck.model.citation import Citation, CitationKind
from provcheck.model.evidence import Unavailable
from provcheck.model.lead import LeadKind, Standing
from provcheck.rulebook.book import Rulebook

WORDS = "The harbour will open in May"
CLAIM = a_claim(WORDS, WORDS, speaker="Ada Brandvold")
FULL = an_alignment(WORDS, WORDS, (WORDS, WORDS), exact=True)
PLAIN = a_source(WORDS)
ONWARD = {"standing": Standing.ONWARD, "target": "https://council.example/x", "hop": 1}


def quoted_with(*cites: CitationKind):
    quotation = a_claim(
        WORDS,
        WORDS,
        speaker="Ada Brandvold",
        cites=tuple(Citation(kind=kind, name="x") for kind in cites),
    )
    return PLAIN.model_copy(update={"quotations": (quotation,)})


@pytest.mark.parametrize(
    ("source", "reached"),
    [
        pytest.param(PLAIN, None, id="the source does not tell"),
        pytest.param(PLAIN.model_copy(update={"own_voice": "Ports Council"}), True, id="own voice"),
        pytest.param(a_source(WORDS, turns=(("Ada Brandvold", WORDS),)), True, id="transcript"),
        pytest.param(quoted_with(), None, id="quoted, credited to nobody"),
        pytest.param(quoted_with(CitationKind.EVENT), None, id="heard at an occasion"),
        pytest.param(quoted_with(CitationKind.OUTLET), False, id="credited to another outlet"),
    ],
)
def test_primary_reached(rules: Rulebook, source, reached) -> None:
    case = a_case(rules, WORDS, CLAIM, source, (WORDS, WORDS))

    assert primary_reached(case, ()) is reached


def test_an_onward_source_that_holds_the_words_is_primary(rules: Rulebook) -> None:
    case = a_case(rules, WORDS, CLAIM, quoted_with(CitationKind.OUTLET), (WORDS, WORDS))

    assert primary_reached(case, (a_walk(found(PLAIN), FULL, **ONWARD),)) is True


def test_a_source_of_the_library_is_credited_by_its_name_and_not_by_its_hash(rules: Rulebook):
    case = a_case(rules, WORDS, CLAIM, PLAIN, (WORDS, WORDS))
    via = Citation(kind=CitationKind.OUTLET, name="Skerry Radio")
    further = {"kind": LeadKind.LIBRARY, "standing": Standing.ONWARD, "target": "f" * 64}
    walk = a_walk(found(PLAIN), FULL, **further)
    walk = walk.model_copy(update={"lead": walk.lead.model_copy(update={"via": via})})

    assert credited(case, (walk,)) == ("Skerry Radio",)


def test_one_step_a_walk_in_order() -> None:
    walks = (
        a_walk(Unavailable(reason="404"), kind=LeadKind.URL),
        a_walk(found(PLAIN), FULL, kind=LeadKind.ARCHIVE),
    )

    gone, read = steps(CLAIM, walks)

    assert (gone.status, gone.detail, gone.matched) == ("unavailable", "404", False)
    assert (read.status, read.matched, read.sha256) == ("found", True, "0" * 64)


def test_a_copy_of_an_agency_s_story_credits_that_agency_with_nothing_further(
    rules: Rulebook,
) -> None:
    cite = Citation(kind=CitationKind.OUTLET, name="Reuters")
    quotation = a_claim(WORDS, WORDS, speaker="Ada Brandvold", cites=(cite,))

    for wire, reached in (("afp", False), ("reuters", None)):
        source = PLAIN.model_copy(update={"quotations": (quotation,), "wire": wire})
        case = a_case(rules, WORDS, CLAIM, source, (WORDS, WORDS))
        assert primary_reached(case, ()) is reached
