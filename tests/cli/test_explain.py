import pytest

from provcheck.cli.exits import Exit
from provcheck.cli.explain import WIDTH, explained
from provcheck.rulebook.book import Rulebook, load_rulebook

WORDS = load_rulebook().verdicts
ALL = [rule.id for rule in (*WORDS.verdicts, *WORDS.edits, *WORDS.slips, *WORDS.remarks)]


@pytest.mark.parametrize("word", ALL)
def test_every_verdict_edit_and_remark_is_explained(word: str, rules: Rulebook) -> None:
    text = explained(word, rules)
    assert word in text.splitlines()[0]
    assert max(map(len, text.splitlines())) <= WIDTH


def test_a_verdict_tells_level_condition_and_remedy(invoke) -> None:
    done = invoke("explain", "altered")
    assert done.exit_code == Exit.OK
    assert done.stdout.startswith(
        "✘ altered: words changed\n\nLevel: error\n\nSaid when: Words were"
    )
    assert "or use indirect speech" in done.stdout


def test_an_edit_tells_what_the_house_thinks_of_it(invoke) -> None:
    default = " ".join(invoke("explain", "substitution").stdout.split())
    assert "House style default: warned (Reuters" in default
    assert "). It makes the quotation altered, with a warning." in default
    assert "It is no fault." in invoke("explain", "typography").stdout
    strict = invoke("explain", "substitution", "--house", "strict").stdout
    assert "House style strict: refused" in strict


def test_a_remark_tells_its_level(invoke) -> None:
    assert "level: warning" in invoke("explain", "hidden-characters").stdout


def test_a_rule_of_style_tells_what_the_house_makes_of_it(invoke) -> None:
    page = invoke("explain", "long-omission", "--house", "guardian").stdout

    assert "level: note" in page
    assert "House style guardian: note (Guardian style guide: where a lot" in page
    assert "Limit: 40 words left out" in page
    assert "level: off" in invoke("explain", "ellipsis-at-end").stdout


def test_a_slip_tells_how_the_house_takes_it(invoke) -> None:
    assert "House style ap: refused" in invoke("explain", "grammar", "--house", "ap").stdout


def test_a_house_that_says_nothing_of_a_slip_takes_it_as_its_kind(invoke, tmp_path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("id: own\ntitle: Own\n", encoding="utf-8")

    page = invoke("explain", "grammar", "--house", str(own)).stdout

    assert "taken as the kind of edit is" in page


@pytest.mark.parametrize("word", ["Wrong_Source", " wrong source ", "WRONG-SOURCE"])
def test_the_word_may_be_written_as_one_likes(word: str, rules: Rulebook) -> None:
    assert explained(word, rules) == explained("wrong-source", rules)


def test_without_a_word_all_are_listed(invoke) -> None:
    text = invoke("explain").stdout
    assert [word for word in ALL if f"  {word} " not in text] == []


@pytest.mark.parametrize(
    ("word", "said"),
    [
        pytest.param("altred", "did you mean altered?", id="near"),
        pytest.param("qqq", "`provcheck explain` lists them all", id="far"),
        pytest.param("", "lists them all", id="empty"),
        pytest.param("a\nb", "no such verdict", id="two-lines"),
    ],
)
def test_another_word_is_one_line_and_exit_2(invoke, word: str, said: str) -> None:
    done = invoke("explain", word)
    assert done.exit_code == Exit.USAGE
    assert done.stderr.startswith("provcheck: explain ")
    assert done.stderr.count("\n") == 1
    assert said in done.stderr
