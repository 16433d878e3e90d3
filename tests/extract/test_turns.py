from itertools import pairwise

import pytest
from building import a_prose
from discoursing import RULES, a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.discourse import Discourse
from provcheck.extract.turns import turns
from provcheck.model.claim import ClaimKind
from provcheck.model.prose import BlockKind


def said_in(discourse: Discourse) -> list[tuple[str, str]]:
    """Who is given which words, label by label."""
    text = discourse.prose.text
    return [
        (turn.speaker.of(text), turn.span.of(text))
        for turn in turns(discourse)
        if turn.speaker is not None
    ]


def said(text: str, lang: str = "en") -> list[tuple[str, str]]:
    return said_in(a_discourse(text, lang))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("en", "OLSEN: The pier is shut.", id="one label"),
        pytest.param("en", "Q: Is the pier shut?", id="a question without an answer"),
        pytest.param("en", "Olsen: It is shut.\nBrandvold: It is not.", id="each label once"),
        pytest.param("en", "Note: The pier is shut.\nHalvik fell silent.", id="a note"),
        pytest.param("en", "olsen: It is shut.\nolsen: For good.", id="small letters"),
        pytest.param("en", "Olsen said: It is shut.\nOlsen said: For good.", id="a verb"),
        pytest.param("en", "OLSEN:It is shut.\nKESTRANE:It is not.", id="no space"),
        pytest.param("en", "HALVIK. It is shut.\nVELDEN. It is open.", id="datelines"),
        pytest.param("en", "Halvik. It is shut.\nHalvik. It is open.", id="a stop behind a word"),
        pytest.param("en", "OLSEN: “It is shut.”\nADA: “It is not.”", id="quoted in marks"),
        pytest.param("en", "OLSEN: ‘It is shut.’\nADA: ‘It is not.’", id="in British marks"),
        pytest.param("en", "OLSEN: (laughs aloud)\nADA: (leaves the hall)", id="stage directions"),
        pytest.param("en", "OLSEN:\nKESTRANE:", id="labels alone"),
        pytest.param("en", "It is as OLSEN: said it\nand ADA: heard it", id="labels within"),
        pytest.param("en", "", id="no text"),
        pytest.param("de", "OLSEN: „Er ist zu.“\nADA: „Er ist offen.“", id="German, in marks"),
    ],
)
def test_is_no_transcript(lang: str, text: str) -> None:
    assert said(text, lang) == []


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(BlockKind.HEADING, id="headings"),
        pytest.param(BlockKind.CAPTION, id="captions"),
        pytest.param(BlockKind.BLOCK_QUOTE, id="block quotations"),
        pytest.param(BlockKind.EMBED, id="posts"),
    ],
)
def test_other_blocks_are_no_turns(kind: BlockKind) -> None:
    assert said_in(of_kind("OLSEN: It is shut.\nKESTRANE: It is not.", kind)) == []


def of_kind(text: str, kind: BlockKind) -> Discourse:
    prose = a_prose(text)
    blocks = tuple(block.model_copy(update={"kind": kind}) for block in prose.blocks)
    return Discourse(prose.model_copy(update={"blocks": blocks}), RULES)


def test_items_of_a_list_may_be_turns() -> None:
    found = of_kind("OLSEN: It is shut.\nKESTRANE: It is not.", BlockKind.LIST_ITEM)

    assert said_in(found) == [("OLSEN", "It is shut."), ("KESTRANE", "It is not.")]


@pytest.mark.parametrize(
    ("lang", "text", "turned"),
    [
        pytest.param(
            "en",
            "OLSEN: The pier is shut.\nBRANDVOLD: It is not.",
            [("OLSEN", "The pier is shut."), ("BRANDVOLD", "It is not.")],
            id="capitals",
        ),
        pytest.param(
            "en",
            "MR. OLSEN: It is shut.\nTHE COURT: It is not.",
            [("MR. OLSEN", "It is shut."), ("THE COURT", "It is not.")],
            id="titles and courts",
        ),
        pytest.param(
            "en",
            "ÅSE O’DEE: It is shut.\nJEAN-PAUL ÖST: It is not.",
            [("ÅSE O’DEE", "It is shut."), ("JEAN-PAUL ÖST", "It is not.")],
            id="apostrophes and hyphens",
        ),
        pytest.param(
            "en",
            "OLSEN: The pier ...\nKESTRANE: What of it?\nThen they left, both of them.",
            [("OLSEN", "The pier ..."), ("KESTRANE", "What of it?")],
            id="no label on the last",
        ),
        pytest.param(
            "en",
            "It began.\nQ: Is it shut?\nA: It is, for good.",
            [("Q", "Is it shut?"), ("A", "It is, for good.")],
            id="question and answer",
        ),
        pytest.param(
            "en",
            "Q. Is it shut?\nA. It is, for good.",
            [("Q", "Is it shut?"), ("A", "It is, for good.")],
            id="a court record",
        ),
        pytest.param(
            "en",
            "Ada Brandvold: It is.\nPer: It is not.\nAda Brandvold: It is so.\nPer: Be still.",
            [
                ("Ada Brandvold", "It is."),
                ("Per", "It is not."),
                ("Ada Brandvold", "It is so."),
                ("Per", "Be still."),
            ],
            id="names that come back",
        ),
        pytest.param(
            "de",
            "F: Ist der Hafen zu?\nA: Ja, seit Mai.",
            [("F", "Ist der Hafen zu?"), ("A", "Ja, seit Mai.")],
            id="German",
        ),
        pytest.param(
            "fr",
            "Q : Le port est fermé ?\nR : Oui, depuis mai.",
            [("Q", "Le port est fermé ?"), ("R", "Oui, depuis mai.")],
            id="French, a space before the colon",
        ),
        pytest.param(
            "es",
            "P: ¿Está cerrado?\nR: Sí, desde mayo.",
            [("P", "¿Está cerrado?"), ("R", "Sí, desde mayo.")],
            id="Spanish",
        ),
        pytest.param(
            "ru",
            "ВОПРОС: Порт закрыт?\nОТВЕТ: Да, с мая.",
            [("ВОПРОС", "Порт закрыт?"), ("ОТВЕТ", "Да, с мая.")],
            id="Russian words",
        ),
    ],
)
def test_labels_give_paragraphs_to_somebody(
    lang: str, text: str, turned: list[tuple[str, str]]
) -> None:
    assert said(text, lang) == turned


