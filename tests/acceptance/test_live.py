"""The program as a user runs it: over TLS on loopback, with a store, again without a network."""

import asyncio
import json
import os
import signal
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme
from serving import Request, Site, answer, redirect, running

SPEECH = (
    "<html lang=en><title>Speech by Ada Brandvold</title><body><article><h1>Speech</h1>"
    "<p>We will not close the north pier for the winter. The cranes go first.</p>"
    "<p>There is no second plan for the harbour, and there never was one.</p></article>"
)
ARTICLE = (
    "<html lang=en><title>The pier</title><body><article><h1>The pier</h1>"
    "<p>“We will close the north pier for the winter,” Ada Brandvold said "
    "<a href='{url}/old-speech'>in a speech</a>.</p>"
    "<p>“There is no second plan for the harbour,” she added <a href='{url}/speech'>there</a>.</p>"
    "<p>“Nobody sang on the quay that night,” Tor Hagen said <a href='{url}/gone'>later</a>.</p>"
    "</article>"
)
RUNS = int(os.environ.get("PROVCHECK_RUNS", "3"))  # with as many hash seeds
SECRET = "s3cr3t-canary-value"  # noqa: S105


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def site(authority: trustme.CA, tmp_path: Path) -> Iterator[Site]:
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(tls)
    site = Site(tls=tls)
    with running(site):
        url = f"https://localhost:{site.port}"
        site.routes |= {
            "/article": answer(ARTICLE.format(url=url).encode()),
            "/old-speech": redirect("/speech", "301 Moved"),
            "/speech": answer(SPEECH.encode(), ETag='"1"'),
            "/gone": answer(b"", status="410 Gone"),
        }
        yield site


def provcheck(
    folder: Path, *options: str, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "provcheck.cli.main", *options],
        cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, **(env or {})},
    )  # fmt: skip


def online(site: Site) -> tuple[str, ...]:
    return f"https://localhost:{site.port}/article", "--allow-private", "localhost"


def verdicts(path: Path) -> list[str]:
    (article,) = json.loads(path.read_text())["articles"]
    return [finding["verdict"] for finding in article["findings"]]


def test_an_address_is_checked_with_the_pages_that_it_links(site: Site, tmp_path: Path) -> None:
    run = provcheck(tmp_path, *online(site), "--cacert", "ca.pem", "-f", "json=a.json")

    assert run.returncode == 1, run.stderr
    assert run.stderr == ""
    assert "leaves out “not”" in run.stdout
    assert "answered 410 Gone" in run.stdout
    assert verdicts(tmp_path / "a.json") == ["altered", "verbatim", "unavailable"]
    assert (tmp_path / "article.provenance.html").exists()
    assert (tmp_path / ".provcheck" / ".gitignore").read_text().strip() == "*"


def test_a_file_that_links_is_checked_with_an_authority_from_the_environment(
    site: Site, tmp_path: Path
) -> None:
    url = f"https://localhost:{site.port}"
    (tmp_path / "pier.html").write_text(ARTICLE.format(url=url))
    run = provcheck(
        tmp_path, "pier.html", "--allow-private", "localhost", "--no-store", "-f", "json=a.json",
        env={"SSL_CERT_FILE": "ca.pem"},
    )  # fmt: skip

    assert run.returncode == 1, run.stderr
    assert verdicts(tmp_path / "a.json") == ["altered", "verbatim", "unavailable"]
    assert not (tmp_path / ".provcheck").exists()


@pytest.mark.parametrize(
    ("options", "why"),
    [
        pytest.param((), "not a public one", id="a private address"),
        pytest.param(("--allow-private", "localhost"), "known authority", id="no trust"),
    ],
)
def test_an_article_that_cannot_be_fetched_is_one_line(
    site: Site, tmp_path: Path, options: tuple[str, ...], why: str
) -> None:
    run = provcheck(tmp_path, f"https://localhost:{site.port}/article", *options)

    assert run.returncode == 2
    assert why in run.stderr or "local" in run.stderr
    assert "see --allow-private and --cacert" in run.stderr
    assert run.stderr.count("\n") == 1
    assert run.stdout == ""


