"""The way from a citation to its source: redirects, copies, and on to what a source credits."""

import json
from pathlib import Path

import pytest

from provcheck.model.finding import Finding
from provcheck.pipeline import check
from provcheck.rulebook.book import load_rulebook
from provcheck.settings import Settings

RULES = load_rulebook()
WORDS = "The pier will be closed for good before the winter comes"
WIRE, BOARD = "https://wire.example/a", "https://board.example/report"
QUOTING = (
    f'<html lang=en><title>Pier closes</title><p>“{WORDS},” the Harbour Board said in <a href="{BOARD}">its report'  # noqa: E501
    "</a>.</p>"
)
REPORT = f"<html lang=en><title>Report</title><p>{WORDS}. The cranes go first.</p>"
ARTICLE = f"# Pier\n\n“{WORDS},” the Harbour Board said, [as the wire reported]({WIRE}).\n"


def judged(folder: Path, *entries: dict[str, object], **files: str) -> Finding:
    sources = folder / "sources"
    sources.mkdir()
    for name, text in files.items():
        (sources / f"{name}.html").write_text(text)
    (sources / "sources.json").write_text(json.dumps(entries))
    (folder / "a.md").write_text(ARTICLE)
    return check(str(folder / "a.md"), Settings(sources=(sources,), offline=True), RULES).findings[
        0
    ]


def statuses(finding: Finding) -> list[tuple[str, str]]:
    return [(step.status, str(step.lead.standing)) for step in finding.trail]


def test_a_source_that_credits_another_at_hand_leads_on_to_it(tmp_path: Path) -> None:
    entries = ({"file": "wire.html", "url": WIRE}, {"file": "board.html", "url": BOARD})
    finding = judged(tmp_path, *entries, wire=QUOTING, board=REPORT)

    assert str(finding.verdict) == "verbatim"
    assert ("found", "onward") in statuses(finding)
    assert finding.primary is True
    assert "second-hand" not in [remark.rule for remark in finding.remarks]


def test_a_source_that_credits_another_that_is_not_at_hand_is_second_hand(tmp_path: Path) -> None:
    finding = judged(tmp_path, {"file": "wire.html", "url": WIRE}, wire=QUOTING)

    assert str(finding.verdict) == "verbatim"
    assert finding.primary is False
    assert "second-hand" in [remark.rule for remark in finding.remarks]


def test_sources_that_credit_each_other_are_walked_once(tmp_path: Path) -> None:
    back = REPORT.replace("The cranes", f'As <a href="{WIRE}">the wire</a> said, the cranes')
    entries = ({"file": "wire.html", "url": WIRE}, {"file": "board.html", "url": BOARD})
    finding = judged(tmp_path, *entries, wire=QUOTING, board=back)

    targets = [step.lead.target for step in finding.trail]
    assert len(targets) == len(set(targets))


def test_a_chain_of_sources_that_credit_each_other_ends(tmp_path: Path) -> None:
    pages = {
        f"p{number}": QUOTING.replace(BOARD, f"https://p{number + 1}.example/")
        for number in range(7)
    }
    entries = [{"file": f"{name}.html", "url": f"https://{name}.example/"} for name in pages]
    entries[0]["url"] = WIRE
    finding = judged(tmp_path, *entries, **pages)

    hops = [step.lead.hop for step in finding.trail if step.status == "found"]
    assert hops == [0, 1, 2, 3]


@pytest.mark.parametrize("hops", [1, 3])
def test_redirects_are_followed(tmp_path: Path, hops: int) -> None:
    chain = [WIRE, *(f"https://wire.example/{i}" for i in range(hops))]
    entries = [
        {"url": here, "redirect_to": there}
        for here, there in zip(chain, chain[1:], strict=False)  # noqa: RUF007
    ]
    finding = judged(tmp_path, *entries, {"file": "wire.html", "url": chain[-1]}, wire=REPORT)

    assert str(finding.verdict) == "verbatim"
    assert finding.evidence.status == "found"
    assert finding.evidence.snapshot.url == WIRE
    assert finding.evidence.snapshot.final_url == chain[-1]
    assert len(finding.evidence.snapshot.hops) == hops + 1


def test_a_page_that_was_changed_later_is_borne_out_by_its_copy(tmp_path: Path) -> None:
    entries = (
        {"file": "now.html", "url": WIRE},
        {"file": "then.html", "url": WIRE, "archived_at": "2025-03-01T00:00:00Z"},
    )
    finding = judged(
        tmp_path, *entries, now=REPORT.replace(WORDS, "Nothing is decided"), then=REPORT
    )

    assert str(finding.verdict) == "verbatim"
    assert "changed-later" in [remark.rule for remark in finding.remarks]


def test_a_dead_link_without_a_copy_is_unavailable(tmp_path: Path) -> None:
    finding = judged(tmp_path, {"url": WIRE, "status": 410})

    assert str(finding.verdict) == "unavailable"
    assert "410" in finding.message


def test_a_source_that_credits_hundreds_leads_on_to_a_few(tmp_path: Path) -> None:
    links = " ".join(f'<a href="https://h{i}.example/">{i}</a>' for i in range(200))
    crediting = QUOTING.replace(f'<a href="{BOARD}">its report</a>', f"its reports ({links})")
    finding = judged(tmp_path, {"file": "wire.html", "url": WIRE}, wire=crediting)

    assert str(finding.verdict) == "verbatim"
    assert statuses(finding).count(("unavailable", "onward")) == 20
    assert "second-hand" in [remark.rule for remark in finding.remarks]
