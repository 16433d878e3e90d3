import base64
import hashlib
import re

import pytest
from bs4 import BeautifulSoup
from bs4.element import Tag
from hostile import TOKEN, a_report_of, payloads
from pages import (
    COPY,
    NOTICES,
    a_full_report,
    another_voice,
    archived,
    ignored,
    known,
    lapsed,
    signed,
    with_points,
)
from reporting import (
    MINUTES,
    a_report,
    altered,
    an_article,
    cut_short,
    supported,
    unavailable,
    unsourced,
    verbatim,
)

from provcheck.model.finding import Remark
from provcheck.model.query import Query
from provcheck.model.span import Span
from provcheck.model.verdict import Level
from provcheck.report.html.extras import Extras
from provcheck.report.html.page import document, render
from provcheck.report.visible import visible
from provcheck.rulebook.book import Rulebook

ALLOWED = (
    "html head meta title style script body a header main footer nav div article p span h1 h2 h3 "
    "h4 h5 ul ol li dl dt dd table caption thead tbody tr th td blockquote q bdi del ins mark time "
    "code kbd strong details summary label select option button sup form input dialog"
)
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def page(rules: Rulebook, *reports) -> BeautifulSoup:
    return BeautifulSoup(render(reports or (a_report(),), rules), "lxml")


def said(part: Tag) -> str:
    return " ".join(part.get_text(" ").split())


def skeleton(soup: BeautifulSoup) -> list[tuple[str, tuple[str, ...]]]:
    return [(tag.name, tuple(sorted(tag.attrs))) for tag in soup.find_all(name=True)]


@pytest.mark.parametrize(
    ("findings", "sum_"),
    [
        pytest.param(
            (verbatim(), supported()), "Nothing to correct in 2 checked claims", id="fine"
        ),
        pytest.param(
            (verbatim(), unsourced()),
            "Nothing to correct in 1 checked claim; 1 could not be checked",
            id="could-not-check-is-no-fault",
        ),
        pytest.param((unsourced(), unavailable()), "None of 2 claims could be checked", id="none"),
        pytest.param((altered(), verbatim()), "1 of 2 claims needs work", id="one-fault"),
        pytest.param(
            (altered(), altered(), unsourced()),
            "2 of 3 claims need work; 1 could not be checked",
            id="faults",
        ),
    ],
)
def test_the_sum_comes_first(findings, sum_: str, rules: Rulebook) -> None:
    soup = page(rules, a_report(*findings))
    assert said(soup.h1) == sum_
    assert soup.title.get_text().startswith(sum_)


def test_the_counts_of_verdicts_are_a_table(rules: Rulebook) -> None:
    table = page(rules).find("table")
    assert table.caption
    rows = [[said(cell) for cell in row.find_all(["th", "td"])[:2]] for row in table("tr")]
    assert rows[1:3] == [["✔ verbatim", "1"], ["✘ altered", "2"]]


def test_what_could_not_be_checked_says_why(rules: Rulebook) -> None:
    heading = page(rules).find("h4", string="What could not be checked, and why")
    assert "the article gives only “a dock worker”" in said(heading.find_next("ul"))


def test_nothing_to_list_gives_no_list(rules: Rulebook) -> None:
    text = said(page(rules, a_report(verbatim())))
    for heading in ("What needs work", "What could not be checked", "What people", "Notices"):
        assert heading not in text


def test_counts_lead_to_the_first_claim_of_their_verdict(rules: Rulebook) -> None:
    links = page(rules).find("table", class_="counts")("a")
    assert [(a["data-verdict"], a["href"]) for a in links[:2]] == [
        ("verbatim", "#c2"),
        ("altered", "#c1"),
    ]


def test_what_people_decided_and_notices_have_lists_of_their_own(rules: Rulebook) -> None:
    soup = page(rules, a_report(signed(), lapsed(), ignored(), known(), notices=NOTICES))
    decided = said(soup.find("h4", string="What people decided").find_next("ul"))
    for words in (
        "✓ accepted by tm, 14 March 2025 : She said “will” on the phone.",
        "⟲ accepted once, no longer valid",
        "⊝ ignored unsourced, by the article : our own notes",
        "≡ in the baseline",
    ):
        assert words in decided
    notices = said(soup.find("h4", string="Notices that belong to no claim").find_next("ul"))
    assert notices.startswith("warning a sign-off without its claim: q-gone is signed")
    assert "at ferry.provcheck.toml:7:1" in notices