def test_the_same_store_gives_the_same_report_without_a_network(site: Site, tmp_path: Path) -> None:
    options = ("--allow-private", "localhost", "--cacert", "ca.pem", "--store", "kept")
    article = f"https://localhost:{site.port}/article"
    outputs = []
    online, offline = (), ("--offline",)
    for number, more in enumerate([online, online, *[offline] * (RUNS - 2)]):
        files = (f"--format=json=r{number}.json", f"--report=r{number}.html")
        seed = {"PYTHONHASHSEED": str(number)}
        assert provcheck(tmp_path, article, *options, *files, *more, env=seed).returncode == 1
        names = (f"r{number}.json", f"r{number}.html")
        outputs.append(tuple((tmp_path / name).read_bytes() for name in names))

    assert len(set(outputs)) == 1
    assert site.paths().count("/speech") == 2  # once for each of the addresses that lead to it
    assert site.paths().count("/gone") == 2  # failures are tried again while there is a network


def test_no_secret_of_the_environment_goes_anywhere(site: Site, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / ".netrc").write_text(f"machine localhost login ada password {SECRET}\n")
    (home / ".gitconfig").write_text(f"[http]\n\textraHeader = X: {SECRET}\n")
    names = ("GITHUB_TOKEN", "AWS_SECRET_ACCESS_KEY", "OPENAI_API_KEY", "NETRC", "PGPASSWORD")
    env = {
        **dict.fromkeys(names, SECRET), "HOME": str(home),
        "HTTPS_PROXY": f"http://{SECRET}@127.0.0.1:9/", "ALL_PROXY": "http://127.0.0.1:9/",
    }  # fmt: skip
    run = provcheck(
        tmp_path, *online(site), "--cacert", "ca.pem", "-f", "json=a.json", "--store", "kept",
        env=env,
    )  # fmt: skip

    assert run.returncode == 1, run.stderr
    assert not any(SECRET.encode() in request.raw for request in site.seen)
    assert SECRET not in run.stdout + run.stderr
    written = [path for path in tmp_path.rglob("*") if path.is_file() and home not in path.parents]
    assert len(written) > 5
    assert not [path for path in written if SECRET.encode() in path.read_bytes()]


def test_an_interrupted_run_reports_and_the_next_one_goes_on(site: Site, tmp_path: Path) -> None:
    async def hang(_request: Request, _writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(60)

    gone, site.routes["/gone"] = site.routes["/gone"], hang
    command = [
        sys.executable, "-m", "provcheck.cli.main", *online(site), "--cacert", "ca.pem",
        "-f", "json=a.json",
    ]  # fmt: skip
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        end = time.monotonic() + 20
        while not {"/gone", "/speech"} <= set(site.paths()) and time.monotonic() < end:
            time.sleep(0.05)
        time.sleep(2.5)
        run.send_signal(signal.SIGINT)
        said, complaint = run.communicate(timeout=20)

    assert run.returncode == 130, complaint
    assert complaint == ""
    assert "interrupted before every source was read" in said
    assert verdicts(tmp_path / "a.json")[0] == "altered"
    assert verdicts(tmp_path / "a.json")[2] == "unavailable"
    assert json.loads((tmp_path / "a.json").read_text())["articles"][0]["interrupted"] is True
    assert "Interrupted." in (tmp_path / "article.provenance.html").read_text()

    site.routes["/gone"] = gone
    fetched = site.paths().count("/speech")
    again = provcheck(tmp_path, *online(site), "--cacert", "ca.pem", "-f", "json=a.json")
    assert again.returncode == 1
    assert "interrupted" not in again.stdout
    assert site.paths().count("/speech") == fetched
