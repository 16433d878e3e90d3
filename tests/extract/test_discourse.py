import pytest
from building import a_prose, span_in
from discoursing import RULES, a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.discourse import Discourse
from provcheck.model.prose import Block, BlockKind, Link, Prose
from provcheck.model.span import Span
from provcheck.syntax.sayings import Parsed

TWO = (
    "The pier is shut. Nobody answered.\nShe said “Go home. It is late.” and left. Then it rained."
)


def quoted(text: str, lang: str = "en") -> list[str]:
    return [each.inner.of(text) for block in a_discourse(text, lang).quoted for each in block]


def text_of(text: str, sentence: Parsed | None) -> str | None:
    return sentence.span.of(text) if sentence is not None else None


def laid_out(text: str, *kinds: BlockKind) -> Discourse:
    prose = a_prose(text)
    blocks = tuple(
        block.model_copy(update={"kind": kind})
        for block, kind in zip(prose.blocks, kinds, strict=True)
    )
    return Discourse(prose.model_copy(update={"blocks": blocks}), RULES)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Waldo “Bones” Pettersen left.", id="curly"),
        pytest.param('Waldo "Bones" Pettersen left.', id="straight"),
        pytest.param("Waldo ‘Bones’ Pettersen left.", id="British"),
        pytest.param("Ada Marit “Salt-Ada” Brandvold left.", id="two given names, a hyphen"),
        pytest.param("Per “O’Dee” Olsen left.", id="with an apostrophe"),
        pytest.param("Ødegård “Løv” Ås left.", id="letters of other alphabets"),
    ],
)
def test_a_nickname_within_a_name_is_no_quotation(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Waldo “Bones” left.", "Bones", id="no last name"),
        pytest.param("Waldo “bones” Pettersen left.", "bones", id="small letters"),
        pytest.param("Waldo “the Bones” Pettersen left.", "the Bones", id="two words"),
        pytest.param("Waldo, “Bones” Pettersen left.", "Bones", id="a comma before"),
        pytest.param("Per “Shorty,” Olsen said.", "Shorty,", id="a comma within"),
        pytest.param("It was “Bones” Pettersen.", "Bones", id="no given name"),
    ],
)
def test_a_word_in_marks_elsewhere_is_one(text: str, words: str) -> None:
    assert quoted(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“I shall sail at night for as long as it takes.", id="no attribution"),
        pytest.param(
            "“I know that Per Olsen said nothing all winter.", id="a cue with more behind"
        ),
        pytest.param(
            "“The pier is shut. Olsen said so, and he left.", id="a cue that ends nothing"
        ),
    ],
)
def test_an_unclosed_quotation_stays_open(text: str) -> None:
    ((found,),) = a_discourse(text).quoted

    assert not found.closed
    assert found.outer.of(text) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "“I shall sail at night, Ada Brandvold said.", "I shall sail at night,", id="a name"
        ),
        pytest.param("“I shall sail at night, she said.", "I shall sail at night,", id="a pronoun"),
        pytest.param(
            '"I shall sail at night, the owner said.', "I shall sail at night,", id="straight"
        ),
        pytest.param(
            "“It is late. I shall sail, Per Olsen warned.",
            "It is late. I shall sail,",
            id="two sentences",
        ),
        pytest.param(
            "“I shall sail at night, and sing, Odalys Kestrane added.",
            "I shall sail at night, and sing,",
            id="a comma before",
        ),
    ],
)
def test_a_lost_closing_mark_ends_at_the_attribution(text: str, words: str) -> None:
    ((found,),) = a_discourse(text).quoted

    assert found.closed
    assert found.inner.of(text) == words
    assert found.outer.of(text) == text[0] + words


def test_quoted_stretches_lie_in_the_block_they_stand_in() -> None:
    text = "“One,” she said.\nNobody answered.\n“Two ‘three’,” he said."
    found = [[each.inner.of(text) for each in block] for block in a_discourse(text).quoted]

    assert found == [["One,"], [], ["Two ‘three’,", "three"]]


@pytest.mark.parametrize(
    ("lang", "mark", "closers"),
    [
        pytest.param("en", "„", "", id="a mark that the language has not"),
        pytest.param("en", "”", "", id="one that only closes"),
        pytest.param("en", "“", "”", id="English"),
        pytest.param("de", "„", "“”", id="German, two of them"),
        pytest.param("sv", "”", "”", id="Swedish, the same one"),
        pytest.param("fr", "«", "»", id="French"),
        pytest.param("ja", "「", "」", id="Japanese"),
    ],
)
def test_what_closes_a_mark(lang: str, mark: str, closers: str) -> None:
    assert a_discourse("", lang).closers(mark) == closers


