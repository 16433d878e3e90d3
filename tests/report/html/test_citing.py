import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import another_voice, archived
from reporting import altered, unavailable, unsourced

from provcheck.report.html.citing import citation, sign_command
from provcheck.report.visible import visible

WORDS = "We may open the new ferry line in spring"


def test_without_a_source_there_is_nothing_to_cite() -> None:
    assert citation(unsourced(), "") is None
    assert citation(unavailable(), WORDS) is None
    assert citation(altered(), "") is None


def test_a_citation_tells_all_that_leads_back_to_the_words() -> None:
    assert citation(altered(), WORDS) == (
        f"Ines Falk: “{WORDS}”. “Minutes”, Harbour Council, 13 March 2025. "
        f"<https://council.example/minutes>. SHA-256 {'0' * 64}."
    )


def test_an_archived_copy_is_cited_with_the_day_it_was_taken() -> None:
    text = citation(archived(), "The quay was never safe")
    assert "<https://council.example/minutes>. Archived copy <https://archive.example/" in text
    assert "Taken 13 March 2025, 10:00 UTC. SHA-256 0" in text


def test_the_speaker_cited_is_the_one_in_the_source() -> None:
    assert citation(another_voice(), WORDS).startswith("Jon Dahl: “")


def test_a_passage_of_several_lines_is_cited_on_one() -> None:
    assert "“We may … open”" in citation(altered(), "We may\n … open")


def test_the_command_names_claim_and_article() -> None:
    assert sign_command("q-3f9c2a", "desk/ferry.md") == (
        "provcheck sign q-3f9c2a desk/ferry.md --by INITIALS --note 'REASON'"
    )


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        pytest.param("a b.md", "'a b.md'", id="blank"),
        pytest.param("it's.md", """'it'"'"'s.md'""", id="quotation-mark"),
        pytest.param("$(rm -r x).md", "'$(rm -r x).md'", id="substitution"),
        pytest.param("--by=x", "./--by=x", id="looks-like-an-option"),
        pytest.param("=ls.md", "./=ls.md", id="a-program-to-zsh"),
        pytest.param("a\nrm -r x", "ARTICLE", id="line-break"),
        pytest.param("a\x1b[2J", "ARTICLE", id="controls"),
        pytest.param("a\u202egpj.md", "ARTICLE", id="bidi"),
        pytest.param("https://wire.example/a", "ARTICLE", id="an-address-is-no-file"),
        pytest.param("", "ARTICLE", id="nothing"),
    ],
)
def test_a_path_is_one_word_or_left_to_be_filled_in(path: str, shown: str) -> None:
    assert sign_command("q-1", path).startswith(f"provcheck sign q-1 {shown} --by ")


@pytest.mark.parametrize("claim", ["", "-x", "q\n1"])
def test_an_id_that_is_none_is_left_to_be_filled_in(claim: str) -> None:
    assert sign_command(claim, "a.md").startswith("provcheck sign CLAIM a.md ")


@given(st.text(), st.text())
def test_a_shell_takes_the_command_for_seven_words(claim: str, path: str) -> None:
    command = sign_command(claim, path)
    words = shlex.split(command)
    assert command.isprintable()
    assert visible(command) == command
    assert words[:2] == ["provcheck", "sign"]
    assert words[4:] == ["--by", "INITIALS", "--note", "REASON"]
    assert words[2] in {claim, "CLAIM"}
    assert words[3] in {path, f"./{path}", "ARTICLE"}
