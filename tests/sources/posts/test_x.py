from urllib.parse import parse_qs, urlsplit

from sources.posts.x_posts import ID, RULES, a_post, a_tweet, an_oembed, answered

from provcheck.sources.posts.telling import Told, Unclear
from provcheck.sources.posts.x import X


def test_the_fuller_service_is_asked_first() -> None:
    first, second = X.witnesses(a_post(), RULES)

    assert urlsplit(first.url).hostname == "cdn.syndication.twimg.com"
    assert parse_qs(urlsplit(first.url).query) == {
        "id": [ID],
        "token": ["4lsebg6eg1n"],
        "lang": ["en"],
    }
    assert urlsplit(second.url).hostname == "publish.twitter.com"
    assert parse_qs(urlsplit(second.url).query) == {
        "url": [f"https://twitter.com/halvikport/status/{ID}"]
    }


def test_a_post_of_nobody_knows_can_be_asked_for() -> None:
    _, second = X.witnesses(a_post(f"https://x.com/i/web/status/{ID}"), RULES)
    assert second.url.endswith(f"%2Fi%2Fstatus%2F{ID}")


def test_a_service_that_the_rules_leave_out_is_not_asked() -> None:
    platforms = RULES.platforms.platforms
    kept = {"syndication": platforms[0].endpoints["syndication"]}
    without = platforms[0].model_copy(update={"endpoints": kept})
    shorter = RULES.platforms.model_copy(update={"platforms": (without, *platforms[1:])})
    shorter.__dict__.pop("_by_id", None)

    assert len(X.witnesses(a_post(), RULES.model_copy(update={"platforms": shorter}))) == 1


def test_each_answer_has_its_reader() -> None:
    first, second = X.witnesses(a_post(), RULES)
    answers = ((first, a_tweet()), (second, an_oembed()))

    for witness, said in answers:
        told = X.read(answered(said).model_copy(update={"witness": witness}), a_post(), RULES)
        assert isinstance(told, Told)
    assert isinstance(X.read(answered(a_tweet()), a_post(), RULES), Unclear)
