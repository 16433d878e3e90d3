import pytest
from building import a_source, found
from hypothesis import given
from hypothesis import strategies as st

from provcheck.model.evidence import Completeness, Unavailable, Unsourced
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.resolve.forms import forms, other_forms, unwrapped
from provcheck.rulebook.book import Rulebook, load_rulebook
from provcheck.store.address import address_key

RULES = load_rulebook()
PAGE = "https://halden-mirror.example/news/a"
GONE = Unavailable(reason="no answer")


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("", id="nothing"),
        pytest.param("mailto:a@b.example", id="a letter box"),
        pytest.param("https://halden.example/url?q=https://a.example/", id="a site of its own"),
        pytest.param("https://notgoogle.com/url?q=https://a.example/", id="a host that ends alike"),
        pytest.param("https://www.google.com/search?q=https://a.example/", id="another page of it"),
        pytest.param("https://www.google.com/url?q=harbour", id="no address in it"),
        pytest.param("https://www.google.com/url?q=javascript:alert(1)", id="a script in it"),
        pytest.param("https://www.google.com/url?q=//a.example/x", id="no scheme"),
        pytest.param("https://www.google.com/url?q=https://u:p@a.example/", id="a user name in it"),
        pytest.param("https://www.google.com/url?q=https://a.example:99999/", id="no such port"),
        pytest.param("https://[", id="no address"),
        pytest.param("https://t.co/abc", id="a shortener hides its target"),
    ],
)
def test_is_no_wrapper(rules: Rulebook, url: str) -> None:
    assert unwrapped(url, rules) == url


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://www.google.com/url?sa=t&q=HERE&usg=x", id="search results"),
        pytest.param("https://www.google.de/url?url=HERE&q=", id="another country"),
        pytest.param("http://l.facebook.com/l.php?h=AT0&u=HERE", id="Facebook"),
        pytest.param("https://l.instagram.com/?u=HERE&e=1", id="Instagram"),
        pytest.param(
            "https://nam02.safelinks.protection.outlook.com/?url=HERE&data=x", id="safe links"
        ),
        pytest.param("https://www.youtube.com/redirect?event=x&q=HERE", id="YouTube"),
        pytest.param("https://vk.com/away.php?to=HERE", id="VK"),
    ],
)
def test_a_wrapper_leads_on(rules: Rulebook, url: str) -> None:
    held = "https%3A%2F%2Fhalden-mirror.example%2Fnews%2Fa"

    assert unwrapped(url.replace("HERE", held), rules) == PAGE


def test_wrappers_within_wrappers_are_followed_and_never_for_ever(rules: Rulebook) -> None:
    url = PAGE
    for _ in range(2):
        url = f"https://l.facebook.com/l.php?u={url.replace('%', '%25').replace('&', '%26')}"
    assert unwrapped(url, rules) == PAGE

    for _ in range(9):
        url = f"https://l.facebook.com/l.php?u={url.replace('%', '%25').replace('&', '%26')}"
    assert unwrapped(url, rules).startswith("https://l.facebook.com/")


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("", id="nothing"),
        pytest.param(PAGE, id="a plain address"),
        pytest.param(f"{PAGE}?id=7&page=2", id="parameters that mean something"),
        pytest.param(f"{PAGE}?utm_source=x&fbclid=1", id="tracking that the key leaves out"),
        pytest.param(f"{PAGE}#:~:text=the%20pier", id="a text fragment"),
        pytest.param("https://halden.example/amplifier/print-works", id="words that begin alike"),
        pytest.param("https://m.example/a", id="no site below the label"),
        pytest.param("https://www.google.com/url?q=harbour", id="a wrapper of nothing"),
    ],
)
def test_has_no_other_form(rules: Rulebook, url: str) -> None:
    assert forms(url, rules) == ()


@pytest.mark.parametrize(
    ("url", "others"),
    [
        pytest.param(
            "https://www.google.com/amp/s/halden-mirror.example/news/a", [PAGE], id="Google’s cache"
        ),
        pytest.param(
            "https://www.google.com/amp/halden-mirror.example/news/a",
            ["http://halden-mirror.example/news/a"],
            id="without https",
        ),
        pytest.param(
            "https://halden--mirror-example.cdn.ampproject.org/c/s/halden-mirror.example/news/a",
            [PAGE],
            id="AMP’s cache",
        ),
        pytest.param(
            "https://x.cdn.ampproject.org/wp/s/halden-mirror.example/news/a/amp",
            [f"{PAGE}/amp", PAGE],
            id="the AMP form first, then the page",
        ),
        pytest.param(f"{PAGE}/amp/", [f"{PAGE}/"], id="AMP behind"),
        pytest.param("https://halden-mirror.example/amp/news/a", [PAGE], id="AMP before"),
        pytest.param(f"{PAGE}.amp.html", [f"{PAGE}.html"], id="AMP within"),
        pytest.param(f"{PAGE}?amp=1&id=7", [f"{PAGE}?id=7"], id="AMP as a parameter"),
        pytest.param(f"{PAGE}?amp", [PAGE], id="AMP as a parameter without value"),
        pytest.param(f"{PAGE}?outputType=amp", [PAGE], id="AMP as output"),
        pytest.param(f"{PAGE}?print=1", [PAGE], id="print"),
        pytest.param(f"{PAGE}/print", [PAGE], id="print behind"),
        pytest.param(f"{PAGE}?xtor=RSS-3", [PAGE], id="tracking that the key keeps"),
        pytest.param(
            "https://m.halden-mirror.example/news/a#top",
            ["https://www.halden-mirror.example/news/a", PAGE],
            id="for phones",
        ),
        pytest.param(
            "https://en.m.halden.example/a", ["https://en.halden.example/a"], id="behind a language"
        ),
        pytest.param(
            "https://l.facebook.com/l.php?u=https%3A%2F%2Fhalden-mirror.example%2Fnews%2Fa%3Famp%3D1",
            [f"{PAGE}?amp=1", PAGE],
            id="an AMP form in a wrapper",
        ),
    ],
)
def test_other_forms_of_an_address(rules: Rulebook, url: str, others: list[str]) -> None:
    assert list(forms(url, rules)) == others