@pytest.mark.parametrize(
    ("lang", "text", "start"),
    [
        pytest.param("en", "The pier is shut.", None, id="no label"),
        pytest.param("en", "Per Olsen: It is shut.", None, id="a name"),
        pytest.param("en", "The Q: who pays?", None, id="a label that begins nothing"),
        pytest.param("de", "Q: Who pays?", None, id="a label of another language"),
        pytest.param("en", "", None, id="no text"),
        pytest.param("en", "Q: Who pays?\nA: You do.", 0, id="question first"),
        pytest.param("en", "It began.\nA: You pay.", 10, id="answer first"),
        pytest.param("en", "Question: Who pays?", 0, id="the word"),
        pytest.param("de", "Los.\nF: Wer zahlt?", 5, id="German"),
        pytest.param("es", "P: ¿Quién paga?", 0, id="Spanish"),
        pytest.param("ru", "В: Кто платит?", 0, id="Russian"),
    ],
)
def test_where_the_first_question_or_answer_begins(lang: str, text: str, start: int | None) -> None:
    assert a_discourse(text, lang).first_label == start


@pytest.mark.parametrize(
    ("lang", "text", "single"),
    [
        pytest.param("en", "“It is shut,” she said.\n‘Quite,’ he said.", False, id="double too"),
        pytest.param("en", 'The "old" pier is ‘shut’.', False, id="straight too"),
        pytest.param("fr", "« C’est fermé », dit-elle.", False, id="guillemets"),
        pytest.param("sv", "”Den är stängd”, sade hon.", False, id="Swedish"),
        pytest.param("en", "‘It is shut,’ she said.", True, id="single alone"),
        pytest.param("en", "‘It is “shut”,’ she said.", True, id="double within single"),
        pytest.param("en", "“We lost the mast that night.\n‘All?’", True, id="one never closed"),
        pytest.param("en", "Nobody answered.", True, id="none at all"),
        pytest.param("nl", "“Hij is dicht,” zei ze.", True, id="Dutch, single by rule"),
    ],
)
def test_whether_a_text_quotes_in_single_marks(lang: str, text: str, single: bool) -> None:  # noqa: FBT001
    assert a_discourse(text, lang).single_outside is single


def test_marks_of_a_headline_do_not_tell_how_the_text_quotes() -> None:
    text = "“Shut it,” says Olsen\n‘Shut it now,’ Per Olsen said."

    assert laid_out(text, BlockKind.HEADING, BlockKind.PARAGRAPH).single_outside
    assert not a_discourse(text).single_outside


@pytest.mark.parametrize(
    ("word", "known"),
    [
        pytest.param("Nobody", False, id="begins a sentence only"),
        pytest.param("Kestrane", False, id="not in the text"),
        pytest.param("answered", False, id="no capital"),
        pytest.param("Olsen", True, id="inside a sentence"),
        pytest.param("Halvik", True, id="behind a comma"),
    ],
)
def test_a_name_has_its_capital_inside_a_sentence(word: str, known: bool) -> None:  # noqa: FBT001
    found = a_discourse("Nobody answered Per Olsen. In May, Halvik slept. Olsen left.")

    assert found.is_name(word) is known


def test_words_leave_headings_out_and_are_normalised() -> None:
    text = "Pier shut\nThe Pier’s  gone,\nit is."
    found = laid_out(text, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)

    assert found.words == " the piers gone it is "


@pytest.mark.parametrize(
    ("text", "offset", "number"),
    [
        pytest.param("\nOne.\nTwo.", 0, None, id="before the first block"),
        pytest.param("\nOne.\nTwo.", 5, None, id="on a break"),
        pytest.param("\nOne.\nTwo.", 10, None, id="at the end"),
        pytest.param("\nOne.\nTwo.", 99, None, id="beyond the text"),
        pytest.param("", 0, None, id="no blocks"),
        pytest.param("\nOne.\nTwo.", 1, 0, id="at a start"),
        pytest.param("\nOne.\nTwo.", 4, 0, id="on the last character"),
        pytest.param("\nOne.\nTwo.", 6, 1, id="in the second"),
    ],
)
def test_the_block_that_holds_an_offset(text: str, offset: int, number: int | None) -> None:
    found = a_discourse(text)
    at = Span(start=offset, end=offset)
    block = found.prose.blocks[number] if number is not None else None

    assert found.number_at(offset) == number
    assert found.block_at(at) == block
    assert found.block_round(at) == (at if block is None else block.span)


