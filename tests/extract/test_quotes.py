import pytest
from building import a_prose
from hypothesis import given
from hypothesis import strategies as st

from provcheck.extract.quotes import quotes
from provcheck.rulebook.book import Rulebook, load_rulebook

RULES = load_rulebook()


def texts(text: str, rules: Rulebook = RULES) -> list[str]:
    return [passage.span.of(text) for passage in quotes(a_prose(text), rules)]


def test_quotations_are_found_in_reading_order() -> None:
    text = "“The first pier is closed,” she said.\n“The second pier is open,” he said."

    assert texts(text) == ["The first pier is closed,", "The second pier is open,"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "“The pier is closed,” she said, and that “the cranes are paid for.”",
            id="joined by and that",
        ),
        pytest.param(
            "“The pier is closed,” she said. “The cranes are paid for,” she added.",
            id="each with an attribution of its own",
        ),
        pytest.param(
            "“The pier is closed,” she said. Later she added: “The cranes are paid for.”",
            id="introduced anew",
        ),
        pytest.param(
            "“The pier is closed,” Ada Brandvold said, while Per Olsen warned “the cranes are old.”",  # noqa: E501
            id="another speaker",
        ),
        pytest.param(
            "“The pier is closed until May” stood on a board. “The cranes are paid for,” she said.",
            id="no attribution between",
        ),
    ],
)
def test_stay_two_quotations(text: str) -> None:
    assert len(texts(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The pier is closed,” she said. “The cranes are paid for.”", id="a stop"),
        pytest.param("“The pier,” she said, “is closed for the winter.”", id="mid-sentence"),
        pytest.param(
            "“The pier is closed,” said Ada Brandvold, minister of ports. “The cranes are old.”",
            id="with an apposition",
        ),
    ],
)
def test_an_attribution_interrupts_one_quotation(text: str) -> None:
    (passage,) = quotes(a_prose(text), RULES)

    assert len(passage.segments) == 2
    assert passage.span.start == passage.segments[0].start
    assert passage.span.end == passage.segments[1].end


def test_reopened_paragraphs_are_one_quotation_with_its_breaks() -> None:
    text = (
        "She read:\n“We lost the mast on the ninth night.\n“We sang until it was light.”\nThe end."
    )
    (passage,) = quotes(a_prose(text), RULES)

    words = passage.span.of(text)
    assert words.startswith("We lost")
    assert words.endswith("it was light.")
    assert "\n" in words
    assert len(passage.segments) == 1


def test_an_unclosed_paragraph_without_a_reopened_one_ends_there() -> None:
    text = "“We lost the mast on the ninth night.\nNobody answered the wire."

    assert texts(text) == ["We lost the mast on the ninth night."]


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        pytest.param("She called the plan “dead on arrival”.", True, id="three words"),
        pytest.param("She said the plan was “dead on arrival today”.", False, id="four words"),
    ],
)
def test_fragments_are_a_class_of_their_own(text: str, fragment: bool) -> None:  # noqa: FBT001
    (passage,) = quotes(a_prose(text), RULES)

    assert passage.fragment is fragment


def test_headings_and_captions_hold_no_quotations() -> None:
    prose = a_prose("“The pier is closed for good,” says minister")
    heading = prose.blocks[0].model_copy(update={"kind": "heading"})

    assert list(quotes(prose.model_copy(update={"blocks": (heading,)}), RULES)) == []


@given(st.text(alphabet='“”"‘’ ab,.:?\nsaidhe', max_size=120))
def test_any_text_gives_passages_within_it(text: str) -> None:
    prose = a_prose(text)
    found = list(quotes(prose, RULES))

    assert all(p.outer.holds(p.span) and p.outer.end <= len(text) for p in found)
    assert [p.span.start for p in found] == sorted(p.span.start for p in found)
