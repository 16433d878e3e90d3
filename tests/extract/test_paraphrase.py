import pytest
from building import a_prose
from discoursing import RULES, a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.discourse import Discourse
from provcheck.extract.paraphrase import paraphrases
from provcheck.extract.passage import Passage
from provcheck.model.claim import ClaimKind
from provcheck.model.prose import Block, BlockKind


def found(text: str, lang: str = "en") -> list[str]:
    return [passage.span.of(text) for passage in paraphrases(a_discourse(text, lang))]


def unmarked(text: str) -> tuple[str, str]:
    """A text without the braces in it, and the words that stood between them."""
    return text.replace("{", "").replace("}", ""), text.partition("{")[2].partition("}")[0]


def the_one(text: str, lang: str = "en") -> Passage:
    (passage,) = paraphrases(a_discourse(text, lang))
    return passage


def voiced(text: str, lang: str = "en") -> tuple[str | None, str]:
    """Speaker and cue of the only indirect speech of a text, as written."""
    passage = the_one(text, lang)
    assert passage.cue is not None
    return passage.speaker.of(text) if passage.speaker else None, passage.cue.of(text)


def in_block(kind: BlockKind) -> list[Passage]:
    prose = a_prose("Ada Brandvold said that it would open in May.")
    block = Block(kind=kind, span=prose.blocks[0].span)
    return list(paraphrases(Discourse(prose.model_copy(update={"blocks": (block,)}), RULES)))


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param("The harbour opens in May for all ships.", "en", id="the article’s own words"),
        pytest.param("Ada Brandvold said that “it opens in May for all.”", "en", id="quoted, that"),
        pytest.param("“The pier is shut for good,” Ada Brandvold said.", "en", id="quoted"),
        pytest.param("Ada Brandvold said, “The pier is shut for good.”", "en", id="quoted behind"),
        pytest.param("It is said that it opens in May.", "en", id="nobody says it"),
        pytest.param("Ada Brandvold was told that the pier was shut.", "en", id="was told"),
        pytest.param("Ada Brandvold opened the harbour that she loved.", "en", id="no cue"),
        pytest.param("Ada Brandvold said so.", "en", id="one word"),
        pytest.param("Ada Brandvold said nothing.", "en", id="nothing said"),
        pytest.param("Ada Brandvold said on Monday.", "en", id="only when"),
        pytest.param("Ada Brandvold spoke for an hour.", "en", id="only that she spoke"),
        pytest.param("Ada Brandvold went on for an hour.", "en", id="a cue in another sense"),
        pytest.param("She found the keys in the boat.", "en", id="a thing found"),
        pytest.param("She knows him.", "en", id="a person known"),
        pytest.param("", "en", id="no text"),
        pytest.param("Der Hafen bleibt im Winter geschlossen.", "de", id="German statement"),
        pytest.param("Le port fermera.", "fr", id="French statement"),
        pytest.param("El puerto cerrará en mayo.", "es", id="Spanish statement"),
    ],
)
def test_is_no_indirect_speech(text: str, lang: str) -> None:
    assert found(text, lang) == []


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("Ada Brandvold said that {it would open in May}.", id="said that"),
        pytest.param("Ada Brandvold, 41, says {it will open in May}.", id="without that"),
        pytest.param(
            "Ada had told the council that {it would open in May}.", id="told somebody that"
        ),
        pytest.param("Per Olsen asked {whether it would run}.", id="asked whether"),
        pytest.param("{It would open in May}, Ada Brandvold said.", id="ahead of the cue"),
        pytest.param("{The pier is shut}, say the owners.", id="ahead, verb first"),
        pytest.param("According to the report, {it will open in May}.", id="according to"),
        pytest.param(
            "{It will open in May}, according to Ada Brandvold.", id="according to, behind"
        ),
        pytest.param("The report said that {it would open in May}.", id="a document says"),
        pytest.param("Ada Brandvold promised {to keep the ferry}.", id="infinitive"),
        pytest.param("Ada Brandvold vowed {not to sell the pier}.", id="what she would not do"),
        pytest.param("Ada Brandvold called {the plan a waste}.", id="object"),
        pytest.param("Per Olsen warned of {higher fees for it}.", id="of an object"),
        pytest.param("“So,” Ada Brandvold said, adding that {it would go on}.", id="adding"),
        pytest.param("Ada Brandvold said {the harbour was “a blow” to us}.", id="quoted in part"),
        pytest.param("Ada Brandvold said {it would close [in May]}.", id="brackets"),
        pytest.param(
            "HALVIK (Northgate Wire) - Ada Brandvold said {it would open}.", id="dateline"
        ),
        pytest.param("Residents fear that {the ferry will stop}.", id="a crowd fears"),
        pytest.param("Ada Brandvold said on Monday that {it would close}.", id="the day between"),
        pytest.param("Ada Brandvold said that {it opens in May}", id="no stop"),
        pytest.param("Per told us {it was shut, and that it would go}.", id="two clauses"),
    ],
)
def test_is_indirect_speech(marked: str) -> None:
    text, content = unmarked(marked)

    assert found(text) == [content]


