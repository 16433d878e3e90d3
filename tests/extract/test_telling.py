from datetime import date

import pytest
from building import a_prose, span_in
from discoursing import RULES, a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.anaphora import Story
from provcheck.extract.claims import claims
from provcheck.extract.discourse import Discourse
from provcheck.extract.passages import passages
from provcheck.extract.telling import told_of
from provcheck.extract.told import Told
from provcheck.model.citation import CitationKind
from provcheck.model.claim import ClaimKind
from provcheck.model.prose import Block, BlockKind, Embed, Prose
from provcheck.model.span import Span

SHUT = "The harbour has lost a third of its ships since the autumn"


def all_told(discourse: Discourse) -> list[Told]:
    story = Story(discourse)
    told: list[Told] = []
    for passage in passages(discourse):
        told.append(told_of(passage, told, story))
    return told


def told_in(text: str, lang: str = "en") -> list[Told]:
    return all_told(a_discourse(text, lang))


def who(told: Told) -> str | None:
    return told.speaker.resolved if told.speaker else None


def with_kinds(text: str, *kinds: BlockKind) -> Prose:
    """A text whose paragraphs are blocks of the given kinds."""
    prose = a_prose(text)
    blocks = tuple(
        Block(kind=kind, span=block.span) for kind, block in zip(kinds, prose.blocks, strict=True)
    )
    return prose.model_copy(update={"blocks": blocks})


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The pier is shut for good.”", id="nobody at all"),
        pytest.param("“The pier is shut for good,” one resident said.", id="nobody by name"),
        pytest.param("“The pier is shut for good,” she said.", id="a pronoun for nobody"),
        pytest.param("“The pier is shut for good,” I said.", id="whoever writes"),
        pytest.param("“The pier is shut for good,” officials said.", id="a crowd"),
        pytest.param(
            "The council met at noon in Halvik.\n“The pier is shut for good.”", id="nobody spoke"
        ),
        pytest.param("The old ferry reportedly broke down on Monday.", id="hearsay"),
        pytest.param("The ferry is expected to run in winter.", id="what is expected"),
    ],
)
def test_nobody_is_said_to_have_said_it(text: str) -> None:
    assert who(told_in(text)[-1]) is None


@pytest.mark.parametrize(
    ("text", "name", "cue"),
    [
        pytest.param("“It is shut,” Ada Brandvold said.", "Ada Brandvold", "said", id="behind"),
        pytest.param("“It is shut,” says Per Olsen.", "Per Olsen", "says", id="verb first"),
        pytest.param("‘It is shut,’ Per Olsen added.", "Per Olsen", "added", id="British marks"),
        pytest.param('"It is shut," Per Olsen says.', "Per Olsen", "says", id="straight marks"),
        pytest.param("Per Olsen wrote: “It is shut for good.”", "Per Olsen", "wrote", id="ahead"),
        pytest.param("OLSEN: “It is shut for good.”", "Olsen", ":", id="a label"),
        pytest.param("“It is shut.” — Ada Brandvold", "Ada Brandvold", "—", id="a signature"),
        pytest.param("“So,” said the mayor of Halvik, Per Olsen.", "Per Olsen", "said", id="mayor"),
        pytest.param(
            "“So,” said Piet van der Velde.", "Piet van der Velde", "said", id="particles"
        ),
        pytest.param("HALVIK – Per Olsen said it would close.", "Per Olsen", "said", id="dateline"),
        pytest.param(
            "Per Olsen met us. “So,” he had told them.", "Per Olsen", "told", id="pronoun"
        ),
        pytest.param("Per Olsen met us. “So,” Olsen says.", "Per Olsen", "says", id="surname"),
        pytest.param("According to Per Olsen, it shut.", "Per Olsen", "According to", id="phrase"),
        pytest.param("Per Olsen told us that it was shut.", "Per Olsen", "told", id="indirect"),
    ],
)
def test_who_said_it_by_which_cue(text: str, name: str, cue: str) -> None:
    told = told_in(text)[-1]

    assert (who(told), told.cue) == (name, cue)