def a_lead(target: str, **known: object) -> Lead:
    told = {"kind": LeadKind.URL, "standing": Standing.CITED, "reason": "the article links it"}
    return Lead(target=target, **{**told, **known})


def a_page(canonical: str | None, completeness: Completeness, url: str = PAGE):
    text = a_source("The pier is shut.").model_copy(update={"canonical": canonical})
    return found(text, completeness=completeness, url=url)


@pytest.mark.parametrize(
    ("lead", "evidence"),
    [
        pytest.param(a_lead(f"{PAGE}?amp=1"), Unsourced(reason="none"), id="nothing was asked"),
        pytest.param(
            a_lead(f"{PAGE}?amp=1"),
            a_page("https://halden-mirror.example/b", Completeness.WHOLE),
            id="read whole",
        ),
        pytest.param(a_lead(f"{PAGE}?amp=1", standing=Standing.NEARBY), GONE, id="nobody cites it"),
        pytest.param(a_lead(f"{PAGE}?amp=1", kind=LeadKind.GIVEN), GONE, id="a file"),
        pytest.param(a_lead("https://mobile.twitter.com/ada/status/20"), GONE, id="a post"),
        pytest.param(a_lead(PAGE), GONE, id="no other form"),
        pytest.param(a_lead(PAGE), a_page(PAGE, Completeness.GATED), id="its own address asked"),
        pytest.param(
            a_lead(PAGE), a_page("https://other.example/a", Completeness.GATED), id="other site"
        ),
        pytest.param(
            a_lead(PAGE),
            a_page("https://halden-mirror.example/", Completeness.STUB),
            id="front page",
        ),
        pytest.param(
            a_lead(PAGE), a_page("https://mirror.example/a", Completeness.STUB), id="ends alike"
        ),
        pytest.param(a_lead(PAGE), a_page("https://[", Completeness.STUB), id="no address"),
    ],
)
def test_nothing_else_is_asked(rules: Rulebook, lead: Lead, evidence) -> None:
    assert other_forms(lead, evidence, rules) == ()


@pytest.mark.parametrize(
    ("evidence", "targets"),
    [
        pytest.param(GONE, [PAGE], id="unavailable"),
        pytest.param(a_page(None, Completeness.GATED), [PAGE], id="gated"),
        pytest.param(
            a_page("https://www.halden-mirror.example/b", Completeness.TRUNCATED),
            ["https://www.halden-mirror.example/b", PAGE],
            id="its own address first",
        ),
        pytest.param(a_page(PAGE, Completeness.STUB, f"{PAGE}?amp=1"), [PAGE], id="each once"),
    ],
)
def test_other_forms_are_led_to_as_the_first_was(
    rules: Rulebook, evidence, targets: list[str]
) -> None:
    lead = a_lead(f"{PAGE}?amp=1", standing=Standing.ONWARD, hop=2)
    others = other_forms(lead, evidence, rules)

    assert [each.target for each in others] == targets
    assert {(each.kind, each.standing, each.hop) for each in others} == {
        (LeadKind.URL, Standing.ONWARD, 2)
    }
    assert {each.reason for each in others}.isdisjoint({lead.reason})


PARTS = (
    "https:// http:// m. amp. www.google.com l.facebook.com cdn.ampproject.org a.example [ :80 :x "
    "/amp /s/ /c/ /l.php /url ? & = q= u= url= amp=1 utm_x=1 % %2F %00 # @ é"
)


@given(st.lists(st.sampled_from(PARTS.split()), max_size=14).map("".join) | st.text(max_size=40))
def test_any_address_is_taken(url: str) -> None:
    others = forms(url, RULES)

    assert len({address_key(each) for each in (url, *others)}) == len(others) + 1
    assert len(others) <= 4
    for each in (unwrapped(url, RULES), *others):
        assert each == url or each.startswith(("http://", "https://"))
