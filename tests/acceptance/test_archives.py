"""An article whose sources are gone or changed, checked on a small internet with archives."""

from collections.abc import Callable
from pathlib import Path

import internet
import pytest
from archiving import DAY, archives, gate, index, replay
from internet import World, online
from serving import answer

from provcheck import check
from provcheck.model.finding import Finding
from provcheck.model.report import Report
from provcheck.report.html.page import render as as_html
from provcheck.report.json import render as as_json
from provcheck.rulebook.archives import archive_rules
from provcheck.rulebook.book import load_rulebook
from provcheck.store.bundle.write import write_bundle
from provcheck.store.evidence import Store
from provcheck.store.warc.export import write_warc

WIRE = "https://wire.example/dike"
MOMENT = "20250122080000"
COPY = f"https://web.archive.org/web/{MOMENT}/{WIRE}"
WORDS = "The dike stood all night and we counted fourteen places where the water came over"
ARTICLE = f"""---
title: The dike
date: {DAY}
---

“{WORDS},” Ada Brandvold [told the Wire]({{url}}).
"""
STORY = (
    "<!doctype html><html lang=en><title>After the storm</title><main><h1>After the storm</h1>"
    "<p>The villages behind the dike waited for word.</p><p>“{}. Nobody has to leave the house,”"
    " Ada Brandvold said.</p><p>The road on the crest stays closed until Friday.</p></main></html>"
)
Checked = Callable[..., Report]


@pytest.fixture
def checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checked:
    """Check the article against a page of today and a copy of it; `world` has what was asked."""
    for at in archive_rules().paces:
        monkeypatch.setitem(archive_rules().paces, at, 0.0)
    monkeypatch.chdir(tmp_path)

    def run(today: bytes, *, copy: str | None = WORDS, url: str = WIRE, **known: object) -> Report:
        Path("article.md").write_text(ARTICLE.format(url=url))
        then = replay(MOMENT, STORY.format(copy).encode(), WIRE) if copy else {}
        listed = index(*([MOMENT] if copy else []), url=WIRE)
        if known.pop("by", "index") == "timegate":
            listed = gate(COPY, WIRE)
        hosts = {"wire.example": {"/dike": today}, **archives(listed, then)}
        with online(hosts, tmp_path, monkeypatch) as run.world:  # type: ignore[attr-defined]
            return check("article.md", internet.settings(tmp_path, **known))

    return run


def asked(checked: Checked) -> list[str]:
    """The archives that the last run asked."""
    world: World = checked.world  # type: ignore[attr-defined]
    hosts = {internet.host_of(request) for request in world.seen}
    return sorted(host for host in hosts if "arch" in host or "arquivo" in host)


def the(report: Report) -> tuple[str, list[str]]:
    (finding,) = report.findings
    return str(finding.verdict), [remark.rule for remark in finding.remarks]


def page(words: str) -> bytes:
    return answer(STORY.format(words).encode())


GONE = answer(b"", status="404 Not Found")


def test_a_page_that_bears_the_words_out_is_told_to_no_archive(checked: Checked) -> None:
    assert the(checked(page(WORDS))) == ("verbatim", [])
    assert asked(checked) == []


