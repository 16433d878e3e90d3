import pytest
from building import a_prose
from discoursing import RULES, a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.discourse import Discourse
from provcheck.extract.passage import Passage
from provcheck.extract.quotes import quotes
from provcheck.model.claim import ClaimKind
from provcheck.model.prose import BlockKind

MAST = "We lost the mast on the ninth night."


def texts(text: str, lang: str = "en") -> list[str]:
    return [passage.span.of(text) for passage in quotes(a_discourse(text, lang))]


def the_quotation(text: str, lang: str = "en") -> Passage:
    (passage,) = quotes(a_discourse(text, lang))
    return passage


def parts(text: str, lang: str = "en") -> list[str]:
    """The parts of the only quotation of a text."""
    return [segment.of(text) for segment in the_quotation(text, lang).segments]


def laid_out(text: str, *kinds: BlockKind) -> Discourse:
    prose = a_prose(text)
    blocks = tuple(
        block.model_copy(update={"kind": kind})
        for block, kind in zip(prose.blocks, kinds, strict=True)
    )
    return Discourse(prose.model_copy(update={"blocks": blocks}), RULES)


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(BlockKind.BLOCK_QUOTE, id="all of it is one already"),
        pytest.param(BlockKind.EMBED, id="a post"),
    ],
)
def test_blocks_that_are_somebodys_are_not_read(kind: BlockKind) -> None:
    assert list(quotes(laid_out(f"“{MAST}” she said.", kind))) == []


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(BlockKind.PARAGRAPH, id="a paragraph"),
        pytest.param(BlockKind.LIST_ITEM, id="a list item"),
        pytest.param(BlockKind.HEADING, id="a heading"),
    ],
)
def test_blocks_of_the_articles_own_are_read(kind: BlockKind) -> None:
    text = "“The pier is closed for good,” says minister"
    (passage,) = quotes(laid_out(text, kind))

    assert passage.span.of(text) == "The pier is closed for good,"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The pier is closed for good” stands above it", id="nobody says it"),
        pytest.param("“The pier” at Halvik in its last winter", id="a name"),
    ],
)
def test_headings_and_captions_without_a_cue_hold_no_quotations(text: str) -> None:
    assert list(quotes(laid_out(text, BlockKind.HEADING))) == []
    assert list(quotes(laid_out(text, BlockKind.CAPTION))) == []


def test_quotations_are_found_in_reading_order() -> None:
    text = "“The first pier is closed,” she said.\n“The second pier is open,” he said."

    assert texts(text) == ["The first pier is closed,", "The second pier is open,"]


def test_marks_stand_outside_the_words() -> None:
    text = "Elle dit : «\u202fLe port est fermé pour l’hiver.\u202f»"
    passage = the_quotation(text, "fr")

    assert passage.kind == ClaimKind.QUOTE
    assert passage.span.of(text) == "Le port est fermé pour l’hiver."
    assert passage.outer.of(text) == "«\u202fLe port est fermé pour l’hiver.\u202f»"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param(
            "en",
            "“The pier is closed,” she said, and that “the cranes are paid for.”",
            id="joined by and that",
        ),
        pytest.param(
            "en",
            "“The pier is closed,” she said. “The cranes are paid for,” she added.",
            id="each with an attribution of its own",
        ),
        pytest.param(
            "en",
            "“The pier is closed,” she said. Later she added: “The cranes are paid for.”",
            id="introduced anew",
        ),
        pytest.param(
            "en",
            "“The pier is closed,” Ada Brandvold said, while Olsen warned “the cranes are old.”",
            id="another speaker",
        ),
        pytest.param(
            "en",
            "“The pier is closed until May” stood on a board. “The cranes are paid for,” she said.",
            id="no attribution between",
        ),
        pytest.param(
            "en", "“The pier is closed,” she said: “the cranes are old.”", id="a colon between"
        ),
        pytest.param(
            "en", "“The pier is closed,” she said. He left. “The cranes are old.”", id="a sentence"
        ),
        pytest.param(
            "en", "“The pier is closed,” she said, but warned, “the cranes are old.”", id="but"
        ),
        pytest.param(
            "en", "“The pier is closed” and “the cranes are old,” she said.", id="and between"
        ),
        pytest.param("en", "“The pier is closed.” “The cranes are old.”", id="nothing between"),
        pytest.param(
            "en",
            "“The pier is closed,” she said. “The cranes are old” was the answer on the board.",
            id="a clause of its own behind",
        ),
        pytest.param(
            "en", "“The pier is closed for good.”\n“The cranes are old as well.”", id="each closed"
        ),
        pytest.param(
            "en",
            "“The pier is closed,” said Ada Brandvold, who has run the harbour for more than "
            "thirty years and who lost her own boat in the great storm of the year before last, "
            "too. “The cranes are old.”",
            id="a long way between",
        ),
        pytest.param(
            "de", "„Der Hafen ist zu“, sagte sie, und „die Kräne sind zu alt“.", id="German and"
        ),
    ],
)
def test_stay_two_quotations(lang: str, text: str) -> None:
    assert len(texts(text, lang)) == 2


