import time
from dataclasses import replace

import pytest
from building import a_claim
from hypothesis import given
from hypothesis import strategies as st
from reporting import TEXT, a_finding, a_report, all_findings, altered, an_article

from provcheck.model.article import Article
from provcheck.model.claim import Claim
from provcheck.model.finding import Finding
from provcheck.model.prose import BlockKind
from provcheck.model.span import Span
from provcheck.model.verdict import Level, Verdict
from provcheck.report.html.body import BlockView, body, unplaced
from provcheck.report.html.views import ClaimView, claim_view
from provcheck.rulebook.book import Rulebook, load_rulebook

RULES = load_rulebook()


def views(article: Article, *claims: Claim | tuple[Claim, Level]) -> tuple[ClaimView, ...]:
    shown = []
    for number, given_ in enumerate(claims, 1):
        claim, level = given_ if isinstance(given_, tuple) else (given_, Level.OK)
        finding = a_finding(claim.text, Verdict.VERBATIM, article.text, level=level)
        finding = finding.model_copy(update={"claim": claim})
        shown.append(claim_view(finding, a_report(finding, article=article), RULES, f"c{number}"))
    return tuple(shown)


def texts(blocks: tuple[BlockView, ...]) -> list[list[str]]:
    return [[s.text for s in block.stretches] for block in blocks]


def test_without_claims_blocks_are_whole() -> None:
    assert texts(body(an_article(), ())) == [[line] for line in TEXT.split("\n")]


def test_a_claim_is_cut_out_of_its_block(rules: Rulebook) -> None:
    blocks = body(an_article(), (claim_view(altered(), a_report(), rules, "c1"),))
    before, opening, claim, after = blocks[1].stretches
    assert opening.text == "“"
    assert [c.anchor for c in opening.opens] == ["c1"]
    assert claim.text == "We will open the new ferry line in spring."
    assert claim.level == Level.ERROR
    assert not any(stretch.inside for stretch in (before, opening, after))


def test_a_claim_over_two_blocks_opens_once() -> None:
    article = an_article("Title\none two\nthree four")
    blocks = body(article, views(article, a_claim(article.text, "two\nthree")))
    assert texts(blocks)[1:] == [["one ", "two"], ["three", " four"]]
    assert [len(s.opens) for block in blocks for s in block.stretches] == [0, 0, 1, 0, 0]


def test_a_claim_within_a_claim_belongs_to_both() -> None:
    article = an_article("Title\none two three")
    inner = (a_claim(article.text, "two"), Level.WARNING)
    blocks = body(article, views(article, a_claim(article.text, "one two three"), inner))
    assert [[c.anchor for c in s.inside] for s in blocks[1].stretches] == [
        ["c1"],
        ["c1", "c2"],
        ["c1"],
    ]
    assert [s.level for s in blocks[1].stretches] == ["ok", "warning", "ok"]


def test_words_outside_all_blocks_are_shown_too() -> None:
    article = an_article("Title\none").model_copy(update={"text": "Title\none\n\nlost words"})
    assert texts(body(article, ()))[-1] == ["\n\nlost words"]
    assert body(article, ())[-1].kind is BlockKind.PARAGRAPH


def test_kinds_are_kept() -> None:
    assert [block.kind for block in body(an_article(), ())][:2] == ["heading", "paragraph"]


@pytest.mark.parametrize("finding", all_findings(), ids=lambda f: f.verdict)
def test_every_claim_opens_once(finding) -> None:
    shown = claim_view(finding, a_report(finding), RULES, "c1")
    blocks = body(an_article(), (shown,))
    assert sum(len(s.opens) for block in blocks for s in block.stretches) == 1


def test_a_claim_that_no_block_shows_is_told_apart(rules: Rulebook) -> None:
    article = an_article()
    beyond = Span(start=len(article.text), end=len(article.text))
    lost, shown = (claim_view(altered(), a_report(), rules, anchor) for anchor in ("c1", "c2"))
    claim = lost.finding.claim.model_copy(update={"span": beyond})
    lost = replace(lost, finding=lost.finding.model_copy(update={"claim": claim}))
    blocks = body(article, (lost, shown))
    assert [c.anchor for c in unplaced(blocks, (lost, shown))] == ["c1"]


@given(st.lists(st.tuples(st.integers(0, 22), st.integers(1, 9)), max_size=5))
def test_no_word_is_lost_or_doubled(pairs: list[tuple[int, int]]) -> None:
    article = an_article("Title\none two\nthree four\nfive")
    claims = []
    for start, length in pairs:
        span = Span(start=start, end=min(start + length, len(article.text)))
        claim = a_claim(article.text, "Title")
        claims.append(claim.model_copy(update={"span": span, "text": span.of(article.text)}))
    blocks = body(article, views(article, *claims))
    assert "\n".join("".join(parts) for parts in texts(blocks)) == article.text


def test_a_block_of_very_many_claims_is_cut_in_no_time() -> None:
    article = an_article("Title\n" + "“one two” " * 6000)
    (view,) = views(article, a_claim(article.text, "one two"))
    claims = tuple(
        replace(view, finding=_at(view.finding, at)) for at in range(7, len(article.text), 10)
    )
    began = time.monotonic()
    (_, block) = body(article, claims)
    assert time.monotonic() - began < 5
    assert len(claims) == 6000
    assert sum(len(stretch.opens) for stretch in block.stretches) == 6000
    assert all(len(stretch.inside) <= 1 for stretch in block.stretches)


def _at(finding: Finding, start: int) -> Finding:
    span = Span(start=start, end=start + 7)
    return finding.model_copy(update={"claim": finding.claim.model_copy(update={"span": span})})


def test_a_claim_of_no_words_is_inside_nothing() -> None:
    article = an_article("Title\none two")
    (view,) = views(article, a_claim(article.text, "two"))
    claim = view.finding.claim.model_copy(update={"span": Span(start=8, end=8)})
    empty = replace(view, finding=view.finding.model_copy(update={"claim": claim}))
    (_, block) = body(article, (empty,))
    assert [(s.text, len(s.inside), len(s.opens)) for s in block.stretches] == [
        ("on", 0, 0),
        ("e two", 0, 1),
    ]
