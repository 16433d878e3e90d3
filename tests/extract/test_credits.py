import pytest
from building import a_prose, span_in
from discoursing import RULES
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.claims import claims
from provcheck.extract.credits import without_marks
from provcheck.model.claim import Claim, ClaimKind
from provcheck.model.prose import Block, BlockKind, Link, Prose
from provcheck.model.span import Span

URL = "https://wire.example/a"
ADA = "“The pier is shut for good,” Ada Brandvold said."
PER = "“The ships will leave the harbour,” Per Olsen said."
OTHERS = {
    "share": "https://twitter.com/intent/tweet?url=https%3A%2F%2Fhalden.example%2Fa",
    "letter": "mailto:ada@halden.example",
    "tag": "https://halden.example/tags/harbour",
    "author": "https://halden.example/author/per-olsen/",
    "subscribe": "https://halden.example/subscribe?from=a",
}


def a_text(text: str, *words: str, url: str = URL) -> Prose:
    """A text in which each of `words` is a link."""
    links = tuple(Link(span=span_in(text, each), url=url) for each in words)
    return a_prose(text, links=links)


def linked(prose: Prose) -> dict[str, list[str]]:
    """What is linked for each quotation, by its speaker's last name."""
    found = (c for c in claims(prose, RULES) if c.kind != ClaimKind.PARAPHRASE)
    return {_who(c): [cite.name for cite in c.cites if cite.url] for c in found}


def _who(claim: Claim) -> str:
    who = claim.speaker.resolved if claim.speaker else None
    return (who or "").rpartition(" ")[2]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(f"{ADA} Here is more.", "Here", id="the next sentence"),
        pytest.param(f"{ADA} Via the ring road, a lorry came.", "the ring road", id="a way"),
        pytest.param(f"{ADA} Source: the sea, and its tides.", "tides", id="more than a credit"),
        pytest.param(f"{ADA} (Via Halden Wire) Read on here.", "here", id="behind a credit"),
        pytest.param(f"{ADA}\nSource: Halden Wire", "Halden Wire", id="the article’s own source"),
        pytest.param(f"{ADA} In chapter [1] it rains.", "[1]", id="a mark further on"),
        pytest.param(f"It rained.[1] {ADA}", "[1]", id="a mark before"),
        pytest.param(f"The plan is old. {ADA}", "The plan", id="a sentence that names nobody"),
        pytest.param(
            f"Per Olsen gave a speech. {ADA}", "a speech", id="somebody else’s speech before"
        ),
        pytest.param(
            f"Ada Brandvold grows roses. {ADA}", "roses", id="linked words that tell of no words"
        ),
        pytest.param(
            f"Ada Brandvold called it “old news” in a speech. {ADA}",
            "a speech",
            id="a sentence with its own quotation",
        ),
        pytest.param(f"Ada Brandvold gave a speech.\n{ADA}", "a speech", id="the paragraph before"),
    ],
)
def test_links_that_are_not_of_these_words(text: str, words: str) -> None:
    assert linked(a_text(text, words))["Brandvold"] == []


@pytest.mark.parametrize("name", OTHERS)
def test_links_that_lead_to_nobody_s_words(name: str) -> None:
    text = "“The pier is shut for good,” said Ada Brandvold of the harbour."

    assert linked(a_text(text, "the harbour", url=OTHERS[name])) == {"Brandvold": []}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(f"{ADA}[1] It rained.", "[1]", id="a mark behind the stop"),
        pytest.param(f"{ADA} [1]", "[1]", id="a mark with a space before"),
        pytest.param(
            "“The pier is shut for good,”[1] Ada Brandvold said.", "[1]", id="a mark within"
        ),
        pytest.param(f"{ADA} (via Halden Wire)", "Halden Wire", id="via"),
        pytest.param(f"{ADA} H/T Halden Wire", "Halden Wire", id="h/t"),
        pytest.param(f"{ADA} [Source: her notes]", "her notes", id="source in brackets"),
        pytest.param(
            f"Ada Brandvold spoke in a speech on Monday. {ADA}", "a speech", id="the speech before"
        ),
        pytest.param(
            f"Ada Brandvold told Halden Wire of the pier. {ADA}",
            "Halden Wire",
            id="the outlet before",
        ),
        pytest.param(f"Brandvold’s report came on Monday. {ADA}", "report", id="the report before"),
    ],
)
def test_links_beside_the_sentence_that_are_of_these_words(text: str, words: str) -> None:
    assert linked(a_text(text, words))["Brandvold"] == [words]


def test_a_link_in_its_own_sentence_comes_before_one_that_leads_up() -> None:
    text = (
        "Ada Brandvold gave a speech on Monday. “The pier is shut for good,” Brandvold wrote here."
    )

    assert linked(a_text(text, "a speech", "here")) == {"Brandvold": ["here"]}


def test_each_mark_is_that_of_the_quotation_before_it() -> None:
    text = f"{ADA}[1] {PER}[2]"

    assert linked(a_text(text, "[1]", "[2]")) == {"Brandvold": ["[1]"], "Olsen": ["[2]"]}


