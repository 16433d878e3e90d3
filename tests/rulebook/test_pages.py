import pytest

from provcheck.rulebook.pages import page_rules

RULES = page_rules()


def test_every_word_is_in_lower_case() -> None:
    lists = [value for value in RULES.model_dump().values() if isinstance(value, tuple)]
    assert len(lists) > 10
    assert [word for words in lists for word in words if word != word.casefold()] == []


@pytest.mark.parametrize(
    "sentence",
    ["Nobody subscribed to reading.", "She signed in to the guest book.", "The gate was closed."],
)
def test_is_no_gate(sentence: str) -> None:
    assert not RULES.gate.search(sentence)


@pytest.mark.parametrize("sentence", ["Subscribe to read the rest.", "Already a Subscriber?"])
def test_is_a_gate(sentence: str) -> None:
    assert RULES.gate.search(sentence)


def test_checks_and_notices_are_found() -> None:
    assert RULES.robot_check.search("Please verify you are human.")
    assert RULES.script_notice.search("You need to enable JavaScript to run this app.")
    assert not RULES.script_notice.search("JavaScript is a language.")


def test_tokens_of_all_sorts_mark_asides() -> None:
    assert {"comments", "teaser", "cookie"} <= RULES.aside_tokens
