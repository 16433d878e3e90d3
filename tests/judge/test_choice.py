import pytest
from building import a_claim, a_source, a_walk, an_alignment, an_edit, found

from provcheck.judge.choice import Place, case_of, chosen, holds, in_other_words, other_words
from provcheck.model.citation import Citation, CitationKind
from provcheck.model.claim import ClaimKind
from provcheck.model.edit import EditKind
from provcheck.model.evidence import Completeness, Mode, Unavailable
from provcheck.model.lead import LeadKind, Standing
from provcheck.model.span import Span

WORDS = "The harbour will open in May"
SOURCE = a_source(f"{WORDS}, she said.", publisher="Northgate Wire")
CLAIM = a_claim(WORDS, WORDS)
FULL = an_alignment(WORDS, SOURCE.text, (WORDS, WORDS), exact=True)
NONE = an_alignment(WORDS, SOURCE.text, bits=0.0, coverage=0.0)
GONE = Unavailable(reason="404")
NEARBY = {"standing": Standing.NEARBY, "kind": LeadKind.GIVEN, "target": "talk.txt"}
NAMED = {"kind": LeadKind.NAME, "target": "Halden Broadcasting"}


def naming(kind: CitationKind) -> dict[str, object]:
    return {**NAMED, "via": Citation(kind=kind, name="Halden Broadcasting")}


@pytest.mark.parametrize(
    "walk",
    [
        pytest.param(a_walk(GONE), id="nothing was read"),
        pytest.param(a_walk(found(SOURCE), NONE), id="nothing lies along the source"),
        pytest.param(
            a_walk(found(SOURCE), FULL.model_copy(update={"coverage": 0.3, "exact": False})),
            id="only a phrase is shared",
        ),
        pytest.param(
            a_walk(found(SOURCE), FULL.model_copy(update={"bits": 12.0}), **NEARBY),
            id="too few words to be evidence in a source that nobody cited",
        ),
        pytest.param(
            a_walk(
                found(SOURCE.model_copy(update={"aside": (Span(start=0, end=len(SOURCE.text)),)})),
                FULL,
            ),
            id="the words stand in a teaser only",
        ),
    ],
)
def test_does_not_hold_the_words(walk) -> None:
    assert not holds(CLAIM, walk)


@pytest.mark.parametrize(
    "walk",
    [
        pytest.param(a_walk(found(SOURCE), FULL), id="word for word"),
        pytest.param(
            a_walk(found(SOURCE), FULL.model_copy(update={"bits": 12.0})),
            id="few words, but word for word in the cited source",
        ),
        pytest.param(
            a_walk(found(SOURCE), FULL.model_copy(update={"exact": False}), **NEARBY),
            id="changed words with strong evidence in a source at hand",
        ),
    ],
)
def test_holds_the_words(walk) -> None:
    assert holds(CLAIM, walk)


def test_a_paraphrase_needs_strong_evidence() -> None:
    claim = CLAIM.model_copy(update={"kind": ClaimKind.PARAPHRASE})
    weak = FULL.model_copy(update={"bits": 12.0})

    assert not holds(claim, a_walk(found(SOURCE), weak))
    assert holds(claim, a_walk(found(SOURCE), FULL))


OTHER = a_walk(found(SOURCE), FULL, **NEARBY)
NAMELESS = a_walk(found(SOURCE.model_copy(update={"publisher": None})), FULL, **NEARBY)


@pytest.mark.parametrize(
    ("walks", "place"),
    [
        pytest.param((), Place.NOWHERE, id="nothing walked"),
        pytest.param((a_walk(found(SOURCE), NONE),), Place.NOWHERE, id="read in vain"),
        pytest.param((a_walk(found(SOURCE), FULL), OTHER), Place.CITED, id="in the cited source"),
        pytest.param((OTHER,), Place.FITTING, id="nothing is cited"),
        pytest.param(
            (a_walk(GONE, **naming(CitationKind.EVENT)), OTHER),
            Place.FITTING,
            id="only an occasion is named",
        ),
        pytest.param(
            (a_walk(GONE, **naming(CitationKind.OUTLET)), NAMELESS),
            Place.FITTING,
            id="an outlet is named and a file is given without saying whose it is",
        ),
        pytest.param(
            (a_walk(GONE, **naming(CitationKind.OUTLET)), OTHER),
            Place.BESIDE,
            id="an outlet is named and another one's page is at hand",
        ),
        pytest.param((a_walk(GONE), OTHER), Place.BESIDE, id="the cited page is gone"),
        pytest.param(
            (a_walk(found(SOURCE, completeness=Completeness.GATED), NONE), OTHER),
            Place.BESIDE,
            id="the cited page was read in part",
        ),
        pytest.param(
            (a_walk(found(SOURCE), NONE), OTHER), Place.ELSEWHERE, id="the cited page lacks them"
        ),
    ],
)
def test_place_of_the_words(walks, place: Place) -> None:
    assert chosen(CLAIM, walks).place == place


def test_that_no_archive_has_a_page_leaves_it_read_whole() -> None:
    copy = {"kind": LeadKind.ARCHIVE, "target": "https://wire.example/a@2025-01-23"}
    walks = (a_walk(found(SOURCE), NONE), a_walk(GONE, **copy), OTHER)

    assert chosen(CLAIM, walks).place == Place.ELSEWHERE


@pytest.mark.parametrize(
    ("kinds", "mode", "other"),
    [
        pytest.param((), Mode.LIVE, False, id="word for word"),
        pytest.param((EditKind.TYPOGRAPHY, EditKind.CASE), Mode.LIVE, False, id="spelling"),
        pytest.param((EditKind.ELLIPSIS, EditKind.BRACKET), Mode.LIVE, False, id="marked"),
        pytest.param((EditKind.NUMBER,), Mode.ARCHIVE, False, id="a copy is no page of today"),
        pytest.param((EditKind.NUMBER,), Mode.LOCAL, False, id="nor is a file"),
        pytest.param((EditKind.NUMBER, EditKind.CASE), Mode.LIVE, True, id="another number"),
        pytest.param((EditKind.OMISSION,), Mode.REPLAY, True, id="a page given by hand"),
    ],
)
def test_a_page_may_have_had_other_words(
    kinds: tuple[EditKind, ...], mode: Mode, *, other: bool
) -> None:
    edits = tuple(an_edit(kind, CLAIM.span, CLAIM.span) for kind in kinds)
    laid = FULL.model_copy(update={"edits": edits})

    assert in_other_words(a_walk(found(SOURCE, mode=mode), laid)) is other
    assert other_words(laid) == sum(kind in {"number", "omission"} for kind in kinds)


def test_nothing_read_has_no_other_words() -> None:
    assert not in_other_words(a_walk(GONE))


def test_the_fullest_match_is_judged() -> None:
    part = FULL.model_copy(update={"coverage": 0.6})
    first = a_walk(found(SOURCE, url="https://wire.example/1"), part)
    second = a_walk(found(SOURCE, url="https://wire.example/2"), FULL)

    assert chosen(CLAIM, (first, second)).walk == second


def test_a_case_needs_a_source(rules) -> None:
    with pytest.raises(ValueError, match="no source was read"):
        case_of(None, CLAIM, a_walk(GONE), rules)
