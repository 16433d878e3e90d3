"""The article that this program was asked for, checked on a small internet with a library.

The seed `harbour-talks` has its form. The library holds what an editor's desk has read; the rest is
reached over the internet, of which two claims need an onward hop.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from internet import World, online, settings
from serving import answer, redirect

from provcheck.model.finding import Finding
from provcheck.model.report import Report
from provcheck.pipeline import check

SEED = Path(__file__).parents[2] / "seeds" / "harbour-talks"
ID = "1897200000000000003"  # 5 March 2025
EMBED, OEMBED, WAYBACK = "cdn.syndication.twimg.com", "publish.twitter.com", "web.archive.org"
POSTED = (
    "Twenty Grenmark pilots in Port Havel by midsummer? Chancellor Jorun Avelline has named her "
    "terms, and the fishing grounds come first"
)
STATEMENT = "https://chancellery.sundarra.example/statements/harbour-dues"
SURVEY = "https://tihs.example/surveys/outer-basin"
REPORT = "https://port-havel.example/reports/2025-03-06"
BERTHS = "https://northgate-wire.example/port-havel-berths"
COURIER = """<html lang="en"><title>Sundarra shrugs off the dues | Sound Courier</title><article>
<h1>Sundarra shrugs off the dues</h1><p>The talks went on in Tarnholm.</p>
<p>In <a href="{url}">a statement</a> the Chancellery said: “In short, the table of dues was stale
when it was printed.” It added: “Our door stays open for anybody who brings a chart instead of a
bill.”</p><p>Nobody at the lock office would say how many ships had turned back by then.</p>
</article>"""
BASIN = """<html lang="en"><title>The outer basin | Tarnholm Institute for Harbour Studies</title>
<article><h1>The outer basin of Port Havel, a survey</h1><p>By the first week of March, half of the
outer basin has been dug and two further barges are on their way from the salt quay.</p><p>The
depths were sounded on three mornings at low water and are given in metres below datum.</p>
</article>"""
STUB = """<html lang="en"><title>Freight lines leave crowded Port Havel | Northgate Wire</title>
<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>
<article><h1>Freight lines leave crowded Port Havel</h1><p>Subscribe to read on.</p></article>"""
OLD_POST = f"""<html><head><title>Halden Broadcasting on Twitter</title>
<meta property="og:title" content="Halden Broadcasting on Twitter">
<meta property="og:description" content="“{POSTED} https://t.co/hV4mTqLw2p”">
<meta property="og:url" content="https://twitter.com/haldenbcast/status/{ID}">
<link rel="canonical" href="https://twitter.com/haldenbcast/status/{ID}"></head><body></body>"""


def a_page(html: str) -> bytes:
    return answer(html.encode())


def a_report(basin: str = "half") -> str:
    """The port report as a page that links the survey which it quotes."""
    text = (
        (SEED / "sources" / "port-report.txt").read_text().replace("half of the", f"{basin} of the")
    )
    lines = [line for line in text.split("\n") if line]
    linked = [
        line.replace("According to", f"According to <a href='{SURVEY}'>a survey</a> of", 0)
        for line in lines
    ]
    linked = [
        line.replace(
            "Tarnholm Institute for Harbour Studies",
            f"<a href='{SURVEY}'>Tarnholm Institute for Harbour Studies</a>",
        )
        for line in linked
    ]
    body = "".join(f"<p>{line}</p>" for line in linked[1:])
    return f"<html lang=en><title>{lines[0]}</title><article><h1>{lines[0]}</h1>{body}</article>"


def a_post() -> bytes:
    text = f"{POSTED} https://t.co/hV4mTqLw2p https://t.co/Rb7yKx0ZsN"
    links = [
        {
            "url": "https://t.co/hV4mTqLw2p",
            "indices": [len(POSTED) + 1, len(POSTED) + 24],
            "expanded_url": "https://halden-broadcasting.example/transcripts/avelline-kestrel-bay",
        }
    ]
    said = {
        "__typename": "Tweet", "id_str": ID, "lang": "en", "text": text,
        "created_at": "2025-03-05T18:20:00.000Z", "display_text_range": [0, len(POSTED) + 24],
        "entities": {"urls": links}, "user": {"name": "Halden Broadcasting",
                                              "screen_name": "haldenbcast"},
    }  # fmt: skip
    return answer(json.dumps(said).encode(), content_type="application/json")


def hosts() -> dict[str, dict[str, bytes]]:
    """The small internet on a good day."""
    interview = (SEED / "sources" / "halden-interview.txt").read_bytes()
    statement = (SEED / "sources" / "chancellery-statement.html").read_bytes()
    told = answer(interview, content_type="text/plain; charset=utf-8")
    return {
        "t.co": {
            "/hV4mTqLw2p": redirect(
                "https://halden-broadcasting.example/transcripts/avelline-kestrel-bay"
            ),
            "/Rb7yKx0ZsN": redirect(f"https://twitter.com/haldenbcast/status/{ID}/photo/1"),
        },
        EMBED: {"*": a_post()},
        OEMBED: {},
        "halden-broadcasting.example": {"/transcripts/avelline-kestrel-bay": told},
        "chancellery.sundarra.example": {"/statements/harbour-dues": answer(statement)},
        "tihs.example": {"/surveys/outer-basin": a_page(BASIN)},
        "port-havel.example": {"/reports/2025-03-06": a_page(a_report())},
        "northgate-wire.example": {
            "/port-havel-berths": answer((SEED / "sources" / "northgate-berths.html").read_bytes())
        },
        WAYBACK: {},
        "archive.org": {},
        "arquivo.pt": {},
    }


def add(folder: Path, library: dict[str, dict[str, object]]) -> None:
    """Put into the library what the desk has read: as an editor does, by the command."""
    shelf = folder / "desk"
    shelf.mkdir()
    entries = []
    for name, entry in library.items():
        html = entry.pop("html", None)
        if html is None:
            shutil.copy(SEED / "sources" / name, shelf / name)
        else:
            (shelf / name).write_text(str(html))
        entries.append({"file": name, **entry})
    (shelf / "sources.json").write_text(json.dumps(entries))
    run = subprocess.run(
        [sys.executable, "-m", "provcheck.cli.main", "library", "add", str(shelf),
         "--store", str(folder / "kept")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr


def library() -> dict[str, dict[str, object]]:
    return {
        "courier.html": {
            "html": COURIER.format(url=STATEMENT),
            "url": "https://sound-courier.example/dues",
            "publisher": "Sound Courier",
            "published": "2025-03-05",
        },
        "report.html": {"html": a_report(), "url": REPORT, "published": "2025-03-06"},
        "northgate-berths.html": {
            "url": BERTHS, "publisher": "Northgate Wire", "published": "2025-03-04",
        },
        "halden-interview.txt": {
            "url": "https://halden-broadcasting.example/transcripts/avelline-kestrel-bay",
            "publisher": "Halden Broadcasting", "published": "2025-03-05",
        },
        "pallaway-speech.html": {
            "url": "https://tihs.example/events/pallaway-lecture",
            "publisher": "Tarnholm Institute for Harbour Studies", "published": "2025-03-04",
        },
    }  # fmt: skip


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    with online(hosts(), tmp_path, monkeypatch) as world:
        yield world


def by_words(report: Report) -> dict[str, Finding]:
    return {" ".join(each.claim.words.split()[:5]): each for each in report.findings}


def test_every_claim_reaches_a_source_and_the_right_verdict(world: World, tmp_path: Path) -> None:
    assert world
    add(tmp_path, library())
    report = check(str(SEED / "article.txt"), settings(tmp_path))

    expected = json.loads((SEED / "expected.json").read_text())["claims"]
    got = [str(finding.verdict) for finding in report.findings]
    assert got == [claim["verdict"] for claim in expected]
    hops = [f for f in report.findings if any(s.matched and s.lead.hop for s in f.trail)]
    assert len(hops) >= 2
    assert all(finding.primary for finding in hops)


def linked() -> str:
    """The same article as a page that links its sources."""
    text = (SEED / "article.txt").read_text()
    links = {
        "Thursday port report": REPORT,
        "told Northgate Wire": BERTHS,
        "The report then notes": BERTHS,
        "the report adds": REPORT,
    }
    for words, url in links.items():
        text = text.replace(words, f'<a href="{url}">{words}</a>')
    lines = [line for line in text.split("\n") if line]
    *body, _byline, _day = [f"<p>{line}</p>" for line in lines]
    head = '<meta property="article:published_time" content="2025-03-06T17:25:00+00:00">'
    return (
        f"<html lang=en><head>{head}<title>Talks</title></head><article>{''.join(body)}</article>"
    )


def test_the_verdicts_change_as_an_editor_would_want(world: World, tmp_path: Path) -> None:
    capture = "/web/20250306180000id_/"
    world.hosts[EMBED] = {"*": answer(b"{}", content_type="application/json")}
    world.hosts["northgate-wire.example"] = {"/port-havel-berths": a_page(STUB)}
    world.hosts["port-havel.example"] = {"/reports/2025-03-06": a_page(a_report("a quarter"))}
    world.hosts[WAYBACK] = {"*": archive(capture)}
    (tmp_path / "talks.html").write_text(linked())

    report = check(str(tmp_path / "talks.html"), settings(tmp_path))

    found = by_words(report)
    post = found["Twenty Grenmark pilots in Port"]
    assert (post.verdict, post.evidence.status) == ("verbatim", "found")
    assert post.evidence.snapshot.mode == "archive"
    wire = found["Freight lines are leaving Port"]
    assert wire.verdict == "unavailable"
    assert "paywall" in wire.message
    survey = found["According to the Tarnholm Institute"]
    assert survey.verdict == "verbatim"
    assert "changed-later" in [remark.rule for remark in survey.remarks]


def archive(capture: str):
    """The archive: an index that knows the post and the port report, and their captures."""
    pages = {
        f"{capture}https://twitter.com/haldenbcast/status/{ID}": a_page(OLD_POST),
        f"{capture}{REPORT}": a_page(a_report()),
    }

    async def tell(request, writer) -> None:
        if request.path.startswith("/cdx/"):
            rows = [["timestamp", "original", "statuscode", "digest"]]
            for path in pages:
                original = path.removeprefix(capture)
                if any(mark in request.path for mark in (ID, "reports")) and (
                    (ID in original) == (ID in request.path)
                ):
                    rows.append(["20250306180000", original, "200", "A" * 32])
            said = answer(json.dumps(rows).encode(), content_type="application/json")
        else:
            said = pages.get(request.path, answer(b"", status="404 Not Found"))
        writer.write(said)
        await writer.drain()

    return tell
