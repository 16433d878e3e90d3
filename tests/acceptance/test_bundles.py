"""Evidence that is handed on: the same report from a bundle, elsewhere and without a network."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import Site, answer, redirect, running

from provcheck import check
from provcheck.report.formats import FORMATS
from provcheck.rulebook.book import load_rulebook
from provcheck.settings import Limits, Settings
from provcheck.store.bundle.check import bundle_faults
from provcheck.store.bundle.read import read_bundle
from provcheck.store.bundle.write import write_bundle
from provcheck.store.evidence import Store
from provcheck.store.record import Chained, Fetch, Run
from provcheck.store.redact import redact
from provcheck.store.warc.export import write_warc

SPEECH = (
    "<html lang=en><title>Speech by Ada Brandvold</title><body><article><h1>Speech</h1>"
    "<p>We will not close the north pier for the winter. The cranes go first.</p>"
    "<p>There is no second plan for the harbour, and there never was one.</p></article>"
)
NOTE = "Note of the desk\n\nThe ferries will sail again in the spring, said Ada Brandvold.\n"
PIER = (
    "<html lang=en><title>The pier</title><body><article><h1>The pier</h1>"
    "<p>“We will close the north pier for the winter,” Ada Brandvold said "
    "<a href='{url}/old-speech'>in a speech</a>.</p>"
    "<p>“There is no second plan for the harbour,” she added <a href='{url}/speech'>there</a>.</p>"
    "<p>“Nobody sang on the quay that night,” Tor Hagen said <a href='{url}/gone'>later</a>.</p>"
    "<p>“The ferries will sail again in the spring,” Ada Brandvold said.</p></article>"
)
QUAY = (
    "<html lang=en><title>The quay</title><body><article><h1>The quay</h1>"
    "<p>“There is a second plan for the harbour,” Ada Brandvold said "
    "<a href='{url}/speech'>in a speech</a>.</p></article>"
)


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    with running(site):
        site.routes |= {
            "/old-speech": redirect("/speech", "301 Moved"),
            "/speech": answer(SPEECH.encode(), ETag='"1"'),
            "/gone": answer(b"", status="410 Gone"),
            "/quay": answer(QUAY.format(url=site.url).encode()),
        }
        yield site


@pytest.fixture
def desk(site: Site, tmp_path: Path) -> Path:
    """A folder with an article in it, and notes beside."""
    desk = tmp_path / "desk"
    (desk / "notes").mkdir(parents=True)
    (desk / "pier.html").write_text(PIER.format(url=site.url))
    (desk / "notes" / "ferries.txt").write_text(NOTE)
    return desk


ROOT = Path(__file__).parents[2]
QUICK = Limits(host_interval=0, retry_wait=0)


def reports(article: str, *sources: Path, **settings: object) -> tuple[str, str]:
    """The JSON and the HTML of a run on `article`."""
    told = {"sources": sources, "private": ("127.0.0.1",), "limits": QUICK, **settings}
    report = check(article, Settings.model_validate(told))
    rules = load_rulebook()
    return FORMATS["json"]((report,), rules), FORMATS["html"]((report,), rules)


def elsewhere(desk: Path, *names: str) -> Path:
    """Another desk that was sent `names`, and nothing else of this one."""
    other = desk.parent / "other desk"
    other.mkdir()
    for name in names:
        (desk / name).rename(other / name)
    shutil.rmtree(desk)
    return other


def verdicts(report: str) -> list[str]:
    (article,) = json.loads(report)["articles"]
    return [finding["verdict"] for finding in article["findings"]]


@pytest.fixture
def pier(desk: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """What the first run found, on the desk, with the network and notes by hand."""
    monkeypatch.chdir(desk)
    return reports("pier.html", Path("notes"), store=Path("kept"))


def test_a_bundle_gives_the_report_that_the_run_gave(
    site: Site, desk: Path, pier: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert verdicts(pier[0]) == ["altered", "verbatim", "unavailable", "verbatim"]
    store = Store(desk / "kept")
    write_bundle(store, desk / "all")
    write_bundle(store, desk / "one", tuple(runs_of(store)))
    asked = len(site.seen)
    other = elsewhere(desk, "all", "one", "pier.html")
    monkeypatch.chdir(other)

    for name in ("all", "one"):
        assert reports("pier.html", Path(name), offline=True) == pier
        assert bundle_faults(read_bundle(other / name)) == ()
    assert len(site.seen) == asked
    assert sorted(p.name for p in other.iterdir()) == ["all", "one", "pier.html"]


def runs_of(store: Store) -> list[int]:
    return [said.seq for said in store.ledger.chained() if isinstance(said.record, Run)]


def test_a_bundle_of_several_runs_gives_each_its_own(
    site: Site, desk: Path, pier: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when pages changed and were fetched again in between, and other notes were given."""
    site.routes["/speech"] = answer(SPEECH.replace("no second", "a second").encode())
    url = f"{site.url}/quay"
    quay = reports(url, store=Path("kept"), refresh=True)
    assert verdicts(quay[0]) == ["verbatim"]
    write_bundle(Store(desk / "kept"), desk / "bundle")
    asked = len(site.seen)
    monkeypatch.chdir(elsewhere(desk, "bundle", "pier.html"))

    assert reports("pier.html", Path("bundle"), offline=True) == pier
    assert reports(url, Path("bundle"), offline=True) == quay
    assert len(site.seen) == asked