def test_a_long_list_is_folded_and_whole(rules: Rulebook) -> None:
    soup = page(rules, a_report(*[altered()] * 13))
    heading = soup.find("h4", string="What needs work")
    first, rest = heading.find_next("ul"), heading.find_next("details")
    assert len(first("li")) == 10
    assert said(rest.summary) == "3 more : what needs work"
    assert len(rest("li")) == 3


def test_card_and_mark_show_what_an_editor_accepted_by_sign_and_word(rules: Rulebook) -> None:
    soup = page(rules, a_report(signed()))
    assert "✓ accepted" in said(soup.find(id="c1").h4)
    assert said(soup.find(id="c1-m")) == "✘ altered, ✓ accepted claim 1"
    assert soup.find(id="c1")["data-state"] == "settled"
    for words in ("Signed by tm", "On 14 March 2025", "Checked by phone", "Holds yes"):
        assert words in said(soup.find(id="c1").find(class_="decision"))


def test_a_signoff_that_lapsed_is_shown_as_such_and_not_on_the_mark(rules: Rulebook) -> None:
    soup = page(rules, a_report(lapsed()))
    assert said(soup.find(id="c1-m")) == "✘ altered claim 1"
    assert "no longer: the source was changed since" in said(soup.find(class_="decision"))


def test_the_speaker_stands_on_both_sides_and_another_one_is_marked(rules: Rulebook) -> None:
    same, other = page(rules, a_report(altered(), another_voice()))("article")
    assert not same(class_="differ")
    assert [said(line) for line in other(class_="voice")] == [
        "Said by Ines Falk ≠ another speaker than in the source",
        "Said by Jon Dahl ≠ another speaker than in the article",
    ]


def test_what_points_stand_for_is_shown_and_told_apart_from_a_silent_cut(rules: Rulebook) -> None:
    text = "Title\n“The quay … was never safe,” she said."
    claim = page(rules, a_report(with_points(), article=an_article(text))).find(id="c1")
    points, left_out = claim.find("ins", class_="marked"), claim.find("del", class_="marked")
    assert said(points) == "shown as a change: …"
    assert said(left_out).endswith(": , which the town built in a hurry,")


def test_blanks_between_words_are_those_of_the_source(rules: Rulebook) -> None:
    soup = page(rules)
    words = soup.find(id="c1").find_all(class_="words")
    for part in soup.find_all(class_="vh"):
        part.decompose()
    assert [each.get_text() for each in words] == [
        "We will open the new ferry line in spring.",
        "We may open the new ferry line in spring",
    ]


def test_the_source_opens_at_the_words_in_page_and_copy(rules: Rulebook) -> None:
    claim = page(rules, a_report(archived())).find(id="c1")
    doors = [a["href"] for a in claim("a") if ":~:text=" in a["href"]]
    assert [door.partition("#")[0] for door in doors] == ["https://council.example/minutes", COPY]
    assert claim.find("summary").get_text().startswith("More of the source")
    copied = [button["data-copy"] for button in claim("button")]
    assert copied[0].startswith("The quay was never safe")
    assert "Archived copy <" in copied[1]
    assert copied[2] == "provcheck sign q-quay ferry.txt --by INITIALS --note 'REASON'"
    assert copied[3] == f"provcheck store show {'0' * 64}"


def test_a_claim_without_a_place_in_the_text_is_listed(rules: Rulebook) -> None:
    article = an_article()
    beyond = Span(start=len(article.text), end=len(article.text))
    claim = altered().claim.model_copy(update={"span": beyond})
    soup = page(rules, a_report(altered().model_copy(update={"claim": claim})))
    heading = soup.find("h4", string="Claims without a place in the text above")
    assert heading.find_next("ul").a["href"] == "#c1"
    assert soup.find(id="c1")


def test_words_of_the_source_stay_words(rules: Rulebook) -> None:
    for payload in payloads():
        source = f"{MINUTES} {payload}"
        evidence = altered().evidence
        text = evidence.text.model_copy(update={"text": source})
        evidence = evidence.model_copy(update={"text": text})
        report = a_report(altered().model_copy(update={"evidence": evidence}))
        html = render((report,), rules)
        names = {tag.name for tag in BeautifulSoup(html, "lxml").find_all(name=True)}
        assert names <= set(ALLOWED.split())
        assert not UNSEEN.search(html)


