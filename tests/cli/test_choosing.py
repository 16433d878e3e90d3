"""What a run is about, and what it comes to when that is nothing."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from reporting import a_report, altered, verbatim
from repositories import a_repository, committed
from signing import a_file, a_table

from provcheck.cli import run
from provcheck.cli.choosing import Choosing, chosen
from provcheck.cli.exits import Exit
from provcheck.errors import ArticleError
from provcheck.report.formats import FORMATS

XML = {"junit"}
JSON = {"json", "sarif", "sarif-full", "gitlab", "webannotation", "claimreview"}


@pytest.mark.parametrize(
    ("choosing", "allows"),
    [
        (Choosing(), False),
        (Choosing(fail_if_empty=True), False),
        (Choosing(fail_if_empty=False), True),
        (Choosing(changed_since="main"), True),
        (Choosing(changed_since="main", fail_if_empty=True), False),
    ],
)
def test_nothing_to_check_is_a_fault_unless_it_is_to_be_expected(
    choosing: Choosing, *, allows: bool
) -> None:
    assert choosing.allows_empty is allows


@pytest.fixture
def desk(folder: Path, answers) -> Path:
    """A repository of two articles, in which every article has one altered quotation."""
    answers(altered())
    committed(a_repository(folder, "news/a.md", "news/b.md"), {"news/src/s.txt": "words"})
    return folder


def test_folders_are_looked_through_and_changes_asked_for(desk: Path) -> None:
    (desk / "news" / "b.md").write_text("other words")
    apart = [Path("news/src")]
    assert chosen(["news"], Choosing(), apart) == ["news/a.md", "news/b.md"]
    assert chosen(["news", "a.txt"], Choosing(changed_since="HEAD"), apart) == [
        "news/b.md",
        "a.txt",
    ]


def test_a_run_on_a_folder_leaves_out_its_sources_and_outputs(desk: Path, invoke) -> None:
    options = ["--sources", "news/src", "--report", "news/all.html", "-f", "terminal=news/log.txt"]
    for _ in range(2):
        done = invoke("news", *options)
        assert "2 claims in 2 articles: 2 altered" in done.stdout
        assert done.exit_code == Exit.FINDINGS
    assert (desk / "news" / "all.html").exists()


def test_only_what_changed_is_checked(desk: Path, invoke) -> None:
    (desk / "news" / "b.md").write_text("other words")
    done = invoke("news", "--changed-since", "HEAD", "--no-report")
    assert done.exit_code == Exit.FINDINGS
    assert "news/b.md:" in done.stdout
    assert "news/a.md" not in done.stdout


def test_nothing_changed_is_a_pass_that_is_told(desk: Path, invoke) -> None:
    done = invoke("news", "--changed-since", "HEAD")
    assert (done.exit_code, done.stdout) == (Exit.OK, "")
    assert done.stderr == "provcheck: no article changed since HEAD; nothing was checked\n"
    assert list(desk.glob("*.html")) == []


def test_nothing_changed_may_be_a_fault(desk: Path, invoke) -> None:
    assert desk
    done = invoke("news", "--changed-since", "HEAD", "--fail-if-empty", "-f", "json=out.json")
    assert (done.exit_code, done.stdout) == (Exit.USAGE, "")
    assert done.stderr.count("\n") == 1
    assert not (desk / "out.json").exists()


def test_a_commit_that_git_does_not_know_is_an_error(desk: Path, invoke) -> None:
    assert desk
    for rev in ("mian", "", "--all"):
        done = invoke("news", f"--changed-since={rev}")
        assert done.exit_code == Exit.USAGE
        assert done.stderr.startswith(f"provcheck: --changed-since {rev}".rstrip())
        assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_outputs_are_written_and_valid_when_nothing_changed(desk: Path, invoke, form: str) -> None:
    done = invoke("news", "--changed-since", "HEAD", "-f", f"{form}=out/o", "--report", "r.html")
    assert done.exit_code == Exit.OK
    text = (desk / "out" / "o").read_text()
    assert form not in JSON or json.loads(text) is not None
    assert form not in XML or ET.fromstring(text) is not None  # noqa: S314  (our own output)
    assert "</html>" in (desk / "r.html").read_text()
    assert invoke("news", "--changed-since", "HEAD", "-f", form).exit_code == Exit.OK


@pytest.fixture
def silent(desk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same repository, in which the article `b.md` says nothing, and neither does `c.md`."""

    def check(path: str, *_given: object) -> object:
        if path.endswith("a.md"):
            return a_report(verbatim())
        if not Path(path).exists():
            message = f"{path}: no such file; check the path"
            raise ArticleError(message)
        return a_report().model_copy(update={"findings": ()})

    (desk / "news" / "c.md").touch()
    monkeypatch.setattr(run, "check", check)
    return desk