def test_a_raised_mark_hides_no_stop() -> None:
    text = f"{ADA}1 {PER}2"
    links = tuple(
        Link(span=Span(start=text.index(f".{n} ") + 1, end=text.index(f".{n} ") + 2), url=URL)
        for n in "1"
    )
    end = Link(span=Span(start=len(text) - 1, end=len(text)), url=URL)

    assert linked(a_prose(text, links=(*links, end))) == {"Brandvold": ["1"], "Olsen": ["2"]}


def test_two_in_one_sentence_have_a_mark_each() -> None:
    text = "“The pier is shut,”[1] Ada Brandvold said, while Per Olsen said “it opens in May.”[2]"
    found = [c for c in claims(a_text(text, "[1]", "[2]"), RULES) if c.kind == ClaimKind.QUOTE]

    assert [[cite.name for cite in c.cites] for c in found] == [["[1]"], ["[2]"]]


def test_a_credit_names_through_whom_words_came() -> None:
    for text in (f"{ADA} (Via Halden Wire)", f"{ADA[:-1]} (via Halden Wire)."):
        (claim,) = claims(a_prose(text), RULES)

        assert claim.via == "Halden Wire"
        assert [cite.name for cite in claim.cites] == ["Halden Wire"]


def a_block_quotation(below: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Prose:
    lines = (
        (BlockKind.PARAGRAPH, "Ada Brandvold wrote in her letter:"),
        (BlockKind.BLOCK_QUOTE, "The pier is shut for good, and the ships will leave."),
        (kind, below),
        (BlockKind.PARAGRAPH, "It rained in Halden all day long."),
    )
    text = "\n".join(words for _, words in lines)
    blocks = tuple(Block(kind=each, span=span_in(text, words)) for each, words in lines)
    return Prose(text=text, blocks=blocks, links=(Link(span=span_in(text, "here"), url=URL),))


@pytest.mark.parametrize(
    "below",
    [
        pytest.param("More on it here.", id="no credit"),
        pytest.param(f"Source: {'the harbour office of the town ' * 5}here", id="too long"),
    ],
)
def test_lines_below_a_block_quotation_that_are_no_credit(below: str) -> None:
    assert linked(a_block_quotation(below)) == {"Brandvold": []}


@pytest.mark.parametrize(
    ("below", "kind"),
    [
        pytest.param("Source: here", BlockKind.PARAGRAPH, id="a line"),
        pytest.param(
            "(Source: her letter, here)".replace(",", ""), BlockKind.CAPTION, id="a caption"
        ),
        pytest.param("Via here", BlockKind.CAPTION, id="via"),
    ],
)
def test_a_credit_below_a_block_quotation(below: str, kind: BlockKind) -> None:
    assert linked(a_block_quotation(below, kind)) == {"Brandvold": ["here"]}


def test_marks_are_blanked_and_nothing_else() -> None:
    prose = a_text("It rained.[1] See it here.", "[1]", "here")
    bare = without_marks(prose)

    assert bare.text == "It rained.    See it here."
    assert bare.model_copy(update={"text": prose.text}) == prose


PARTS = "“It is shut,” she said. [1] 1 via h/t Source: ( ) Halden Wire Ada Brandvold a speech"


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from([*PARTS.split(), "\n"]), max_size=25).map(" ".join),
    st.sets(st.integers(0, 200)),
)
def test_any_links_are_taken(text: str, places: set[int]) -> None:
    spans = [Span(start=at, end=min(at + 3, len(text))) for at in places if at < len(text)]
    prose = a_prose(text, links=tuple(Link(span=span, url=URL) for span in spans))
    for claim in claims(prose, RULES):
        assert claim.text == claim.span.of(text)
        assert all(c.name for c in claim.cites)


SHUT = "The pier is shut for good, and the ships will leave the harbour by May."


@pytest.mark.parametrize(
    ("end", "words", "cited"),
    [
        pytest.param("— Ada Brandvold, a letter", "pier", ["pier"], id="a link in the words stays"),
        pytest.param("— Ada Brandvold, a letter", "", [], id="nothing linked"),
        pytest.param(
            "— Ada Brandvold, a letter", "a letter", ["a letter"], id="what the credit links"
        ),
        pytest.param("— Ada Brandvold", "Ada Brandvold", ["Ada Brandvold"], id="the linked name"),
        pytest.param("— Ada Brandvold, a letter[4]", "[4]", ["[4]"], id="a mark behind the credit"),
        pytest.param("— Ada Brandvold[4]", "[4]", ["[4]"], id="a mark behind the name"),
    ],
)
def test_links_in_the_credit_of_a_block_quotation(end: str, words: str, cited: list[str]) -> None:
    text = f"{SHUT}\n{end}"
    links = (Link(span=span_in(text, words), url=URL),) if words else ()
    block = Block(kind=BlockKind.BLOCK_QUOTE, span=Span(start=0, end=len(text)))
    prose = Prose(text=text, blocks=(block,), lang="en", links=links)

    assert linked(prose) == {"Brandvold": cited}


def test_a_mark_at_the_end_of_a_block_is_no_word_of_it() -> None:
    text = f"{SHUT}[4]"
    block = Block(kind=BlockKind.BLOCK_QUOTE, span=Span(start=0, end=len(text)))
    link = Link(span=span_in(text, "[4]"), url=URL)

    (claim,) = claims(Prose(text=text, blocks=(block,), lang="en", links=(link,)), RULES)

    assert (claim.text, [cite.url for cite in claim.cites]) == (SHUT, [URL])