@pytest.mark.parametrize(
    ("text", "lang", "cue"),
    [
        pytest.param("„Der Hafen bleibt zu“, sagte Ada Brandvold.", "de", "sagte", id="German"),
        pytest.param("« Le port fermera », a dit Ada Brandvold.", "fr", "dit", id="French"),
        pytest.param("«El puerto cerrará», dijo Ada Brandvold.", "es", "dijo", id="Spanish"),
        pytest.param("“De haven gaat dicht”, zei Ada Brandvold.", "nl", "zei", id="Dutch"),
        pytest.param("”Hamnen stängs snart”, sade Ada Brandvold.", "sv", "sade", id="Swedish"),
        pytest.param("Ada Brandvold ha detto che il porto chiuderà.", "it", "detto", id="Italian"),
        pytest.param("Ada Brandvold disse que o porto fecharia.", "pt", "disse", id="Portuguese"),
    ],
)
def test_who_said_it_in_other_languages(text: str, lang: str, cue: str) -> None:
    told = told_in(text, lang)[-1]

    assert (who(told), told.cue) == ("Ada Brandvold", cue)


def test_hearsay_has_a_cue_and_nothing_else() -> None:
    (told,) = told_in("The old ferry reportedly broke down on Monday.")

    assert told.cue == "reportedly"
    assert (told.speaker, told.via, told.said, told.cites) == (None, None, None, ())


def test_a_cue_over_two_lines_is_written_on_one() -> None:
    prose = a_prose("Ada Brandvold went on to\u00a0say that the pier would close.")
    (told,) = all_told(Discourse(prose, RULES))

    assert told.cue == "went on to say"


def test_a_floating_quotation_is_the_speakers_before() -> None:
    text = "“The pier will stay open,” Ada Brandvold said in a speech.\n“The cranes are paid for.”"
    _, told = told_in(text)

    assert (who(told), told.cue) == ("Ada Brandvold", None)
    assert [cite.name for cite in told.cites] == ["speech"]


def test_a_paragraph_between_ends_the_speech() -> None:
    text = (
        "“The pier will stay open,” Ada Brandvold said.\nThe council met at noon in Halvik.\n"
        "“The cranes are paid for by somebody.”"
    )
    _, told = told_in(text)

    assert told.speaker is None


@pytest.mark.parametrize(
    ("intro", "name", "cue"),
    [
        pytest.param("Ada Brandvold wrote:", "Ada Brandvold", "wrote", id="who wrote it"),
        pytest.param(
            "It rained. In her letter, Per Olsen said:", "Per Olsen", "said", id="last sentence"
        ),
        pytest.param("The report says:", "report", "says", id="a document"),
        pytest.param("Northgate Wire reported on Monday:", "Northgate Wire", "reported", id="wire"),
        pytest.param("A letter from Ada Brandvold:", "Ada Brandvold", ":", id="whose letter it is"),
    ],
)
def test_a_block_quotation_is_whose_introduction_says(intro: str, name: str, cue: str) -> None:
    (told,) = told_in(f"{intro}\n{SHUT}.")

    assert (told.passage.kind, who(told), told.cue) == (ClaimKind.BLOCK_QUOTE, name, cue)


@pytest.mark.parametrize(
    ("intro", "words", "name", "via"),
    [
        pytest.param(
            "The reports this week are grim:", f"{SHUT}.", None, None, id="no outlet anywhere"
        ),
        pytest.param(
            "In her letter, Ada Brandvold wrote:",
            f"{SHUT}, an agent told Northgate Wire.",
            "Ada Brandvold",
            None,
            id="the introduction names the writer",
        ),
        pytest.param(
            "A statement reads:",
            f"{SHUT}, an agent told Northgate Wire.",
            "statement",
            "statement",
            id="the introduction names the document",
        ),
        pytest.param(
            "The reports this week are grim:",
            f"{SHUT}, an agent told Northgate Wire.",
            "Northgate Wire",
            "Northgate Wire",
            id="the block names an outlet itself",
        ),
    ],
)
def test_a_block_quotation_without_a_named_writer_is_its_outlets(
    intro: str, words: str, name: str | None, via: str | None
) -> None:
    (told,) = told_in(f"{intro}\n{words}")

    assert (who(told), told.via) == (name, via)


def test_a_block_quotation_takes_outlet_and_day_from_its_introduction() -> None:
    text = f"In a talk on Monday, Ada Brandvold told Northgate Wire:\n{SHUT}."
    (told,) = told_in(text)

    assert (told.via, str(told.said)) == ("Northgate Wire", "2025-03-10")
    assert [cite.kind for cite in told.cites] == [CitationKind.OUTLET, CitationKind.EVENT]