@pytest.mark.parametrize(
    ("lang", "text", "segments"),
    [
        pytest.param(
            "en",
            "“The pier is closed,” she said. “The cranes are paid for.”",
            ["The pier is closed,", "The cranes are paid for."],
            id="a stop",
        ),
        pytest.param(
            "en",
            "“The pier,” she said, “is closed for the winter.”",
            ["The pier,", "is closed for the winter."],
            id="mid-sentence",
        ),
        pytest.param(
            "en",
            "‘The pier’, she said, ‘is closed for the winter.’",
            ["The pier", "is closed for the winter."],
            id="British, the comma outside",
        ),
        pytest.param(
            "en",
            "“The pier is closed,” said Ada Brandvold, minister of ports. “The cranes are old.”",
            ["The pier is closed,", "The cranes are old."],
            id="with an apposition",
        ),
        pytest.param(
            "en",
            "“We shall,” the mayor of Tarnholm, Ada Brandvold, said on Monday, “close the pier.”",
            ["We shall,", "close the pier."],
            id="with an office and a day",
        ),
        pytest.param(
            "en",
            "“The pier is closed,” Per Olsen told Northgate Wire. “The cranes are old.”",
            ["The pier is closed,", "The cranes are old."],
            id="told an outlet",
        ),
        pytest.param(
            "en",
            "“Is the pier closed?” she asked. “The cranes are old.”",
            ["Is the pier closed?", "The cranes are old."],
            id="a question",
        ),
        pytest.param(
            "en",
            "“The pier is closed –” she said – “for the whole of the winter.”",
            ["The pier is closed –", "for the whole of the winter."],
            id="dashes",
        ),
        pytest.param(
            "en",
            "“The pier is closed,” she said; “the cranes are old.”",
            ["The pier is closed,", "the cranes are old."],
            id="a semicolon",
        ),
        pytest.param(
            "en",
            "“The pier is closed,” he had told her, “and the cranes,” she said, “are old.”",
            ["The pier is closed,", "and the cranes,", "are old."],
            id="twice",
        ),
        pytest.param(
            "de",
            "„Der Hafen“, sagte Ada Brandvold, „ist seit Mai zu.“",
            ["Der Hafen", "ist seit Mai zu."],
            id="German",
        ),
        pytest.param(
            "de",
            "»Der Hafen ist zu«, sagte sie. »Die Kräne sind alt.«",
            ["Der Hafen ist zu", "Die Kräne sind alt."],
            id="German guillemets",
        ),
        pytest.param(
            "fr",
            "« Le port », a-t-elle dit, « est fermé pour l’hiver ».",
            ["Le port", "est fermé pour l’hiver"],
            id="French",
        ),
        pytest.param(
            "es",
            "«El puerto está cerrado», dijo Ada Brandvold. «Las grúas son viejas».",
            ["El puerto está cerrado", "Las grúas son viejas"],
            id="Spanish",
        ),
        pytest.param(
            "it",
            "«Il porto», ha detto Ada Brandvold, «è chiuso per l’inverno».",
            ["Il porto", "è chiuso per l’inverno"],
            id="Italian",
        ),
        pytest.param(
            "pt",
            "“O porto”, disse Ada Brandvold, “está fechado todo o inverno.”",
            ["O porto", "está fechado todo o inverno."],
            id="Portuguese",
        ),
        pytest.param(
            "sv",
            "”Hamnen är stängd”, sade Ada Brandvold. ”Kranarna är gamla.”",
            ["Hamnen är stängd", "Kranarna är gamla."],
            id="Swedish",
        ),
        pytest.param(
            "nl",
            "‘De haven’, zei Ada Brandvold, ‘is de hele winter dicht.’",
            ["De haven", "is de hele winter dicht."],
            id="Dutch",
        ),
        pytest.param(
            "ru",
            "«Порт закрыт», — сказала Ада Брандволд. «Краны старые».",
            ["Порт закрыт", "Краны старые"],
            id="Russian",
        ),
    ],
)
def test_an_attribution_interrupts_one_quotation(lang: str, text: str, segments: list[str]) -> None:
    passage = the_quotation(text, lang)

    assert parts(text, lang) == segments
    assert passage.span.start == passage.segments[0].start
    assert passage.span.end == passage.segments[-1].end


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("en", f"She read:\n“{MAST}\n“We sang until light.”\nThe end.", id="curly"),
        pytest.param("en", f'She read:\n"{MAST}\n"We sang until light."\nThe end.', id="straight"),
        pytest.param("en", f"She read:\n“{MAST}\n\n“We sang until light.”", id="an empty line"),
        pytest.param("de", f"Sie las:\n„{MAST}\n„We sang until light.“", id="German"),
        pytest.param("fr", f"Elle lut :\n«{MAST}\n«We sang until light.»", id="French"),
        pytest.param("sv", f"Hon läste:\n”{MAST}\n”We sang until light.”", id="Swedish"),
        pytest.param("ja", f"彼女は読んだ。\n「{MAST}\n「We sang until light.」", id="Japanese"),
    ],
)
def test_reopened_paragraphs_are_one_quotation_with_its_breaks(lang: str, text: str) -> None:
    passage = the_quotation(text, lang)

    words = passage.span.of(text)
    assert words.startswith("We lost")
    assert words.endswith("until light.")
    assert "\n" in words
    assert len(passage.segments) == 1


