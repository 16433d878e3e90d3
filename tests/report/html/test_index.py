import base64
import hashlib
import re

import pytest
from bs4 import BeautifulSoup
from hostile import TOKEN, a_report_of, payloads
from pages import NOTICES, a_full_report, known, signed
from reporting import a_finding, a_found, a_report, altered, unavailable, unsourced, verbatim

from provcheck.model.report import Report
from provcheck.model.verdict import Verdict
from provcheck.report.html.index import Entry, render_index
from provcheck.rulebook.book import Rulebook


def index(rules: Rulebook, *reports: Report, page: str = "a.provenance.html") -> BeautifulSoup:
    entries = tuple(Entry(page, report) for report in reports)
    return BeautifulSoup(render_index(entries, rules), "lxml")


def cells(soup: BeautifulSoup) -> list[list[str]]:
    return [
        [" ".join(cell.get_text(" ").split()) for cell in row.find_all("td")]
        for row in soup.tbody("tr")
    ]


def test_an_article_without_fault_is_ok_and_says_nothing_more(rules: Rulebook) -> None:
    assert cells(index(rules, a_report(verbatim()))) == [["ok", "1", "0", "0", "0", "–"]]


def test_what_people_settled_is_not_open(rules: Rulebook) -> None:
    (row,) = cells(index(rules, a_report(signed(), known())))
    assert row[:5] == ["ok", "2", "0", "2", "1"]


def test_counts_gravest_level_and_reasons_are_told(rules: Rulebook) -> None:
    soup = index(rules, a_report(altered(), unsourced(), unavailable(), unavailable()))
    assert cells(soup) == [
        [
            "error",
            "4",
            "1",
            "0",
            "3",
            "the article gives only “a dock worker” https://port.example/plan answered 404",
        ]
    ]
    assert "✘ altered 1, ? unavailable 2" in " ".join(soup.tbody.th.get_text(" ").split()).replace(
        " ,", ","
    )


def test_a_source_that_was_read_and_proves_nothing_gives_its_message(rules: Rulebook) -> None:
    gated = a_finding(
        "We will",
        Verdict.UNAVAILABLE,
        evidence=a_found("Log in."),
        message="The page is behind a login.",
    )
    assert cells(index(rules, a_report(gated)))[0][-1] == "The page is behind a login."


def test_a_notice_weighs_as_a_finding_does(rules: Rulebook) -> None:
    assert cells(index(rules, a_report(verbatim(), notices=NOTICES)))[0][0] == "warning"


def test_an_interrupted_run_says_so(rules: Rulebook) -> None:
    assert "Interrupted" in index(rules, a_report(verbatim(), interrupted=True)).tbody.get_text()


def test_articles_stand_in_the_order_given_and_the_sum_comes_first(rules: Rulebook) -> None:
    soup = index(rules, a_report(verbatim()), a_report(altered()))
    assert [row[0] for row in cells(soup)] == ["ok", "error"]
    assert soup.h1.get_text() == "1 of 2 claims needs work"
    assert soup.table.caption.get_text() == "2 articles"


@pytest.mark.parametrize(
    ("page", "href"),
    [
        ("a.provenance.html", "./a.provenance.html"),
        ("desk/a b.html", "./desk/a%20b.html"),
        ("javascript:alert(1).html", "./javascript%3Aalert%281%29.html"),
        ("//evil.example/x", ".///evil.example/x"),
        ('"><b>#?.html', "./%22%3E%3Cb%3E%23%3F.html"),
        ("søk.html", "./s%C3%B8k.html"),
        ("\udcff.html", "./%FF.html"),  # a name that is no UTF-8, as Python has it
        ("\ud800.html", "./%3F.html"),
    ],
)
def test_a_link_leads_to_a_file_beside_the_index(page: str, href: str, rules: Rulebook) -> None:
    assert index(rules, a_report(verbatim()), page=page).tbody.a["href"] == href


def test_the_policy_allows_just_this_style_and_script(rules: Rulebook) -> None:
    text = render_index((Entry("a.html", a_full_report()),), rules)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy[1].startswith("default-src 'none';")
    for tag in ("style", "script"):
        (inner,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]
    assert not re.search(r"\son\w+=|\sstyle=|url\(|@import|fetch\(|src=", text)


@pytest.mark.parametrize("payload", payloads(), ids=repr)
def test_hostile_words_stay_words(payload: str, rules: Rulebook) -> None:
    shapes = [
        [tag.name for tag in index(rules, a_report_of(words)).find_all(name=True)]
        for words in (payload, TOKEN)
    ]
    assert shapes[0] == shapes[1]


def test_equal_entries_give_equal_pages(rules: Rulebook) -> None:
    entries = (Entry("a.html", a_full_report()), Entry("b.html", a_report()))
    assert render_index(entries, rules) == render_index(entries, rules)
