from pathlib import Path

import pytest

from provcheck.cli.outputs import Output, index_of, outputs, page_of, pages, places, settle
from provcheck.errors import SettingsError

KNOWN = ("terminal", "json", "html")


def test_formats_go_to_standard_output_or_to_a_file() -> None:
    assert outputs(["json", "html=a=b.html"], KNOWN) == (
        Output("json", None),
        Output("html", Path("a=b.html")),
    )
    assert outputs(["json=-"], KNOWN) == (Output("json", None),)
    assert outputs([], KNOWN) == ()


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        pytest.param(["jsn"], "did you mean json", id="near"),
        pytest.param(["qqq"], "There are terminal, json, html", id="far"),
        pytest.param([""], "no such format", id="empty"),
        pytest.param(["json="], "the file is missing", id="no-file"),
        pytest.param(["json", "html"], "only one", id="two-to-standard-output"),
        pytest.param(["json", "html=-"], "only one", id="two-to-standard-output-by-name"),
    ],
)
def test_refused_formats(wanted: list[str], said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        outputs(wanted, KNOWN)


def test_places_are_the_files_that_are_named() -> None:
    assert places(["json", "html=a=b.html", "sarif=", "x=y/z"], None) == (
        Path("a=b.html"),
        Path("y/z"),
    )
    assert places([], Path("all.html")) == (Path("all.html"),)


def test_each_article_has_its_page() -> None:
    shown = pages(["in/a.txt", "b.md", "c"], None)
    assert shown == {
        Path("a.provenance.html"): ("in/a.txt",),
        Path("b.provenance.html"): ("b.md",),
        Path("c.provenance.html"): ("c",),
    }


def test_only_several_pages_are_listed_on_one_more() -> None:
    assert index_of(pages(["a.txt"], None)) == []
    assert index_of(pages(["a.txt", "b.txt"], Path("all.html"))) == []
    assert index_of({}) == []
    assert index_of(pages(["a.txt", "b.txt"], None)) == [Path("provenance.index.html")]


def test_one_page_for_all() -> None:
    assert pages(["a/x.txt", "b/x.txt"], Path("r.html")) == {Path("r.html"): ("a/x.txt", "b/x.txt")}


def test_one_page_of_nothing() -> None:
    assert pages([], Path("r.html")) == {Path("r.html"): ()}
    assert pages([], None) == {}


@pytest.mark.parametrize("files", [["a/x.txt", "b/x.txt"], ["x.txt", "x.md"]])
def test_two_articles_never_share_a_page_by_accident(files: list[str]) -> None:
    with pytest.raises(SettingsError, match="would overwrite that of"):
        pages(files, None)


def test_settle_leaves_nothing_behind(tmp_path: Path) -> None:
    settle([tmp_path / "a.html", tmp_path / "new" / "deep" / "b.html"], ["a.txt"])
    assert list(tmp_path.iterdir()) == []


def test_two_outputs_to_one_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    with pytest.raises(SettingsError, match="two outputs"):
        settle([tmp_path / "a", tmp_path / "d" / ".." / "a"], [])


def test_an_output_over_an_article_is_refused(tmp_path: Path) -> None:
    article = tmp_path / "a.html"
    article.write_text("words")
    (tmp_path / "link.html").symlink_to(article)
    for name in ("a.html", "link.html"):
        with pytest.raises(SettingsError, match=r"a\.html, which is read"):
            settle([tmp_path / name], [str(article)])


@pytest.mark.parametrize("name", ["s.txt", "new.json", "deep/new.json", "a/../s.txt"])
def test_no_output_lies_among_the_sources(name: str, tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text("words")
    with pytest.raises(SettingsError, match="read for sources"):
        settle([tmp_path / name], [], [tmp_path])
    with pytest.raises(SettingsError, match="read for sources"):
        settle([tmp_path / "s.txt"], [], [tmp_path / "s.txt"])
    assert (tmp_path / "s.txt").read_text() == "words"


@pytest.mark.parametrize("name", ["a.provenance.html", "provenance.index.html"])
def test_pages_by_the_usual_name_may_lie_anywhere(name: str, tmp_path: Path) -> None:
    settle([tmp_path / name], [], [tmp_path])


def test_a_page_is_named_or_none_is_wanted() -> None:
    page = Path("a.html")
    assert page_of(page, none=False) == page
    assert page_of(None, none=True) is None
    with pytest.raises(SettingsError, match="give one of the two"):
        page_of(page, none=True)