def test_what_people_wrote_stays_words(rules: Rulebook) -> None:
    for payload in payloads():
        notice = NOTICES[0].model_copy(update={"message": payload, "path": payload})
        comment = ignored().ignores[0].model_copy(update={"rule": payload, "reason": payload})
        people = (
            signed(by=payload, note=payload),
            ignored().model_copy(update={"ignores": (comment,)}),
        )
        html = render((a_report(*people, notices=(notice,)),), rules)
        names = {tag.name for tag in BeautifulSoup(html, "lxml").find_all(name=True)}
        assert names <= set(ALLOWED.split())
        assert not UNSEEN.search(html)


def test_every_page_of_the_same_reports_is_the_same(rules: Rulebook) -> None:
    assert render((a_full_report(),), rules) == render((a_full_report(),), rules)


def test_each_claim_shows_both_wordings(rules: Rulebook) -> None:
    claim = page(rules).find(id="c1")
    article, source = claim.find_all("blockquote")
    assert [said(mark) for mark in article("ins")] == ["added: will"]
    assert [said(mark) for mark in source("del")] == ["missing: may"]
    assert not article("del")
    assert said(source.find_all("span", class_="context")[-1]).startswith(", if the money comes.")


def test_what_needs_work_for_a_remark_alone_tells_the_remark(rules: Rulebook) -> None:
    remark = Remark(rule="hidden-characters", level=Level.WARNING, message="A letter is Greek.")
    finding = verbatim().model_copy(update={"remarks": (remark,)})
    heading = page(rules, a_report(finding)).find("h4", string="What needs work")
    assert said(heading.find_next("ul")).endswith(
        "The words stand in the source.; A letter is Greek."
    )


def test_the_words_that_a_cut_lost_are_marked_in_the_source_and_listed(rules: Rulebook) -> None:
    claim = page(rules, a_report(cut_short())).find(id="c1")
    source = claim.find_all("blockquote")[1]
    assert [said(mark) for mark in source("del")] == ["missing: if the money comes"]
    (item,) = claim.find("ol", class_="edits")("li")
    assert said(item).startswith("cut before what limits it : in the source: if the money comes")


def test_each_claim_shows_sign_word_speaker_and_message(rules: Rulebook) -> None:
    claim = page(rules).find(id="c1")
    assert said(claim.h4).startswith("✘ altered Ines Falk")
    assert said(claim.find("p", class_="message")).startswith("The source has “may”")
    assert "warning: The minutes are of 13 March." in said(claim)


def test_each_claim_shows_its_source_and_the_way_to_it(rules: Rulebook) -> None:
    text = said(page(rules).find(id="c1"))
    for words in (
        "Title Minutes",
        "Publisher Harbour Council",
        "Published 13 March 2025, 09:30 UTC",
        "Address https://council.example/minutes",
        "Read whole (recorded, given by hand)",
        "SHA-256 of the bytes 0000",
        "another degree of certainty or duty",
        "“may” became “will”.",
        "It has the words at second hand",
        "cited by the article",
        "42 bits of evidence, 27 asked for",
    ):
        assert words in text


def test_a_claim_without_a_source_says_so_in_its_place(rules: Rulebook) -> None:
    claim = page(rules).find(id="c6")
    assert "No source was compared: https://port.example/plan answered 404" in said(claim)
    assert len(claim.find_all("blockquote")) == 1
    assert [said(button) for button in claim("button")] == ["Copy sign-off command of claim 6"]


def test_the_whole_article_has_its_claims_marked_and_linked(rules: Rulebook) -> None:
    soup = page(rules)
    whole = soup.find("div", class_="whole")
    assert [link["href"] for link in whole("a")] == [f"#c{n}" for n in range(1, 7)]
    assert said(whole("mark")[0]) == "We will open the new ferry line in spring."
    assert soup.find(id="c1").find("a", href="#c1-m")
    assert soup.find(id="c1-m")