def test_an_empty_block_holds_its_own_place() -> None:
    empty = Block(kind=BlockKind.PARAGRAPH, span=Span(start=0, end=0))

    assert Discourse(Prose(text="", blocks=(empty,)), RULES).number_at(0) == 0


def test_sentences_hold_a_quotation_as_one_token() -> None:
    found = a_discourse(TWO)

    assert [text_of(TWO, each) for each in found.sentences_of(1)] == [
        "She said “Go home. It is late.” and left.",
        "Then it rained.",
    ]
    assert [t.kind for t in found.sentences_of(1)[0].tokens][2] == "quote"


def test_a_stretch_is_parsed_on_its_own() -> None:
    found = a_discourse(TWO)
    within = found.parsed_within(span_in(TWO, "Go home. It is late."), [])
    opaque = found.parsed_within(span_in(TWO, "Go home. It is late."), [span_in(TWO, "home. It")])

    assert [text_of(TWO, each) for each in within] == ["Go home.", "It is late."]
    assert [text_of(TWO, each) for each in opaque] == ["Go home. It is late."]


@pytest.mark.parametrize(
    ("words", "sentence", "before"),
    [
        pytest.param("\n", None, None, id="between blocks"),
        pytest.param("The pier", "The pier is shut.", None, id="the first"),
        pytest.param("answered", "Nobody answered.", "The pier is shut.", id="the second"),
        pytest.param(
            "is late", "She said “Go home. It is late.” and left.", None, id="in a quotation"
        ),
        pytest.param(
            "rained",
            "Then it rained.",
            "She said “Go home. It is late.” and left.",
            id="behind a quotation",
        ),
    ],
)
def test_the_sentence_at_an_offset_and_the_one_before(
    words: str, sentence: str | None, before: str | None
) -> None:
    found = a_discourse(TWO)
    offset = TWO.index(words)

    assert text_of(TWO, found.sentence_at(offset)) == sentence
    assert text_of(TWO, found.sentence_before(offset)) == before


def test_no_sentence_stands_at_the_space_before_the_first() -> None:
    assert a_discourse("  The pier is shut.").sentence_at(0) is None


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        pytest.param("“Go home.”", None, id="nothing before"),
        pytest.param("It was late. She said: “Go home.”", None, id="words of its own sentence"),
        pytest.param("Late.\nShe said: “Go home.”", None, id="words, in a later block"),
        pytest.param("Olsen went on. “Go home.”", "Olsen went on.", id="in the same block"),
        pytest.param("It rained. Olsen sang.\n“Go home.”", "Olsen sang.", id="in the one before"),
        pytest.param("Olsen:\n“Go home.”", "Olsen:", id="a label above"),
    ],
)
def test_what_leads_up_to_a_quotation(text: str, ahead: str | None) -> None:
    assert text_of(text, a_discourse(text).ahead_of(span_in(text, "“Go home.”"))) == ahead


def test_nothing_leads_up_to_what_no_block_holds() -> None:
    assert a_discourse(TWO).ahead_of(Span(start=99, end=99)) is None


@pytest.mark.parametrize(
    ("words", "met"),
    [
        pytest.param("\n", [], id="a break"),
        pytest.param("pier", ["The pier is shut."], id="within one"),
        pytest.param("shut. Nobody", ["The pier is shut.", "Nobody answered."], id="over two"),
        pytest.param(
            "answered.\nShe",
            ["Nobody answered.", "She said “Go home. It is late.” and left."],
            id="over blocks",
        ),
        pytest.param(
            "late.” and left. Then it",
            ["She said “Go home. It is late.” and left.", "Then it rained."],
            id="out of a quotation",
        ),
    ],
)
def test_the_sentences_that_a_span_meets(words: str, met: list[str]) -> None:
    found = a_discourse(TWO)

    assert [text_of(TWO, each) for each in found.sentences_in(span_in(TWO, words))] == met


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        pytest.param("\n", "\n", id="itself where no sentence is"),
        pytest.param("pier", "The pier is shut.", id="one"),
        pytest.param("is shut. Nobody", "The pier is shut. Nobody answered.", id="two"),
        pytest.param(
            "answered.\nShe",
            "Nobody answered.\nShe said “Go home. It is late.” and left.",
            id="over blocks",
        ),
    ],
)
def test_whole_sentences_round_a_span(words: str, whole: str) -> None:
    assert a_discourse(TWO).sentence_round(span_in(TWO, words)).of(TWO) == whole


