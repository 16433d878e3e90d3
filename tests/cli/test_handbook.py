from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from provcheck.cli.exits import Exit
from provcheck.cli.handbook import handbook
from provcheck.rulebook.book import Rulebook, load_rulebook

DOCS = Path(__file__).parents[2] / "docs"


def headings(page: str) -> list[str]:
    tokens = MarkdownIt().parse(page)
    return [
        after.content
        for token, after in pairwise(tokens)
        if token.tag == "h3" and token.nesting == 1
    ]


def test_everything_that_is_explained_has_its_section(rules: Rulebook) -> None:
    words = rules.verdicts
    every = (*words.verdicts, *words.edits, *words.slips, *words.remarks)
    assert headings(handbook(rules)) == [f"`{rule.id}`" for rule in every]


def test_the_page_in_the_documentation_is_the_one_that_is_written(invoke) -> None:
    done = invoke("explain", "--markdown")
    assert done.exit_code == Exit.OK
    assert done.stdout == (DOCS / "verdicts.md").read_text(), (
        "write it anew: provcheck explain --markdown > docs/verdicts.md"
    )


def test_a_house_tells_what_it_makes_of_each() -> None:
    default, strict = (handbook(load_rulebook(name)) for name in ("default", "strict"))
    assert "House style: warned (Reuters Handbook" in default
    assert "--house strict" in strict
    assert "House style: refused" in strict
    assert "Level note, at 40 words left out" in strict


@pytest.mark.parametrize("word", ["altered", "nonsense"])
def test_one_word_and_all_of_them_are_two_wishes(invoke, word: str) -> None:
    done = invoke("explain", word, "--markdown")
    assert done.exit_code == Exit.USAGE
    assert "leave the word out" in done.stderr
