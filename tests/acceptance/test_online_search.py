"""A quotation without a link, looked for online: only where that is asked for, and told of."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from internet import World, online, settings
from serving import answer

from provcheck.model.report import Report
from provcheck.pipeline import check
from provcheck.settings import Key

WORDS = "Eleven winters I have trimmed that lamp, and it has never once asked me for a pension"
PAGE = f"<html lang=en><title>The lamp</title><p>“{WORDS},” Mirabel Tove told Skerry Radio.</p>"
GDELT, CHECKS, RADIO = (
    "api.gdeltproject.org",
    "factchecktools.googleapis.com",
    "skerry-radio.example",
)
URL = f"https://{RADIO}/lamp"
ENDPOINT = f"https://{CHECKS}/v1alpha1/claims:search"


def an_article(outlet: str) -> str:
    day = datetime.now(UTC).date()
    head = f'<meta property="article:published_time" content="{day}T06:00:00+00:00">'
    secret = "On Friday the mayor is to resign."  # noqa: S105  (a draft)
    quoted = f"“{WORDS},” Mirabel Tove told {outlet}."
    return f"<html lang=en><head>{head}</head><article><p>{secret}</p><p>{quoted}</p></article>"


def as_json(said: object) -> bytes:
    return answer(json.dumps(said).encode(), content_type="application/json")


HOSTS = {
    GDELT: {"*": as_json({"articles": [{"url": URL, "title": "The lamp", "domain": RADIO}]})},
    CHECKS: {
        "*": as_json(
            {
                "claims": [
                    {
                        "text": WORDS,
                        "claimReview": [
                            {
                                "publisher": {"name": "Halden Facts"},
                                "url": "https://facts.example/lamp",
                                "title": "The lamp",
                                "textualRating": "True",
                            }
                        ],
                    }
                ]
            }
        )
    },
    RADIO: {"/lamp": answer(PAGE.encode())},
}


def run(world: World, folder: Path, outlet: str = "Skerry Radio", **known: object) -> Report:
    assert world
    (folder / "draft.html").write_text(an_article(outlet))
    keys = (Key(endpoint=ENDPOINT, field="X-Goog-Api-Key", secret="s3cr3t"),)  # noqa: S106
    return check(str(folder / "draft.html"), settings(folder, keys=keys, **known))


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with online(HOSTS, tmp_path, monkeypatch) as world:
        yield world


def test_nobody_is_asked_unless_that_is_wanted(world: World, tmp_path: Path) -> None:
    report = run(world, tmp_path)

    assert [str(f.verdict) for f in report.findings] == ["unavailable"]
    assert world.seen == []
    assert report.queries == ()


def test_what_is_found_at_the_outlet_that_is_named_is_its_source(
    world: World, tmp_path: Path
) -> None:
    report = run(world, tmp_path, search=("gdelt-doc", "factcheck"))

    (finding,) = report.findings
    assert (finding.verdict, finding.evidence.snapshot.url) == ("verbatim", URL)
    assert [remark.rule for remark in finding.remarks] == ["fact-checked"]
    assert [query.provider for query in report.queries] == ["gdelt-doc", "factcheck"]
    assert all(query.sent and query.sent in WORDS for query in report.queries)
    sent = b"".join(request.raw for request in world.seen)
    assert b"resign" not in sent
    assert b"mayor" not in sent
    kept = b"".join(p.read_bytes() for p in (tmp_path / "kept").rglob("*") if p.is_file())
    assert b"s3cr3t" not in kept
    before = len(world.seen)
    again = run(world, tmp_path, search=("gdelt-doc", "factcheck"), offline=True)
    assert again == report
    assert len(world.seen) == before


def test_what_is_found_elsewhere_is_not_taken_for_it(world: World, tmp_path: Path) -> None:
    report = run(world, tmp_path, outlet="Reuters", search=("gdelt-doc",))

    (finding,) = report.findings
    assert finding.verdict == "unavailable"
    assert [remark.rule for remark in finding.remarks] == ["found-elsewhere"]
