from sources.files import FILLER

from provcheck.model.prose import Block, BlockKind, Link
from provcheck.model.span import Span
from provcheck.rulebook.pages import page_rules
from provcheck.sources.compose import Stretch, joined, stretch_of
from provcheck.sources.main_text import MainText
from provcheck.sources.own_text import completed, own_and_rest

RULES = page_rules()
P, H = BlockKind.PARAGRAPH, BlockKind.HEADING


def linked(words: str) -> Stretch:
    span = Span(start=0, end=len(words))
    link = Link(span=span, url="https://lund.example/")
    return Stretch(text=words, blocks=(Block(kind=P, span=span),), links=(link,))


def own(visible: Stretch, main: str = "") -> str:
    return own_and_rest(visible, MainText(main), RULES)[0].text


def test_paragraphs_stay_without_a_second_opinion() -> None:
    visible = stretch_of([(H, "Bridge"), (P, FILLER), (P, "No."), (P, "“Never”")])
    assert own(visible) == visible.text


def test_a_paragraph_that_trafilatura_dropped_stays() -> None:
    visible = stretch_of([(P, FILLER), (P, "She said that the bridge would open in May.")])
    assert own(visible, FILLER) == visible.text


def test_links_and_buttons_go_to_the_rest() -> None:
    visible = joined(
        [linked("Flood takes the old mill"), stretch_of([(P, "Share this"), (P, FILLER)])]
    )
    mine, rest = own_and_rest(visible, MainText(""), RULES)
    assert mine.text == FILLER
    assert rest.text == "Flood takes the old mill\nShare this"


def test_what_stands_below_a_heading_of_teasers_goes() -> None:
    visible = stretch_of([(P, FILLER), (H, "Related stories"), (P, "The baker of Lund said no.")])
    assert own(visible) == FILLER


def test_another_heading_ends_the_teasers() -> None:
    visible = stretch_of([(H, "Read more"), (P, "A baker said no."), (H, "The flood"), (P, FILLER)])
    assert own(visible) == f"The flood\n{FILLER}"


def test_main_text_below_such_a_heading_stays() -> None:
    visible = stretch_of([(H, "Related"), (P, FILLER)])
    assert own(visible, FILLER) == FILLER


def test_nothing_is_added_that_is_there() -> None:
    mine = stretch_of([(P, FILLER)])
    assert completed(mine, FILLER) == mine
    assert completed(mine, None) == mine


def test_what_only_json_ld_has_is_added() -> None:
    mine = stretch_of([(P, FILLER)])
    body = f"{FILLER}\n<p>The rest is only &amp; here, said Theron.</p>"
    assert completed(mine, body).text == f"{FILLER}\nThe rest is only & here, said Theron."
