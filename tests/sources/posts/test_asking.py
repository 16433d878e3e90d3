import pytest
from sources.posts.answers import RULES, post_at

from provcheck.sources.posts.asking import asked, platform_of


def test_the_platform_of_a_post() -> None:
    assert platform_of(post_at("https://t.me/harbour/17"), RULES).name == "Telegram"


def test_a_witness_goes_by_the_platforms_name() -> None:
    witness = asked(post_at("https://t.me/harbour/17"), RULES, "list", "’s list")

    assert (witness.name, witness.endpoint) == ("Telegram’s list", "list")
    assert witness.url == "https://t.me/s/harbour/17"


@pytest.mark.parametrize("handle", ["a&b=c", "a%26b", "a#b", "a b", "å"])
def test_a_handle_stays_one_value(handle: str) -> None:
    post = post_at("https://bsky.app/profile/x/post/3k").model_copy(update={"handle": handle})
    said = asked(post, RULES, "thread").url.partition("uri=")[2].partition("&")[0]

    assert said.count("%2F") == 4
    assert not set(said) & set("&# å")
