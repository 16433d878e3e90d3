import asyncio
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from faults import FAULTS
from searching import (
    ARTICLE,
    ASKED,
    EMPTY,
    ENDPOINTS,
    GOOD,
    IDS,
    OUTLET,
    PAGE,
    SECRET,
    WORDS,
    Web,
    a_sitemap,
    brief,
    in_article,
    outcomes,
    served,
)
from serving import answer, redirect

from provcheck.errors import SettingsError
from provcheck.fetch.search.searching import Searched
from provcheck.language.words import normalised
from provcheck.model.claim import ClaimKind
from provcheck.model.query import Query
from provcheck.rulebook.book import Rulebook
from provcheck.settings import Robots, Settings

ALL = {path: body for routes in GOOD.values() for path, body in routes.items()}
REFUSAL = b"Please limit requests to one every 5 seconds or contact us for larger queries."


def asked(web: Web, rules: Rulebook) -> Any:
    return asyncio.run(web.results(rules))


def of_claims(web: Web, rules: Rulebook, *claims: Any) -> tuple[Searched, ...]:
    article = in_article()[1]
    return asyncio.run(web.ask(rules, lambda each: each.for_claims(claims, article)))


def test_with_search_off_nobody_is_dialled(rules: Rulebook) -> None:
    web = Web(served(ALL), search=Settings().search)
    found = of_claims(web, rules, in_article()[0])

    assert found == (Searched(),)
    assert (web.dials, web.seen) == ([], [])


def test_claims_that_are_never_searched_for_dial_nobody(rules: Rulebook) -> None:
    web = Web(served(ALL))
    few, _ = in_article("nobody asked the crews")
    reported, _ = in_article(kind=ClaimKind.PARAPHRASE)

    assert of_claims(web, rules, few, reported) == (Searched(), Searched())
    assert web.dials == []


@pytest.mark.parametrize("name", IDS)
def test_a_good_answer_gives_results_and_says_what_was_sent(rules: Rulebook, name: str) -> None:
    web = Web(served(GOOD[name]), search=(name,))
    results, queries = asked(web, rules)

    url = "https://checkers.example/1" if name == "factcheck" else PAGE
    assert brief(results) == [(name, url)]
    (query,) = queries
    assert query.outcome == "1 result"
    assert query.sent == ("" if name == "sitemap" else WORDS)
    assert query.host in web.received.decode()


@pytest.mark.parametrize("name", IDS)
def test_an_empty_answer_is_no_problem(rules: Rulebook, name: str) -> None:
    results, queries = asked(Web(served(EMPTY[name]), search=(name,)), rules)

    assert results == ()
    assert outcomes(queries) == {name: "no results"}


def last(name: str) -> str:
    """The path whose answer holds the results of a service."""
    return "/news.xml" if name == "sitemap" else ENDPOINTS[name]


BAD = {
    "nothing at all": (answer(b""), ""),
    "noise": (answer(b"\x00\xff\xfe{[" * 50), ""),
    "JSON of another shape": (answer(b'["articles"]'), ""),
    "an unknown object": (answer(b'{"oops": 1}'), ""),
    "plain text with 200": (answer(REFUSAL), ""),
    "rows without addresses": (answer(b'{"articles": [1], "claims": [{}], "web": 1}'), ""),
    "deeply nested": (answer(b'{"articles":' * 100_000), ""),
    "429": (answer(b"", status="429 Too Many Requests"), "answered 429"),
    "wrong key": (answer(b"", status="403 Forbidden"), "answered 403"),
    "500": (answer(b"", status="500 Oh"), "answered 500"),
}


@pytest.mark.parametrize("case", BAD)
@pytest.mark.parametrize("name", IDS)
def test_a_bad_answer_is_a_problem_and_never_no_results(
    rules: Rulebook, name: str, case: str
) -> None:
    sent, why = BAD[case]
    results, queries = asked(Web(served(GOOD[name]) | {last(name): sent}, search=(name,)), rules)
    (outcome,) = outcomes(queries).values()

    assert results == ()
    assert outcome
    assert "result" not in outcome.replace("list of results", "")
    assert why in outcome
    assert "\n" not in outcome