@pytest.mark.parametrize(
    ("marked", "lang", "cue"),
    [
        pytest.param(
            "Ada Brandvold sagte, dass {der Hafen zu bleibt}.", "de", "sagte", id="German"
        ),
        pytest.param(
            "Ada Brandvold sagte, {der Hafen bleibe im Winter zu}.", "de", "sagte", id="German mood"
        ),
        pytest.param(
            "{Der Hafen bleibt geschlossen}, so Ada Brandvold.", "de", "so", id="German, so"
        ),
        pytest.param(
            "Ada Brandvold a déclaré que {le port fermerait}.", "fr", "déclaré", id="French"
        ),
        pytest.param(
            "{Le port fermera}, a déclaré Ada Brandvold.", "fr", "déclaré", id="French, ahead"
        ),
        pytest.param(
            "Según Ada Brandvold, {el puerto cerrará pronto}.", "es", "Según", id="Spanish"
        ),
        pytest.param(
            "Ada Brandvold ha detto che {il porto chiuderà}.", "it", "detto", id="Italian"
        ),
        pytest.param("Ada Brandvold zei dat {de haven dicht gaat}.", "nl", "zei", id="Dutch"),
        pytest.param("Ada Brandvold sade att {hamnen stängs snart}.", "sv", "sade", id="Swedish"),
        pytest.param(
            "Ada Brandvold powiedziała, że {port zostanie zamknięty}.",
            "pl",
            "powiedziała",
            id="Polish",
        ),
        pytest.param(
            "Segundo Ada Brandvold, {o porto fechará na quarta-feira}.",
            "pt",
            "Segundo",
            id="Portuguese",
        ),
    ],
)
def test_is_indirect_speech_in_other_languages(marked: str, lang: str, cue: str) -> None:
    text, content = unmarked(marked)

    assert found(text, lang) == [content]
    assert voiced(text, lang) == ("Ada Brandvold", cue)


@pytest.mark.parametrize(
    ("marked", "lang"),
    [
        pytest.param("Ада Брандволд сказала, что {порт закроют в среду}.", "ru", id="Russian"),
        pytest.param("Ада Брандволд сказала, що {порт закриють у середу}.", "uk", id="Ukrainian"),
    ],
)
def test_is_indirect_speech_in_cyrillic(marked: str, lang: str) -> None:
    text, content = unmarked(marked)

    assert found(text, lang) == [content]
    assert voiced(text, lang) == ("Ада Брандволд", "сказала")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The old ferry reportedly broke down on Monday.", id="an adverb"),
        pytest.param("The old ferry is expected to run in winter.", id="a verb"),
        pytest.param("Allegedly the pier closed in May.", id="at the head"),
    ],
)
def test_hearsay_has_no_speaker(text: str) -> None:
    assert voiced(text)[0] is None