def test_what_it_takes_to_check_again(rules: Rulebook) -> None:
    text = said(page(rules))
    for words in (
        "provcheck 0.1.0",
        "cafe00112233",
        "(default)",
        f"SHA-256 {'ab' * 32}",
        "offline yes",
    ):
        assert words in text
    assert "It does not show that a source is genuine" in text


def test_several_articles_have_a_list_and_names_of_their_own(rules: Rulebook) -> None:
    soup = page(rules, a_report(), a_report(verbatim()))
    names = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(names) == len(set(names))
    assert [link["href"] for link in soup.nav("a")] == ["#a1-top", "#a2-top"]
    assert soup.find(id="a2-c1")


def test_every_link_in_the_page_leads_somewhere(rules: Rulebook) -> None:
    soup = page(rules, a_report(), a_report())
    names = {tag["id"] for tag in soup.find_all(id=True)}
    within = [a["href"][1:] for a in soup("a") if a["href"].startswith("#")]
    inner = [name for name in within if "=" not in name]
    assert set(within) - set(inner) == {"view=article", "view=list"}
    assert set(inner) <= names
    outer = [a for a in soup("a") if not a["href"].startswith("#")]
    assert outer
    for link in outer:
        assert link["href"].startswith(("http://", "https://"))
        assert set(link["rel"]) == {"noreferrer", "noopener", "nofollow"}


def test_the_policy_allows_just_this_style_and_script(rules: Rulebook) -> None:
    text = render((a_report(),), rules)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    assert policy[1].startswith("default-src 'none';")
    for tag in ("style", "script"):
        (inner,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]
    assert not re.search(r"\son\w+=|\sstyle=|url\(|@import|fetch\(|src=", text)


def test_controls_that_need_the_script_are_hidden_without_it(rules: Rulebook) -> None:
    for control in page(rules, a_full_report()).find_all(["select", "button", "input", "form"]):
        parents = (
            control.find_parent(class_="needs-script", hidden=True),
            control.find_parent("dialog"),
        )
        assert any(parents)


@pytest.mark.parametrize("payload", payloads(), ids=repr)
def test_hostile_words_stay_words(payload: str, rules: Rulebook) -> None:
    text = render((a_report_of(payload),), rules)
    soup = BeautifulSoup(text, "lxml")

    assert skeleton(soup) == skeleton(BeautifulSoup(render((a_report_of(TOKEN),), rules), "lxml"))
    assert {tag.name for tag in soup.find_all(name=True)} <= set(ALLOWED.split())
    assert not UNSEEN.search(text)
    assert visible(payload).strip("\n") in soup.h2.get_text()


def test_words_of_the_article_are_never_a_template(rules: Rulebook) -> None:
    assert "{{ 7 * 7 }}" in said(page(rules, a_report_of("{{ 7 * 7 }}")))


def test_what_was_sent_to_search_services_is_listed(rules: Rulebook) -> None:
    asked = Query(provider="brave", sent="we <b>go", host="find.example", outcome="2 results")
    kept = Query(provider="sitemap", sent="", host="strand.example", outcome="no results")
    title = "What was sent to search services"
    heading = page(rules, a_report(verbatim(), queries=(asked, kept))).find("h3", string=title)

    assert [said(item) for item in heading.find_next("ul").find_all("li")] == [
        "brave ( find.example ): we <b>go ; 2 results",
        "sitemap ( strand.example ): no words; no results",
    ]
    assert page(rules, a_report(verbatim())).find("h3", string=title) is None


def test_a_page_built_on_the_report_adds_nothing_unasked(rules: Rulebook) -> None:
    assert document((a_report(),), rules, Extras()) == render((a_report(),), rules)
    assert "connect-src" not in render((a_report(),), rules)


def test_a_page_built_on_the_report_brings_style_script_and_banner_of_its_own(
    rules: Rulebook,
) -> None:
    extras = Extras(style=".x { color: red }", script="void 0;", connect=True, banner="<b>Hi</b>")
    text = document((a_report(),), rules, extras)
    soup = BeautifulSoup(text, "lxml")

    policy = soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    assert "connect-src 'self';" in policy
    for tag, added in (("style", extras.style), ("script", extras.script)):
        inner = soup.find(tag).string
        assert inner.endswith(added)
        digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert soup.find(class_="banner").get_text() == "<b>Hi</b>"