@pytest.mark.parametrize("name", IDS)
def test_an_answer_that_is_cut_is_a_problem(rules: Rulebook, name: str) -> None:
    whole = GOOD[name][last(name)]
    cut = served(GOOD[name]) | {last(name): answer(whole[: len(whole) // 2])}
    results, queries = asked(Web(cut, search=(name,)), rules)

    assert results == ()
    if name != "site":  # of a page of HTML nobody can tell
        assert outcomes(queries)[name] != "no results"


@pytest.mark.parametrize("name", ["brave", "factcheck"])
def test_a_wrong_key_is_told_with_where_it_is_and_not_by_itself(rules: Rulebook, name: str) -> None:
    routes = {ENDPOINTS[name]: answer(b"", status="401 Unauthorized")}
    _, queries = asked(Web(routes, search=(name,)), rules)

    assert "check the key in PROVCHECK_" in outcomes(queries)[name]
    assert SECRET not in repr(queries)


def test_every_fault_of_a_server_ends_in_time_as_a_problem(rules: Rulebook) -> None:
    async def one(fault: Any) -> Any:
        web = Web({ENDPOINTS["brave"]: fault.sends}, search=("brave",))
        return await asyncio.wait_for(web.results(rules), 8)

    async def run() -> list[Any]:
        ends = []
        faults = list(FAULTS.values())
        for at in range(0, len(faults), 16):
            ends += await asyncio.gather(*map(one, faults[at : at + 16]))
        return ends

    for name, (results, (query,)) in zip(FAULTS, asyncio.run(run()), strict=True):
        assert results == (), name
        assert "result" not in query.outcome, name  # none of the pages is an answer in JSON


def test_a_refusal_is_put_once_more_and_the_answer_is_taken(rules: Rulebook) -> None:
    turns = iter([answer(REFUSAL), answer(GOOD["gdelt-doc"][ENDPOINTS["gdelt-doc"]])])

    async def first_no_then_yes(_request: Any, writer: asyncio.StreamWriter) -> None:
        writer.write(next(turns))
        await writer.drain()

    web = Web({ENDPOINTS["gdelt-doc"]: first_no_then_yes}, search=("gdelt-doc",))
    results, _ = asked(web, rules)

    assert brief(results) == [("gdelt-doc", PAGE)]
    assert len(web.seen) == 2


def test_refusals_are_put_once_more_a_run_and_not_each(rules: Rulebook) -> None:
    web = Web({ENDPOINTS["gdelt-doc"]: answer(REFUSAL)}, search=("gdelt-doc",))
    others = [ASKED.model_copy(update={"words": f"{WORDS} {n}"}) for n in "abc"]

    async def all_of(searching: Any) -> Any:
        return [await searching.results(each) for each in others]

    ends = asyncio.run(web.ask(rules, all_of))
    assert len(web.seen) == 4
    assert all("Please limit requests" in query.outcome for _, (query,) in ends)


def test_a_refusal_that_was_kept_is_no_answer_for_a_week(rules: Rulebook, tmp_path: Path) -> None:
    path = ENDPOINTS["gdelt-doc"]
    web = Web({path: answer(REFUSAL)}, search=("gdelt-doc",), store=tmp_path / "s")
    asked(web, rules)
    web.routes = served(GOOD["gdelt-doc"])

    assert outcomes(asked(web, rules)[1]) == {"gdelt-doc": "1 result"}


def test_a_run_goes_by_the_same_answers_offline(rules: Rulebook, tmp_path: Path) -> None:
    routes = served(ALL) | {ENDPOINTS["brave"]: answer(b"", status="403 Forbidden")}
    web = Web(routes, store=tmp_path / "s")
    online = asked(web, rules)
    later = Web({}, store=tmp_path / "s", known={"offline": True}, today=date(2027, 1, 1))

    assert asked(later, rules) == online
    assert later.dials == []
    assert SECRET.encode() not in b"".join(
        file.read_bytes() for file in (tmp_path / "s").rglob("*") if file.is_file()
    )
    assert SECRET not in repr(online)


def test_offline_without_a_kept_answer_nothing_was_sent(rules: Rulebook, tmp_path: Path) -> None:
    web = Web({}, store=tmp_path / "s", known={"offline": True})
    results, queries = asked(web, rules)

    assert results == ()
    assert {query.sent for query in queries} == {""}
    assert all(query.outcome.startswith("offline, and no copy") for query in queries)


def test_what_is_too_old_is_not_asked_for_with_a_network_or_without(
    rules: Rulebook, tmp_path: Path
) -> None:
    web = Web(served(ALL), search=IDS[:2], store=tmp_path / "s", today=date(2025, 3, 20))
    results, queries = asked(web, rules)
    web.known, web.today = {"offline": True}, date(2027, 1, 1)
    _, later = asked(web, rules)

    why = "not asked: it searches the last 3 days, and the article is of 2025-03-14"
    host = "api.gdeltproject.org"
    assert queries[0] == Query(provider="gdelt-context", sent="", host=host, outcome=why)
    assert brief(results) == [("gdelt-doc", PAGE)]
    assert later == queries


def test_an_article_without_a_day_is_of_today(rules: Rulebook) -> None:
    web = Web(served(ALL), search=("gdelt-context",), today=date(2027, 1, 1))
    undated = ASKED.model_copy(update={"day": None, "window": None})

    assert len(asyncio.run(web.results(rules, undated))[0]) == 1


@pytest.mark.parametrize("name", IDS)
def test_nothing_of_the_article_leaves_but_the_quotation(rules: Rulebook, name: str) -> None:
    web = Web(served(ALL), search=(name,))
    (searched,) = of_claims(web, rules, in_article()[0])

    sent = set(normalised(web.received.decode("latin-1").replace("+", " ")).split())
    article = set(normalised(ARTICLE).split())
    kept_back = {w for w in article - set(normalised(WORDS).split()) if len(w) > 3}
    assert len(kept_back) > 10
    assert sent & kept_back == set()
    assert searched.queries
    if name == "sitemap":
        assert sent & set(normalised(WORDS).split()) <= {"at", "and", "the"}


def test_a_key_goes_to_its_service_alone(rules: Rulebook) -> None:
    routes = served(ALL) | {
        ENDPOINTS["brave"]: redirect("https://evil.example/take"),
        "/take": answer(b'{"type": "search"}'),
    }
    web = Web(routes, known={"robots": Robots.RESPECT})
    asked(web, rules)

    holding = {
        (r.headers["host"], r.path.partition("?")[0]) for r in web.seen if SECRET.encode() in r.raw
    }
    assert "/take" in {request.path for request in web.seen}
    assert holding == {
        ("api.search.brave.com", ENDPOINTS["brave"]),
        ("factchecktools.googleapis.com", ENDPOINTS["factcheck"]),
    }


def test_results_come_in_the_order_of_the_services_whoever_is_quicker(rules: Rulebook) -> None:
    async def slow(_request: Any, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.3)
        writer.write(answer(GOOD["gdelt-context"][ENDPOINTS["gdelt-context"]]))
        await writer.drain()

    routes = served(ALL) | {ENDPOINTS["gdelt-context"]: slow}
    results, queries = asked(Web(routes), rules)

    assert brief(results) == [
        ("gdelt-context", PAGE),
        ("factcheck", "https://checkers.example/1"),
    ]
    assert [query.provider for query in queries] == list(IDS)


def test_claims_that_ask_the_same_ask_once(rules: Rulebook) -> None:
    web = Web(served(ALL), search=("sitemap", "brave"))
    claim, _ = in_article()
    found = of_claims(web, rules, claim, claim)

    assert found[0] == found[1]
    assert len(web.seen) == 3


def test_addresses_that_may_not_be_asked_are_no_results(rules: Rulebook) -> None:
    urls = ["http://ada:x@strand.example/a", "https://", "http://[", "https://a b.example/", PAGE]
    body = json.dumps({"articles": [{"url": url} for url in urls]}).encode()
    results, _ = asked(Web(served({ENDPOINTS["gdelt-doc"]: body}), search=("gdelt-doc",)), rules)

    assert [each.url for each in results] == [PAGE]


def test_sitemaps_beyond_some_are_told_of(rules: Rulebook) -> None:
    def index(*names: str) -> bytes:
        rows = "".join(f"<sitemap><loc>https://{OUTLET}{n}</loc></sitemap>" for n in names)
        space = "http://www.sitemaps.org/schemas/sitemap/0.9"
        return f'<sitemapindex xmlns="{space}">{rows}</sitemapindex>'.encode()

    robots = "\n".join(f"Sitemap: https://{OUTLET}/{n}.xml" for n in "abc").encode()
    routes = {"/robots.txt": robots}
    routes |= {f"/{n}.xml": index(*(f"/{n}{i}.xml" for i in range(3))) for n in "abc"}
    routes |= {f"/{n}{i}.xml": a_sitemap() for n in "abc" for i in range(3)}
    web = Web(served(routes), search=("sitemap",))

    assert "not all" in outcomes(asked(web, rules)[1])["sitemap"]
    assert len(web.seen) == 7


def test_an_unknown_service_is_told(rules: Rulebook) -> None:
    with pytest.raises(SettingsError, match="did you mean brave"):
        asked(Web({}, search=("brvae",)), rules)