def test_the_address_of_the_article_itself_is_told_to_no_archive(
    checked: Checked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = "https://preview.example/draft"
    text = f'<html lang=en><p>“{WORDS},” Ada Brandvold <a href="{draft}">said</a>.</p></html>'
    hosts = {"preview.example": {"/draft": answer(text.encode())}, **archives()}
    with online(hosts, tmp_path, monkeypatch) as checked.world:  # type: ignore[attr-defined]
        report = check(draft, internet.settings(tmp_path, published=DAY))

    (finding,) = report.findings
    assert [step.lead.target for step in finding.trail if step.lead.target == draft] == [draft]
    assert asked(checked) == []


@pytest.mark.parametrize("today", [GONE, page(WORDS.replace("fourteen", "forty"))])
def test_nor_is_any_where_that_is_not_wanted(checked: Checked, today: bytes) -> None:
    report = checked(today, archives=False)

    assert the(report)[0] in {"unavailable", "altered"}
    assert asked(checked) == []
    assert ("archives", "not asked") in report.settings


def test_a_page_that_was_corrected_is_told_as_such(checked: Checked) -> None:
    report = checked(page(WORDS.replace("fourteen", "forty")))

    assert the(report) == ("verbatim", ["changed-later"])
    (finding,) = report.findings
    assert "2025-01-22" in finding.remarks[0].message
    assert [str(step.lead.kind) for step in finding.trail] == ["url", "archive"]


def test_a_page_that_was_corrected_to_what_was_quoted_is_told_as_such(checked: Checked) -> None:
    today = page(WORDS.replace("stood", "has stood"))
    report = checked(today, copy="The dike broke at noon and the cows were led to the church")

    assert the(report) == ("altered", ["changed-to-fit"])


def test_words_that_are_in_neither_are_not_found(checked: Checked) -> None:
    other = "The dike broke at noon and the cows were led to the church"

    assert the(checked(page(other), copy=other))[0] == "not-found"
    assert "web.archive.org" in asked(checked)


def test_that_no_archive_has_a_page_takes_nothing_from_a_verdict(checked: Checked) -> None:
    absent = page("The dike broke at noon and the cows were led to the church")

    assert the(checked(absent, copy=None))[0] == "not-found"
    altered = checked(page(WORDS.replace("fourteen", "forty")), copy=None, refresh=True)
    assert the(altered) == ("altered", [])


def test_a_dead_link_is_read_from_its_copy_and_both_addresses_are_shown(checked: Checked) -> None:
    report = checked(GONE)
    (finding,) = report.findings

    assert the(report) == ("verbatim", [])
    shown = (as_html((report,), load_rulebook()), as_json((report,), load_rulebook()))
    for text in shown:
        assert WIRE in text
        assert COPY in text
    assert source_of(finding) == (WIRE, COPY)


def test_a_link_to_a_copy_is_judged_as_the_page(checked: Checked) -> None:
    report = checked(GONE, url=COPY)
    (finding,) = report.findings

    assert the(report) == ("verbatim", [])
    assert source_of(finding) == (WIRE, COPY)


def source_of(finding: Finding) -> tuple[str, str]:
    assert finding.evidence.status == "found"
    return finding.evidence.snapshot.url, finding.evidence.snapshot.final_url


@pytest.mark.parametrize("copy", [WORDS, None])
@pytest.mark.parametrize("today", [GONE, page(WORDS.replace("fourteen", "forty"))])
def test_the_same_store_gives_the_same_report_without_a_network(
    checked: Checked, today: bytes, copy: str | None
) -> None:
    first = checked(today, copy=copy)
    again = checked(answer(b"other"), copy=None, offline=True)

    assert as_json((again,), load_rulebook()) == as_json((first,), load_rulebook())
    assert asked(checked) == []


@pytest.mark.parametrize("form", ["bundle", "web.warc.gz"])
@pytest.mark.parametrize("by", ["index", "timegate"])
def test_what_archives_told_can_be_handed_on(
    checked: Checked, tmp_path: Path, form: str, by: str
) -> None:
    first = checked(GONE, by=by)
    store, target = Store(tmp_path / "kept"), tmp_path / form
    (write_bundle if form == "bundle" else write_warc)(store, target)

    again = checked(GONE, copy=None, offline=True, store=None, sources=(target,))

    assert the(again) == the(first) == ("verbatim", [])
    assert source_of(again.findings[0]) == source_of(first.findings[0])
    assert asked(checked) == []


def test_without_a_network_and_a_record_no_archive_is_spoken_of(checked: Checked) -> None:
    report = checked(GONE, offline=True)

    (finding,) = report.findings
    assert str(finding.verdict) == "unavailable"
    assert [str(step.lead.kind) for step in finding.trail] == ["url"]
