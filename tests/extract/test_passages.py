from building import a_prose

from provcheck.extract.passages import EXTRACTORS, passages
from provcheck.model.claim import ClaimKind
from provcheck.model.prose import BlockKind
from provcheck.rulebook.book import Rulebook


def test_passages_never_overlap(rules: Rulebook) -> None:
    text = (
        "Ada Brandvold said that “the north pier is closed” for good.\n"
        "The reports this week are grim:\n"
        "The harbour has lost a third of its ships, “a heavy blow”, since the autumn ended.\n"
        "The report then adds, “The cranes stand idle for most of the week.”"
    )
    found = passages(a_prose(text), rules)

    assert all(not a.outer.meets(b.outer) for a in found for b in found if a is not b)
    assert [p.span.start for p in found] == sorted(p.span.start for p in found)
    assert ClaimKind.BLOCK_QUOTE in {p.kind for p in found}


def test_a_quotation_inside_a_block_quotation_is_part_of_it(rules: Rulebook) -> None:
    prose = a_prose("She called it “a heavy blow to us all” and left.")
    block = prose.blocks[0].model_copy(update={"kind": BlockKind.BLOCK_QUOTE})
    found = passages(prose.model_copy(update={"blocks": (block,)}), rules)

    assert [p.kind for p in found] == [ClaimKind.BLOCK_QUOTE]


def test_a_frame_with_a_quotation_is_no_paraphrase(rules: Rulebook) -> None:
    text = "Ada Brandvold said that “the north pier is closed” for good."

    assert [p.kind for p in passages(a_prose(text), rules)] == [ClaimKind.QUOTE]


def test_an_empty_text_has_none(rules: Rulebook) -> None:
    assert passages(a_prose(""), rules) == ()


def test_extractors_are_plain_functions() -> None:
    assert [extractor.__name__ for extractor in EXTRACTORS] == [
        "embeds",
        "block_quotes",
        "quotes",
        "paraphrases",
    ]
