import pytest
from building import a_case, a_claim, a_source, a_walk, found

from provcheck.judge.case import Walk, weighing
from provcheck.model.citation import Citation, CitationKind
from provcheck.model.evidence import Completeness, Found, Unavailable
from provcheck.model.lead import LeadKind, Standing
from provcheck.model.post import PostFacts
from provcheck.rulebook.book import Rulebook


def test_a_walk_knows_what_it_is_to_the_claim() -> None:
    gone = Unavailable(reason="404")

    assert a_walk(gone).cited
    assert not a_walk(gone, standing=Standing.NEARBY).cited
    assert a_walk(gone, kind=LeadKind.NAME).by_name_only
    assert not a_walk(found(a_source("words"))).by_name_only


@pytest.mark.parametrize(
    ("evidence", "url", "by_name"),
    [
        pytest.param(found(a_source("words")), None, False, id="the picture led to the post"),
        pytest.param(
            Unavailable(reason="404"), "https://x.com/a/status/20", False, id="its address"
        ),
        pytest.param(Unavailable(reason="404"), None, True, id="the picture led nowhere"),
    ],
)
def test_a_picture_that_leads_nowhere_is_no_more_than_a_name(
    evidence: Found | Unavailable, url: str | None, *, by_name: bool
) -> None:
    via = Citation(kind=CitationKind.POST, name="Halvik (@h)", url=url, media=("pic.x.com/a",))
    assert a_walk(evidence, via=via).by_name_only is by_name


def test_source_words_are_clipped_to_the_text(rules: Rulebook) -> None:
    case = a_case(rules, "words", a_claim("words", "words"), a_source("words"), ("words", "words"))

    assert case.in_source(-5, 3) == "wor"
    assert case.in_source(2, 99) == "rds"


PAGE = a_walk(found(a_source("words")))
GONE = a_walk(Unavailable(reason="404"))
COPY = {"kind": LeadKind.ARCHIVE, "target": "https://wire.example/a@2025-01-23"}
NO_COPY = a_walk(Unavailable(reason="no archive has it"), **COPY)


@pytest.mark.parametrize(
    ("page", "copy", "counts"),
    [
        pytest.param(PAGE, NO_COPY, False, id="the page was read, and there is no copy"),
        pytest.param(
            PAGE,
            a_walk(found(a_source("x"), completeness=Completeness.SCRIPT_ONLY), **COPY),
            False,
            id="the page was read, and the copy holds no text",
        ),
        pytest.param(PAGE, a_walk(found(a_source("x")), **COPY), True, id="both were read"),
        pytest.param(
            a_walk(found(a_source("x")), target="https://sho.example/1"),
            NO_COPY,
            False,
            id="a link led to the page, and there is no copy",
        ),
        pytest.param(
            a_walk(
                found(
                    a_source(
                        "x", post=PostFacts(platform="X", url="https://wire.example/a", witness="X")
                    ),
                    url="https://wire.example/b",
                ),
                target="https://wire.example/c",
            ),
            NO_COPY,
            False,
            id="the post was read, and there is no copy of its page",
        ),
        pytest.param(GONE, NO_COPY, True, id="neither is there"),
        pytest.param(
            a_walk(
                found(a_source("x"), url="https://wire.example/b"), target="https://wire.example/b"
            ),
            NO_COPY,
            True,
            id="another page was read",
        ),
    ],
)
def test_what_no_archive_has_takes_nothing_from_a_page(
    page: Walk, copy: Walk, *, counts: bool
) -> None:
    assert weighing((page, copy)) == ((page, copy) if counts else (page,))


def test_a_copy_that_a_stopped_run_did_not_come_to_counts() -> None:
    page = a_walk(found(a_source("words")))
    none, stopped = (
        a_walk(
            Unavailable(reason="no copy", interrupted=interrupted),
            kind=LeadKind.ARCHIVE,
            target=f"{page.lead.target}@2025-03-14",
        )
        for interrupted in (False, True)
    )

    assert weighing((page, none)) == (page,)
    assert weighing((page, stopped)) == (page, stopped)