TOLD = "provcheck: news/b.md: no claims found; nothing was checked\n"


def test_an_article_without_claims_beside_others_is_told_and_no_fault(silent: Path, invoke) -> None:
    done = invoke("news/a.md", "news/b.md", "-f", "json=out.json")
    assert (done.exit_code, done.stderr) == (Exit.OK, TOLD)
    assert done.stdout.endswith("1 claim: 1 verbatim\nreport: a.provenance.html\n")
    told = json.loads((silent / "out.json").read_text())["articles"]
    assert [(one["path"], len(one["findings"])) for one in told] == [
        ("news/a.md", 1),
        ("news/b.md", 0),
    ]
    assert [page.name for page in silent.glob("*.html")] == ["a.provenance.html"]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        pytest.param(["--allow-empty"], Exit.OK, id="where-that-is-allowed"),
        pytest.param(["--changed-since", "HEAD~1"], Exit.OK, id="among-what-changed"),
        pytest.param([], Exit.USAGE, id="by-default"),
        pytest.param(["--fail-if-empty"], Exit.USAGE, id="where-it-is-forbidden"),
        pytest.param(
            ["--changed-since", "HEAD~1", "--fail-if-empty"],
            Exit.USAGE,
            id="forbidden-all-the-same",
        ),
    ],
)
def test_no_claim_in_any_article(silent: Path, invoke, options: list[str], code: Exit) -> None:
    committed(silent, {"news/b.md": "other"})
    done = invoke("news/b.md", *options, "-f", "json=out.json", "--report", "all.html")
    assert (done.exit_code, done.stdout, done.stderr) == (code, "", TOLD)
    assert (silent / "out.json").exists() is (code is Exit.OK)
    assert (silent / "all.html").exists() is (code is Exit.OK)


def test_a_missing_article_is_a_fault_whatever_is_allowed(silent: Path, invoke) -> None:
    assert silent
    for options in (["--allow-empty"], ["--changed-since", "HEAD"]):
        done = invoke("news/b.md", "gone.md", *options)
        assert done.exit_code == Exit.USAGE
        assert done.stderr.endswith("provcheck: gone.md: no such file; check the path\n")


def test_a_signoff_of_a_claim_that_is_gone_is_nothing_to_check(
    folder: Path, invoke, answers
) -> None:
    answers()
    (folder / "a.txt").write_bytes(b"")
    a_file(folder, a_table())
    done = invoke("a.txt", "--no-report")
    assert "orphan-signoff" in done.stdout
    assert done.exit_code == Exit.USAGE
    assert invoke("a.txt", "--no-report", "--allow-empty").exit_code == Exit.OK


def test_a_second_run_on_the_current_folder_finds_what_the_first_did(desk: Path, invoke) -> None:
    for _ in range(2):
        done = invoke(".", "--sources", "news/src")
        assert "2 claims in 2 articles: 2 altered" in done.stdout
        assert (desk / "provenance.index.html").is_file()