def test_a_page_that_was_removed_is_told_and_never_looked_for_in_vain(
    desk: Path, pier: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(desk / "kept")
    (name,) = {f.record.sha256 for f in fetches(store) if f.record.sha256}
    redact(store, name, "a private address")
    write_bundle(store, desk / "bundle")
    monkeypatch.chdir(elsewhere(desk, "bundle", "pier.html"))

    report, _ = reports("pier.html", Path("bundle"), offline=True)

    assert verdicts(pier[0])[0] == "altered"
    assert verdicts(report) == ["unavailable", "unavailable", "unavailable", "verbatim"]
    assert "removed on purpose: a private address" in report


def fetches(store: Store) -> list[Chained]:
    return [said for said in store.ledger.chained() if isinstance(said.record, Fetch)]


def test_one_flipped_bit_in_a_bundle_is_noticed(desk: Path, pier: tuple[str, str]) -> None:
    write_bundle(Store(desk / "kept"), desk / "bundle")
    pages = [p for p in (desk / "bundle" / "objects").rglob("*") if p.is_file()]
    (page,) = [p for p in pages if b"<title>Speech" in p.read_bytes()]
    page.write_bytes(page.read_bytes().replace(b"We will not", b"We will nov", 1))

    report, _ = reports("pier.html", Path("bundle"), offline=True)

    assert verdicts(pier[0])[0] == "altered"
    assert verdicts(report) == ["unavailable", "unavailable", "unavailable", "verbatim"]
    assert "the stored copy is damaged" in report
    assert bundle_faults(read_bundle(desk / "bundle")) == (f"{page}: damaged",)


@pytest.mark.parametrize("name", ["web.warc", "web.warc.gz"])
def test_a_warc_answers_as_the_web_did(
    desk: Path, pier: tuple[str, str], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_warc(Store(desk / "kept"), desk / name)
    monkeypatch.chdir(elsewhere(desk, name, "pier.html"))

    report, page = reports("pier.html", Path(name), offline=True)

    assert verdicts(report)[:2] == verdicts(pier[0])[:2]
    assert "north pier" in page


def test_pages_of_a_warc_that_was_given_by_hand_go_into_a_bundle(
    desk: Path, pier: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_warc(Store(desk / "kept"), desk / "web.warc.gz")
    first = reports("pier.html", Path("web.warc.gz"), offline=True, store=Path("new"))
    write_bundle(Store(desk / "new"), desk / "bundle")
    monkeypatch.chdir(elsewhere(desk, "bundle", "pier.html"))

    assert verdicts(pier[0])[:2] == verdicts(first[0])[:2]
    assert reports("pier.html", Path("bundle"), offline=True) == first


def test_the_program_writes_the_same_bytes_from_a_bundle(desk: Path) -> None:
    """In processes of their own, whose hashes of text differ."""
    run(desk, "pier.html", "--sources", "notes", "--offline", "--store", "kept", *FILES)
    first = [(desk / name).read_bytes() for name in ("r.json", "r.html")]
    run(desk, "store", "export", "bundle", "--store", "kept", "--article", "pier.html")
    other = elsewhere(desk, "bundle", "pier.html")

    run(other, "pier.html", "--sources", "bundle", "--offline", *FILES)

    assert [(other / name).read_bytes() for name in ("r.json", "r.html")] == first


FILES = ("--format=json=r.json", "--report=r.html")


def run(folder: Path, *options: str) -> None:
    command = [sys.executable, "-m", "provcheck.cli.main", *options]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "random"}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
