import pytest
from building import a_source, found
from reporting import a_report, altered, on_pages, unavailable, unsourced, verbatim

from provcheck.model.finding import Finding
from provcheck.report.matters import matters
from provcheck.report.sarif.results import PASSAGE, for_scanning, in_full


def both(finding: Finding) -> tuple[dict, dict]:
    report = a_report(finding)
    matter = matters(report)[0]
    return for_scanning(matter, report), in_full(matter, report)


@pytest.mark.parametrize("finding", [unsourced(), unavailable()], ids=["unsourced", "unavailable"])
def test_without_a_source_there_is_no_related_location(finding: Finding) -> None:
    for result in both(finding):
        assert "relatedLocations" not in result
        assert "The source," not in result["message"]["text"]


def test_both_have_the_same_place_and_fingerprint() -> None:
    scanning, full = both(altered())

    assert scanning["locations"] == full["locations"]
    assert scanning["partialFingerprints"] == full["partialFingerprints"]
    assert scanning["properties"] == {"claim": "q-ferry", "verdict": "altered"}


def test_the_region_ends_behind_the_last_character() -> None:
    region = both(altered())[0]["locations"][0]["physicalLocation"]["region"]

    assert region == {"startLine": 2, "startColumn": 35, "endLine": 2, "endColumn": 77}


def test_the_page_of_a_paged_source_is_told() -> None:
    for result in both(on_pages(altered(), 0, 5)):
        assert ", page 2, " in result["message"]["text"]


def test_a_long_passage_is_cut() -> None:
    text = "The quay was never safe. " + "It never was. " * 90 + "Nobody asked the crews."
    finding = verbatim()
    pieces = tuple(
        piece.model_copy(
            update={"source": piece.source.model_copy(update={"start": at, "end": at + 22})}
        )
        for piece, at in zip(finding.alignment.pieces, (0, len(text) - 22), strict=True)
    )
    long = finding.model_copy(
        update={
            "evidence": found(a_source(text)),
            "alignment": finding.alignment.model_copy(update={"pieces": pieces}),
        }
    )
    for result in both(long):
        assert len(result["message"]["text"]) < PASSAGE + 300
    assert "…" in both(long)[0]["message"]["text"]
