from pathlib import Path

import pytest
from desk import CLAIM, a_desk

from provcheck.cli import holding as module
from provcheck.cli.holding import files_below, holding, ids, the_one
from provcheck.errors import ArticleError, SettingsError
from provcheck.rulebook.book import Rulebook
from provcheck.settings import Settings

KNOWN = {Path("a.txt"): ["q-1a", "q-1a-2", "p-2b"], Path("b.md"): ["q-3c"]}


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        pytest.param("q-3c", ("b.md", "q-3c"), id="whole"),
        pytest.param("q-3", ("b.md", "q-3c"), id="its beginning"),
        pytest.param("p", ("a.txt", "p-2b"), id="one letter"),
        pytest.param("q-1a", ("a.txt", "q-1a"), id="whole, and the beginning of another"),
    ],
)
def test_the_one_that_is_meant(claim: str, found: tuple[str, str]) -> None:
    path, whole = the_one(claim, KNOWN)
    assert (str(path), whole) == found


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        pytest.param("q-", "q-: is in a.txt and b.md; name the article", id="two articles"),
        pytest.param("q-1", "q-1: a.txt has q-1a and q-1a-2; write more", id="two claims"),
        pytest.param(
            "q-3d", "q-3d: no such claim in a.txt and b.md; the nearest are q-3c", id="slip"
        ),
        pytest.param(
            "zz", "zz: no such claim in a.txt and b.md; the report tells", id="nothing like"
        ),
        pytest.param("", ": no such claim", id="nothing"),
    ],
)
def test_none_or_several_are_told(claim: str, told: str) -> None:
    with pytest.raises(SettingsError) as problem:
        the_one(claim, KNOWN)
    assert str(problem.value).startswith(told)


def test_where_there_are_no_files_that_is_told() -> None:
    with pytest.raises(SettingsError, match="there is no file here or below to look in"):
        the_one("q-1", {})


def test_many_files_are_counted() -> None:
    with pytest.raises(SettingsError, match="in the 4 files looked through"):
        the_one("q-9", {Path(f"{name}.txt"): [] for name in "abcd"})


def test_the_article_here_that_holds_the_claim(folder: Path, rules: Rulebook) -> None:
    a_desk(folder, "news/pier.txt")
    (folder / "other.md").write_text("Nothing is quoted here.\n")
    (folder / "broken.docx").write_text("no Word file")
    settings = Settings(sources=(Path("src"),))
    assert holding("q-48", None, settings, rules) == (Path("news/pier.txt"), CLAIM)


def test_an_article_that_is_named_is_the_only_one_looked_at(folder: Path, rules: Rulebook) -> None:
    a_desk(folder, "a.txt")
    a_desk(folder, "b.txt")
    assert holding(CLAIM, Path("b.txt"), Settings(), rules) == (Path("b.txt"), CLAIM)
    with pytest.raises(SettingsError, match=r"is in a\.txt and b\.txt; name the article"):
        holding(CLAIM, None, Settings(), rules)
    with pytest.raises(ArticleError, match="no such file"):
        holding(CLAIM, Path("none.txt"), Settings(), rules)


def test_a_source_that_quotes_the_same_is_no_article(folder: Path, rules: Rulebook) -> None:
    a_desk(folder)
    a_desk(folder, "src/told.txt")
    settings = Settings(sources=(Path("src"),))
    assert holding(CLAIM, None, settings, rules) == (Path("pier.txt"), CLAIM)


def test_the_ids_are_those_that_a_check_judges(folder: Path, rules: Rulebook) -> None:
    assert ids(a_desk(folder), Settings(), rules) == [CLAIM]


def test_files_below_a_folder_in_order(folder: Path) -> None:
    for name in (
        "b.txt",
        "a.TXT",
        "in/c.txt",
        ".git/d.txt",
        "in/.e.txt",
        "f.md",
        "x.provenance.html",
    ):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).touch()
    (folder / "link").symlink_to(folder, target_is_directory=True)
    found = [str(path) for path in files_below(Path(), (".txt", ".html"))]
    assert found == ["a.TXT", "b.txt", "in/c.txt"]
    assert files_below(Path(), (".txt",), [Path("in")]) == [Path("a.TXT"), Path("b.txt")]


def test_a_large_folder_asks_for_the_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 3)
    for number in range(4):
        (folder / f"{number}.txt").touch()
    with pytest.raises(SettingsError, match="more than 3 files to look through"):
        files_below(Path(), (".txt",))