def test_a_quotation_may_run_over_three_paragraphs() -> None:
    text = f"“{MAST}\n“We sang until it was light.\n“Nobody came,” she said.\n“Go,” he said."
    first, second = texts(text)

    assert first.startswith("We lost")
    assert first.endswith("Nobody came,")
    assert second == "Go,"


def test_an_interrupted_quotation_may_run_over_paragraphs() -> None:
    text = f"“It was hard,” she said. “{MAST}\n“We sang until it was light.”"

    assert parts(text) == ["It was hard,", MAST, "We sang until it was light."]


@pytest.mark.parametrize(
    "behind",
    [
        pytest.param("Nobody answered the wire.", id="no quotation"),
        pytest.param("He said: “Go home to Velden.”", id="words before a quotation"),
        pytest.param("The mate cried ‘All hands!’ then.", id="other marks within"),
        pytest.param("", id="nothing"),
    ],
)
def test_an_unclosed_paragraph_without_a_reopened_one_ends_there(behind: str) -> None:
    assert texts(f"“{MAST}\n{behind}")[0] == MAST


def test_a_reopened_paragraph_may_be_left_open_too() -> None:
    text = f"“{MAST}\n“We sang until it was light.\nThe end came."

    assert texts(text) == [f"{MAST}\n“We sang until it was light."]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param(
            f"“{MAST}\n‘All hands!’ he cried, and up we came.”",
            f"{MAST}\n‘All hands!’ he cried, and up we came.",
            id="to the end of the next",
        ),
        pytest.param(
            f"“{MAST}\n‘All hands!’ he cried.\n‘Up!’ he cried, and up we came.”",
            f"{MAST}\n‘All hands!’ he cried.\n‘Up!’ he cried, and up we came.",
            id="over one more",
        ),
        pytest.param(
            f'"{MAST}\n“Up!” Olsen cried. So it went."\nNobody answered.',
            f"{MAST}\n“Up!” Olsen cried. So it went.",
            id="curly within straight",
        ),
    ],
)
def test_speech_in_other_marks_may_be_part_of_what_runs_on(text: str, whole: str) -> None:
    passage = the_quotation(text)

    assert passage.span.of(text) == whole
    assert len(passage.segments) == 1


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        pytest.param("She called the plan “dead”.", True, id="one word"),
        pytest.param("She called the plan “dead on arrival”.", True, id="three words"),
        pytest.param("She called the plan a “half-dead old wreck”.", True, id="hyphens"),
        pytest.param("She said the plan was “dead on arrival today”.", False, id="four words"),
        pytest.param("“Dead,” she said, “and cold as well.”", False, id="two parts together"),
    ],
)
def test_fragments_are_a_class_of_their_own(text: str, fragment: bool) -> None:  # noqa: FBT001
    assert the_quotation(text).fragment is fragment


@settings(max_examples=100)
@given(
    st.text(alphabet='“”"‘’«»„ ab,.:?\nsaidhe', max_size=120),
    st.sampled_from(["en", "de", "fr", "sv", "ja"]),
)
def test_any_text_gives_passages_within_it(text: str, lang: str) -> None:
    found = list(quotes(a_discourse(text, lang)))

    assert all(p.outer.holds(p.span) and p.outer.end <= len(text) for p in found)
    assert all(p.span.holds(segment) for p in found for segment in p.segments)
    assert [p.span.start for p in found] == sorted(p.span.start for p in found)


@settings(max_examples=50)
@given(st.lists(st.sampled_from(["pier", "boat", "gull", "crane"]), min_size=1, max_size=8))
def test_plain_words_with_an_attribution_are_quoted_whole(words: list[str]) -> None:
    speech = f"The {' '.join(words)} is shut,"

    assert texts(f"“{speech}” Ada Brandvold said.") == [speech]
    assert texts(f"‘{speech}’ Ada Brandvold said.") == [speech]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("pl", "„Port zamknięty” – powiedziała Ada. „Dźwigi stare”.", id="Polish"),
        pytest.param("ru", "«Порт закрыт», — сказала Ада. — «Краны старые».", id="Russian"),
    ],
)
def test_dashes_before_an_attribution_between_two_parts(lang: str, text: str) -> None:
    assert len(parts(text, lang)) == 2


def test_british_second_halves_stand_alone() -> None:
    text = "‘It rains,’ said Ada Lind, 34, who runs the shop. ‘The boat stops if it blows.’"

    assert texts(text) == ["It rains,", "The boat stops if it blows."]
