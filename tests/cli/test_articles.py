import os
import sys
from pathlib import Path

import pytest

from provcheck.cli.articles import articles
from provcheck.errors import ArticleError
from provcheck.read.article import READERS

THERE = ("LICENSE.txt", "README.md", "a.TXT", "b.text", "c/d.markdown", "c/e.htm", "c/f.html")
BESIDE = ("LICENSE", ".draft.md", ".git/x.md", "picture.png", "data.csv", "a.provcheck.toml")
REPORTS = (
    "a.provenance.html",
    "all.provenance.index.html",
    "provenance.index.html",
    "c/A.PROVENANCE.HTML",
)
OPEN = "c/~$g.docx"  # what Word leaves beside a file that is open in it
SOURCES = ("src/page.html", "src/sources.json")
FILES = (*THERE, *BESIDE, *REPORTS, OPEN, *SOURCES, "out.html")


@pytest.fixture
def desk(folder: Path) -> Path:
    for name in FILES:
        (folder / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "in" / name).write_text("words")
    return folder


def test_what_is_no_folder_stays_as_it_is(folder: Path) -> None:
    given = ["", "none.txt", "-", "https://wire.example/a", "./x.md", "x.md"]
    (folder / "https:").mkdir()
    assert articles(given) == given


def test_a_folder_gives_its_articles_in_order_and_nothing_else(desk: Path) -> None:
    apart = [Path("in/src"), desk / "in" / "out.html"]
    assert articles(["in"], apart) == [f"in/{name}" for name in THERE]
    assert articles(["in/", "./in", "in/c", "in/README.md"], apart) == articles(["in"], apart)


def test_the_current_folder(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk / "in")
    assert articles(["."], [Path("src"), Path("out.html")]) == list(THERE)


def test_sources_that_nobody_names_are_articles_like_any_other(desk: Path) -> None:
    assert desk
    assert "in/src/page.html" in articles(["in"])


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_every_kind_that_can_be_read_is_found(folder: Path, suffix: str) -> None:
    (folder / f"a{suffix}").touch()
    assert articles([str(folder)]) == [str(folder / f"a{suffix}")]


def test_a_hidden_folder_that_is_named_is_looked_through(desk: Path) -> None:
    assert desk
    assert articles(["in/.git"]) == ["in/.git/x.md"]


@pytest.mark.parametrize(
    ("name", "apart"),
    [
        pytest.param("empty", [], id="empty"),
        pytest.param("pictures", [], id="no-articles"),
        pytest.param("in/src", ["in/src"], id="sources"),
        pytest.param("in/c", ["in"], id="among-sources"),
        pytest.param("in/c", ["linked"], id="among-sources-by-another-name"),
    ],
)
def test_a_folder_without_articles_is_an_error(desk: Path, name: str, apart: list[str]) -> None:
    (desk / "empty").mkdir()
    (desk / "pictures").mkdir()
    (desk / "pictures" / "a.png").touch()
    (desk / "linked").symlink_to(desk / "in")
    with pytest.raises(ArticleError, match=f"^{name}: holds no article .*check the path$"):
        articles(["in/README.md", name], [Path(path) for path in apart])


def test_links_to_folders_are_not_followed(desk: Path) -> None:
    (desk / "in" / "c" / "up").symlink_to(desk / "in")
    (desk / "in" / "c" / "other.md").symlink_to(desk)
    assert [name for name in articles(["in/c"]) if "up" in name or "other" in name] == []


def test_a_folder_that_is_named_may_be_a_link(desk: Path) -> None:
    (desk / "latest").symlink_to(desk / "in" / "c")
    assert "latest/e.htm" in articles(["latest"])


def test_links_to_files_stay_in_the_folder(desk: Path) -> None:
    (desk / "in" / "again.md").symlink_to("c/d.markdown")
    assert "in/again.md" in articles(["in"])


@pytest.mark.parametrize(
    "target", ["../secret.txt", "/etc/hostname", ".git/config", "c/../.draft.md"]
)
def test_a_link_that_leads_elsewhere_is_refused(desk: Path, target: str) -> None:
    (desk / "secret.txt").write_text("words")
    (desk / "in" / "z.md").symlink_to(target)
    with pytest.raises(ArticleError, match=r"^in/z\.md: is a link to a file outside in"):
        articles(["in"])


def test_a_link_that_leads_nowhere_is_not_passed_over(desk: Path) -> None:
    (desk / "in" / "z.md").symlink_to("gone.md")
    assert "in/z.md" in articles(["in"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_no_article(desk: Path) -> None:
    os.mkfifo(desk / "in" / "z.md")
    assert "in/z.md" not in articles(["in"])


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="everything can be read here"
)
def test_a_folder_that_cannot_be_read_is_an_error(desk: Path) -> None:
    (desk / "in" / "c").chmod(0)
    try:
        with pytest.raises(ArticleError, match="in/c: cannot be read"):
            articles(["in"])
    finally:
        (desk / "in" / "c").chmod(0o755)


def test_names_of_any_kind(folder: Path) -> None:
    names = ["-.md", "--offline.md", "a\nb.md", "é ü.txt", "x*.md", os.fsdecode(b"caf\xe9.md")]
    for name in names:
        (folder / name).touch()
    assert articles(["."]) == sorted(names)


def test_a_folder_that_cannot_be_looked_through_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("provcheck.cli.articles.os.walk", refused)
    with pytest.raises(ArticleError, match="cannot be looked through"):
        articles(["."])