@settings(max_examples=100)
@given(
    st.text(alphabet='“”"‘’«»„ ab.,:?\nsaidO', max_size=100),
    st.sampled_from(["en", "de", "fr", "sv", "ja"]),
)
def test_any_text_is_taken_apart_in_order(text: str, lang: str) -> None:
    found = a_discourse(text, lang)

    for number, block in enumerate(found.prose.blocks):
        spans = [sentence.span for sentence in found.sentences_of(number)]
        assert all(block.span.holds(each.outer) for each in found.quoted[number])
        assert all(block.span.holds(span) for span in spans)
        assert [span.start for span in spans] == sorted(span.start for span in spans)


@settings(max_examples=100)
@given(st.text(alphabet="“”‘’ ab.\nO", max_size=60), st.integers(0, 70), st.integers(0, 70))
def test_any_span_lies_in_the_sentences_round_it(text: str, start: int, length: int) -> None:
    span = Span(start=start, end=start + length)
    found = a_discourse(text)

    round_it = found.sentence_round(span)
    assert round_it == span or round_it.start <= span.start
    begins = [sentence.span.start for sentence in found.sentences_in(span)]
    assert begins == sorted(begins)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param(
            "‘Tis a cold pier, they say in Halvik.", "en", id="an apostrophe turned round"
        ),
        pytest.param("“Shut.\nIt rained on.", "en", id="a slip before a word"),
        pytest.param(
            "‘We lost the mast at night.\nIt rained on.", "en", id="no paragraph reopens it"
        ),
        pytest.param("‘We lost the mast at night.\n“It rained on.”", "en", id="nor in other marks"),
    ],
)
def test_a_mark_that_nothing_closes_or_takes_up_is_none(text: str, lang: str) -> None:
    assert a_discourse(text, lang).quoted[0] == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "Get 'em out. “It is shut,” she said.", "It is shut,", id="an apostrophe ahead"
        ),
        pytest.param("The ‘flu came. “It is shut,” she said.", "It is shut,", id="a turned one"),
        pytest.param(
            "‘We lost it in the night.\n‘We sang,’ she said.",
            "We lost it in the night.",
            id="British paragraphs",
        ),
        pytest.param("“We sang.\n“It was light,” she said.", "We sang.", id="a short paragraph"),
        pytest.param(
            "“We lost it. ‘All hands!’ he cried.\n“We sang,” she said.",
            "We lost it. ‘All hands!’ he cried.",
            id="speech within a paragraph left open",
        ),
    ],
)
def test_what_is_quoted_in_the_first_paragraph(text: str, words: str) -> None:
    outer = [each for each in a_discourse(text).quoted[0] if each.depth == 0]

    assert [each.inner.of(text) for each in outer] == [words]


def test_a_german_quotation_may_end_in_a_straight_mark() -> None:
    text = '„Der Hafen ist zu", sagte Ada Brandvold. „Wir gehen", sagte sie.'
    quoted = a_discourse(text, "de").quoted[0]

    assert [each.inner.of(text) for each in quoted] == ["Der Hafen ist zu", "Wir gehen"]


LINKED = "See the plan. “It is shut,” she said, “for good,” in a letter.\nIt rained."


@pytest.mark.parametrize(
    ("span", "words"),
    [
        pytest.param((0, 0), [], id="nothing"),
        pytest.param((12, 50), [], id="between"),
        pytest.param((9, 10), ["plan"], id="a part of one"),
        pytest.param((0, 99), ["plan", "letter"], id="all, in order"),
    ],
)
def test_links_in_a_stretch(span: tuple[int, int], words: list[str]) -> None:
    url = "https://a.example/"
    links = tuple(Link(span=span_in(LINKED, each), url=url) for each in ("letter", "plan"))
    found = a_discourse(LINKED, links=links).links_in(Span(start=span[0], end=span[1]))

    assert [link.span.of(LINKED) for link in found] == words


@pytest.mark.parametrize(
    ("span", "words"),
    [
        pytest.param((0, 14), None, id="before it"),
        pytest.param((15, 30), None, id="begun before"),
        pytest.param((64, 70), None, id="another block"),
        pytest.param((400, 500), None, id="beyond the text"),
        pytest.param((0, 99), "“It is shut,”", id="the first"),
        pytest.param((15, 99), "“for good,”", id="the next"),
    ],
)
def test_the_first_quotation_in_a_stretch(span: tuple[int, int], words: str | None) -> None:
    found = a_discourse(LINKED).first_quoted(Span(start=span[0], end=span[1]))

    assert (found.of(LINKED) if found else None) == words
