import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.cli.place import located, place


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "site" / ".git").mkdir(parents=True)
    (tmp_path / "site" / "news" / "2025").mkdir(parents=True)
    return tmp_path / "site"


@pytest.mark.parametrize(
    ("here", "named"),
    [
        pytest.param(".", "news/2025/a.md", id="at-the-root"),
        pytest.param("news", "2025/a.md", id="in-a-folder"),
        pytest.param("news", "./2025/../2025/a.md", id="with-dots"),
        pytest.param("news/2025", "a.md", id="beside-it"),
        pytest.param("..", "site/news/2025/a.md", id="from-outside"),
    ],
)
def test_in_a_repository_the_path_is_from_its_root(repository: Path, here: str, named: str) -> None:
    assert place(Path(named), repository / here) == "news/2025/a.md"
    assert place((repository / here / named).absolute(), Path("/")) == "news/2025/a.md"


def test_the_nearest_repository_counts_and_its_mark_may_be_a_file(repository: Path) -> None:
    (repository / "news" / ".git").write_text("gitdir: ../.git/modules/news\n")
    assert place(Path("news/2025/a.md"), repository) == "2025/a.md"


def test_a_folder_that_is_a_link_is_where_it_leads_and_a_file_is_where_it_is(
    repository: Path,
) -> None:
    (repository / "latest").symlink_to(repository / "news" / "2025")
    (repository / "news" / "a.md").symlink_to(repository / "news" / "2025" / "a.md")
    assert place(Path("latest/a.md"), repository) == "news/2025/a.md"
    assert place(Path("news/a.md"), repository) == "news/a.md"


def test_outside_a_repository_the_path_is_from_here(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    assert place(Path("in/a.md"), tmp_path) == "in/a.md"
    assert place(tmp_path / "desk" / "a.md", tmp_path) == "desk/a.md"
    assert place(Path("../a.md"), tmp_path / "desk") is None


NAMES = st.lists(st.sampled_from(["a", "b c", "..", ".", "é", "x:y,z"]), min_size=1, max_size=5)


@given(NAMES)
def test_a_place_never_climbs_and_is_where_the_file_is(names: list[str]) -> None:
    here = Path(os.path.realpath(Path(__file__).parent))
    article = Path(*names, "a.md")
    found = place(article, here)
    root = Path(__file__).parents[2]
    assert found is None or ".." not in found.split("/")
    assert found is None or located(here / article) in {Path(root / found), Path(here / found)}