@pytest.mark.parametrize(
    ("marked", "cue"),
    [
        pytest.param("{Ada Brandvold} said the pier was shut.", "said", id="name"),
        pytest.param("{She} has insisted that it was shut.", "insisted", id="pronoun"),
        pytest.param("{The mayor of Halvik} warned that it was shut.", "warned", id="description"),
        pytest.param("{Piet van der Velde} wrote that it was shut.", "wrote", id="van"),
        pytest.param("{Ada Brandvold and Per Olsen} said it was shut.", "said", id="two people"),
        pytest.param(
            "{Ada Brandvold}, who owns it, went on to say that it was shut.",
            "went on to say",
            id="an aside between",
        ),
        pytest.param("Asked about it, {Per Olsen} said the pier was shut.", "said", id="asked"),
        pytest.param(
            "According to Northgate Wire, {the minister} says the harbour will close in May.",
            "says",
            id="who speaks within what the agency says",
        ),
        pytest.param(
            "According to {Northgate Wire}, the harbour will close in May.",
            "According to",
            id="nobody else speaks",
        ),
    ],
)
def test_who_says_it_by_which_cue(marked: str, cue: str) -> None:
    text, speaker = unmarked(marked)

    assert voiced(text) == (speaker, cue)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("Ada Brandvold said {she feared that it would close}.", id="her own fear"),
        pytest.param(
            "Per Olsen said that {Ada Brandvold had told him it would close}.",
            id="what another told",
        ),
    ],
)
def test_what_stands_within_other_indirect_speech_is_part_of_it(marked: str) -> None:
    text, content = unmarked(marked)

    assert found(text) == [content]


def test_each_clause_is_its_own_speakers() -> None:
    text = "Ada Brandvold told them the pier was shut, while Per Olsen said it was open again."
    first, second = paraphrases(a_discourse(text))

    assert [p.span.of(text) for p in (first, second)] == ["the pier was shut", "it was open again"]
    assert second.speaker is not None
    assert second.speaker.of(text) == "Per Olsen"


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        pytest.param("Ada Brandvold said that it opens.", True, id="two words"),
        pytest.param("Ada Brandvold said it rained hard.", True, id="three words"),
        pytest.param("Ada Brandvold said it rained very hard.", False, id="four words"),
        pytest.param(
            "Ada Brandvold said it was “a heavy blow to us all”.", True, id="quoted words apart"
        ),
        pytest.param("Ada Brandvold said 12 cranes were sold.", False, id="numbers count"),
    ],
)
def test_a_fragment_has_three_words_of_the_articles_own(text: str, fragment: bool) -> None:  # noqa: FBT001
    assert the_one(text).fragment is fragment


def test_its_frame_is_its_sentence() -> None:
    text = "It rained. Ada Brandvold said the pier was shut. It was."
    passage = the_one(text)

    assert passage.frame is not None
    assert passage.frame.of(text) == "Ada Brandvold said the pier was shut."
    assert passage.span == passage.outer == passage.segments[0]
    assert passage.kind == ClaimKind.PARAPHRASE


@pytest.mark.parametrize("kind", [BlockKind.BLOCK_QUOTE, BlockKind.EMBED, BlockKind.CAPTION])
def test_what_is_not_the_articles_own_text_is_not_read(kind: BlockKind) -> None:
    assert in_block(kind) == []


@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING])
def test_the_articles_own_text_is_read(kind: BlockKind) -> None:
    assert len(in_block(kind)) == 1


WORDS = (
    "Ada Brandvold she said that told according to reportedly the pier , . : “it is shut” was and "
    "Reuters says adding dass sagte selon her claim \n"
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS.split(" ")), max_size=30).map(" ".join),
    st.sampled_from(["en", "de", "fr", "ja"]),
)
def test_any_text_gives_passages_within_their_sentence(text: str, lang: str) -> None:
    for passage in paraphrases(a_discourse(text, lang)):
        assert passage.frame is not None
        assert passage.frame.end <= len(text)
        assert all(passage.frame.holds(part) for part in passage.segments)
        assert all(passage.span.holds(part) for part in passage.segments)
        assert passage.span.of(text).strip()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("en", "Lathe never said that the pier was shut.", id="never"),
        pytest.param("en", "Lathe has not said that the pier was shut.", id="not"),
        pytest.param("en", "If Lathe says that the pier is shut, he lies.", id="a condition"),
        pytest.param("fr", "Lathe n’a jamais dit que le port était fermé.", id="French"),
    ],
)
def test_what_is_denied_or_only_supposed_is_said_by_nobody(lang: str, text: str) -> None:
    assert found(text, lang) == []