def test_a_turn_has_its_label_for_a_speaker_and_its_colon_for_a_cue() -> None:
    text = "OLSEN: The pier is shut.\nKESTRANE: It is not."
    first, second = turns(a_discourse(text))

    assert first.kind == ClaimKind.BLOCK_QUOTE
    assert first.outer.of(text) == "OLSEN: The pier is shut."
    assert first.frame == first.outer
    assert first.segments == (first.span,)
    assert first.cue is not None
    assert first.cue.of(text) == ":"
    assert second.speaker is not None
    assert second.speaker.of(text) == "KESTRANE"


@pytest.mark.parametrize(
    ("lang", "text", "turned"),
    [
        pytest.param(
            "en",
            "“OLSEN: The pier is shut.\n“BRANDVOLD: It is not.”",
            [("OLSEN", "The pier is shut."), ("BRANDVOLD", "It is not.")],
            id="a mark before each label",
        ),
        pytest.param(
            "en",
            '"OLSEN: The pier is shut.\n"BRANDVOLD: It is not."',
            [("OLSEN", "The pier is shut."), ("BRANDVOLD", "It is not.")],
            id="straight marks",
        ),
        pytest.param(
            "de",
            "„OLSEN: Er ist zu.\n„KESTRANE: Er ist offen.“",
            [("OLSEN", "Er ist zu."), ("KESTRANE", "Er ist offen.")],
            id="German",
        ),
        pytest.param(
            "fr",
            "«OLSEN: Il est fermé.\n«KESTRANE: Mais non.»",
            [("OLSEN", "Il est fermé."), ("KESTRANE", "Mais non.")],
            id="French",
        ),
        pytest.param(
            "en",
            "“OLSEN: The pier is shut.\n“Go home now, all.\n“BRANDVOLD: It is not.”",
            [
                ("OLSEN", "The pier is shut."),
                ("OLSEN", "Go home now, all."),
                ("BRANDVOLD", "It is not."),
            ],
            id="a turn that goes on",
        ),
        pytest.param(
            "en",
            "“OLSEN: The pier is shut.”\n“Go home now, all.”\n“BRANDVOLD: It is not.”",
            [("OLSEN", "The pier is shut."), ("BRANDVOLD", "It is not.")],
            id="a closed turn does not go on",
        ),
        pytest.param(
            "en",
            "“OLSEN: The pier is shut.\nHe left.\n“Go home, all.\n“BRANDVOLD: It is not.”",
            [("OLSEN", "The pier is shut."), ("BRANDVOLD", "It is not.")],
            id="nor one that other words end",
        ),
    ],
)
def test_a_transcript_quoted_whole(lang: str, text: str, turned: list[tuple[str, str]]) -> None:
    assert said(text, lang) == turned


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        pytest.param("OLSEN: It is not.\nKESTRANE: It is, too.", False, id="no marks"),
        pytest.param("“OLSEN: It is not so.\n“KESTRANE: It is, too.”", False, id="four words"),
        pytest.param("“OLSEN: It is not.\n“KESTRANE: It is, too.”", True, id="three words"),
    ],
)
def test_few_words_in_marks_are_a_fragment(text: str, fragment: bool) -> None:  # noqa: FBT001
    first, _ = turns(a_discourse(text))

    assert first.fragment is fragment


def test_a_turn_in_marks_is_a_quotation() -> None:
    found = turns(a_discourse("“OLSEN: It is not so.\n“Go home.\n“KESTRANE: It is, too.”"))

    assert [turn.kind for turn in found] == [ClaimKind.QUOTE] * 3


@settings(max_examples=100)
@given(
    st.lists(
        st.sampled_from(
            [
                "OLSEN: It is.",
                "Q: Is it?",
                "A. No, no.",
                "“ADA: Go on.",
                "“Home, all.”",
                "Per: Oh no.",
            ]
        )
        | st.text(alphabet="“”\"'OLQ:. ab", max_size=12),
        max_size=7,
    )
)
def test_any_paragraphs_give_turns_in_order(lines: list[str]) -> None:
    found = list(turns(a_discourse("\n".join(lines))))

    assert all(turn.outer.holds(turn.span) for turn in found)
    assert all(turn.speaker is not None and turn.cue is not None for turn in found)
    assert all(a.outer.end <= b.outer.start for a, b in pairwise(found))