def test_a_block_quotation_goes_on_as_it_began() -> None:
    text = (
        f"In a letter on Monday, Ada Brandvold told Northgate Wire:\n{SHUT}.\n"
        "The cranes stand idle for most of the week.\nThe letter then ends with a plea."
    )
    first, second = told_in(text)

    assert second.passage.continues
    assert (who(second), second.via, second.said) == (who(first), first.via, first.said)
    assert second.cites == first.cites


def test_a_block_quotation_without_introduction_is_nobodys() -> None:
    prose = with_kinds(f"{SHUT}.", BlockKind.BLOCK_QUOTE)
    (told,) = all_told(Discourse(prose, RULES))

    assert (told.speaker, told.cue, told.via, told.cites) == (None, None, None, ())


def test_a_block_quotation_set_off_by_markup_is_introduced_too() -> None:
    prose = with_kinds(f"Ada Brandvold wrote:\n{SHUT}.", BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE)
    (told,) = all_told(Discourse(prose, RULES))

    assert who(told) == "Ada Brandvold"


def test_a_turn_is_its_labels() -> None:
    text = (
        "The harbourmaster, Ada Brandvold, met the council.\n"
        "BRANDVOLD: The pier is shut for good.\nOLSEN: It will open again in May."
    )
    first, second = told_in(text)

    assert (who(first), who(second)) == ("Ada Brandvold", "Olsen")
    assert (first.cue, first.passage.kind) == (":", ClaimKind.BLOCK_QUOTE)


def test_an_answer_is_the_persons_who_is_asked() -> None:
    text = (
        "Ada Brandvold, keeper of the pier, met us.\nQ: Is the pier shut?\n"
        "A: It will open in May, I hope.\nQ: And the cranes?\nA: They are sold to Velden."
    )

    assert [who(told) for told in told_in(text)][1::2] == ["Ada Brandvold", "Ada Brandvold"]


@pytest.mark.parametrize(
    ("known", "written", "name", "day"),
    [
        pytest.param({}, None, None, None, id="nothing told"),
        pytest.param({"author": "Ada Brandvold"}, None, None, None, id="author not in the text"),
        pytest.param({"posted": date(2025, 3, 5)}, None, None, "2025-03-05", id="the day alone"),
        pytest.param({"at": "Ada Brandvold"}, "Ada Brandvold", "Ada Brandvold", None, id="author"),
        pytest.param(
            {"at": "Ada Brandvold", "handle": "adab"},
            "Ada Brandvold (@adab)",
            "Ada Brandvold",
            None,
            id="and handle",
        ),
    ],
)
def test_a_post_is_its_authors_on_its_platform(
    known: dict[str, object], written: str | None, name: str | None, day: str | None
) -> None:
    text = "The pier is shut for good. Ada Brandvold (@adab) 5 March 2025"
    at = known.get("at")
    author = {"author": at, "author_span": span_in(text, str(at))} if at else {}
    post = Embed(
        platform="X",
        span=Span(start=0, end=len(text)),
        words=span_in(text, "The pier is shut for good."),
        **{**{key: value for key, value in known.items() if key != "at"}, **author},
    )
    (told,) = all_told(Discourse(a_prose(text, embeds=(post,)), RULES))

    assert (told.speaker.as_written if told.speaker else None, who(told)) == (written, name)
    assert (told.via, str(told.said) if told.said else None) == ("X", day)


def test_a_posts_day_needs_no_day_of_publication() -> None:
    text = "The pier is shut for good.\n— Ada Brandvold (@adab) March 5, 2025"
    (claim,) = claims(a_prose(text, published=None), RULES)

    assert str(claim.said_on) == "2025-03-05"


WORDS = (
    "“ ” ‘ : , . — \n\n said told Ada Brandvold she wrote: OLSEN: Q: A: reportedly the "
    "report Reuters that pier would close on Monday according to (@x) March 5, 2025"
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=40).map(" ".join))
def test_whatever_is_told_points_into_the_text(text: str) -> None:
    for told in told_in(text):
        speaker = told.speaker

        assert speaker is None or speaker.span.of(text) == speaker.as_written
        assert all(cite.span is None or cite.span.end <= len(text) for cite in told.cites)
