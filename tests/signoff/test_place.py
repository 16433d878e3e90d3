from pathlib import Path

import pytest

from provcheck.errors import SettingsError
from provcheck.read.article import READERS
from provcheck.signoff.place import ARTICLES, beside


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lay(*names: str) -> None:
    for name in names:
        Path(name).touch()


def test_the_endings_are_those_that_can_be_read() -> None:
    assert set(ARTICLES) == set(READERS)


@pytest.mark.parametrize(
    ("there", "article", "file"),
    [
        pytest.param((), "a.txt", "a.provcheck.toml", id="not there yet"),
        pytest.param(("a.txt",), "a.txt", "a.provcheck.toml", id="alone"),
        pytest.param(("a.txt", "b.md"), "a.txt", "a.provcheck.toml", id="beside another"),
        pytest.param(("a.txt", "a.json"), "a.txt", "a.provcheck.toml", id="beside no article"),
        pytest.param(("a.md", "a.provcheck.toml"), "a.md", "a.provcheck.toml", id="signed"),
        pytest.param(("a.v2.md",), "a.v2.md", "a.v2.provcheck.toml", id="two points"),
        pytest.param(("a.txt", "a.md"), "a.txt", "a.txt.provcheck.toml", id="of one stem"),
        pytest.param(("a.txt", "a.MD"), "a.txt", "a.txt.provcheck.toml", id="in capitals"),
        pytest.param(("a.txt", "a"), "a.txt", "a.txt.provcheck.toml", id="one without ending"),
        pytest.param(("a.txt", "a"), "a", "a.provcheck.toml", id="without ending"),
        pytest.param(("a.news",), "a.news", "a.news.provcheck.toml", id="unknown ending"),
        pytest.param(
            ("a.txt", "a.txt.provcheck.toml"), "a.txt", "a.txt.provcheck.toml", id="alone again"
        ),
        pytest.param(
            ("a.txt", "a.md", "a.provcheck.toml", "a.md.provcheck.toml"),
            "a.txt",
            "a.provcheck.toml",
            id="the other has its own",
        ),
        pytest.param(
            ("a.txt", "a.md", "a.provcheck.toml", "a.md.provcheck.toml"),
            "a.md",
            "a.md.provcheck.toml",
            id="its own, the other has the short one",
        ),
    ],
)
def test_the_file_beside_an_article(
    there: tuple[str, ...], article: str, file: str, folder: Path
) -> None:
    lay(*there)
    assert beside(Path(article)) == Path(file)
    assert beside(folder / article) == folder / file


@pytest.mark.parametrize(
    ("there", "message"),
    [
        pytest.param(
            ("a.txt", "a.md", "a.provcheck.toml"),
            "a.provcheck.toml: may belong to a.txt or to a.md; "
            "rename it to a.txt.provcheck.toml or to a.md.provcheck.toml",
            id="either's",
        ),
        pytest.param(
            ("a.txt", "a.provcheck.toml", "a.txt.provcheck.toml"),
            "a.provcheck.toml: a.txt.provcheck.toml is there as well; "
            "move all entries into one of them",
            id="two of one",
        ),
    ],
)
@pytest.mark.usefixtures("folder")
def test_no_signoff_is_lost_or_shared_in_silence(there: tuple[str, ...], message: str) -> None:
    lay(*there)
    with pytest.raises(SettingsError) as problem:
        beside(Path("a.txt"))
    assert str(problem.value) == message


def test_no_two_articles_of_a_folder_have_one_file(folder: Path) -> None:
    names = ["a", "a.txt", "a.md", "a.html", "b.txt", "a.b.txt", "a.news"]
    lay(*names)
    files = [beside(folder / name) for name in names]
    assert len(set(files)) == len(names)


def test_a_link_to_the_article_is_no_other_article(folder: Path) -> None:
    lay("a.txt")
    (folder / "a.md").symlink_to("a.txt")
    assert beside(Path("a.txt")) == Path("a.provcheck.toml")


def test_an_endless_name_has_a_file_all_the_same() -> None:
    assert beside(Path("x" * 400 + ".txt")).name.endswith(".provcheck.toml")
