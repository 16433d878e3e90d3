"""What every service has in common: queries that are addresses, answers that never raise."""

import gzip
import json
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from searching import ASKED, GOOD, IDS, told

from provcheck.errors import SettingsError
from provcheck.fetch.gate import refused
from provcheck.fetch.search.asked import Asked, Further, Problem
from provcheck.fetch.search.providers import PROVIDERS, Provider, named
from provcheck.model.query import Result
from provcheck.rulebook.book import Rulebook, load_rulebook

RULES = load_rulebook()
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["articles", "claims", "claimReview", "publisher", "web", "results", "type", "url",
             "title", "profile", "seendate"]
        ),
        inner | st.sampled_from(["search", "https://a.example/b", "http://["]),
        max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip
EACH = pytest.mark.parametrize("provider", PROVIDERS, ids=IDS)


@EACH
def test_a_query_is_a_sealed_address_with_the_words_alone(
    rules: Rulebook, provider: Provider
) -> None:
    sent = provider.query(ASKED, rules)

    assert sent
    assert sent.url.startswith("https://")
    assert refused(sent.url) is None
    assert "Falk" not in sent.url


@EACH
def test_a_query_is_always_the_same(rules: Rulebook, provider: Provider) -> None:
    assert provider.query(ASKED, rules) == provider.query(ASKED, rules)


@EACH
@pytest.mark.parametrize("longest", [("wörter " * 28).strip(), "港湾" * 100], ids=["many", "one"])
def test_a_query_is_no_longer_than_the_service_takes(
    rules: Rulebook, provider: Provider, longest: str
) -> None:
    asked = ASKED.model_copy(
        update={"words": longest, "hosts": ("a" * 40 + ".example", "b" * 40 + ".example")}
    )
    sent = provider.query(asked, rules)

    assert sent
    assert len(sent.words) <= rules.search.of(provider.id).longest
    assert sent.words in longest


@EACH
@given(data=st.binary(max_size=200), depth=st.integers(0, 3))
def test_bytes_never_raise(provider: Provider, data: bytes, depth: int) -> None:
    for sent in (data, gzip.compress(data)):
        assert isinstance(told(provider, sent, RULES, depth=depth), tuple | Further | Problem)


@EACH
@given(value=JSON)
def test_json_never_raises(provider: Provider, value: object) -> None:
    found = told(provider, json.dumps(value).encode(), RULES)

    assert isinstance(found, tuple | Further | Problem)
    if isinstance(found, tuple):
        assert all(isinstance(result, Result) for result in found)


@EACH
def test_cut_anywhere_an_answer_never_raises(rules: Rulebook, provider: Provider) -> None:
    for whole in GOOD[provider.id].values():
        for at in range(0, len(whole), 7):
            for depth in (0, 1):
                found = told(provider, whole[:at], rules, depth=depth)
                assert isinstance(found, tuple | Further | Problem)


def test_names_are_unique_and_those_of_their_modules() -> None:
    assert len(set(IDS)) == len(IDS)
    modules = [each.query.__module__.rpartition(".")[2] for each in PROVIDERS]
    assert [name.replace("-", "_") for name in IDS] == modules


def test_providers_by_name_come_in_their_order() -> None:
    assert [each.id for each in named(["sitemap", "brave", "sitemap"])] == ["brave", "sitemap"]
    assert named([]) == ()


@pytest.mark.parametrize(
    ("name", "said"), [("gdelt", "did you mean gdelt-doc?"), ("x", "name one of gdelt-context")]
)
def test_a_name_that_nothing_bears_is_told(name: str, said: str) -> None:
    with pytest.raises(SettingsError) as problem:
        named([name])
    assert said in str(problem.value)
    assert "\n" not in str(problem.value)


@given(st.text(min_size=1, max_size=200).filter(lambda text: text.isprintable()))
def test_any_words_make_an_address_that_may_be_asked(words: str) -> None:
    asked = Asked(words=words, hosts=("wire.example",), page="https://wire.example/s?q={words}")
    for provider in PROVIDERS:
        sent = provider.query(asked, RULES)
        assert sent is None or refused(sent.url) is None
        assert sent is None or urlsplit(sent.url).hostname in {
            RULES.search.of(provider.id).host,
            "wire.example",
        }
