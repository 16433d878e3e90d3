import pytest
from building import span_in
from hypothesis import given
from hypothesis import strategies as st
from reporting import a_report, an_article

from provcheck.model.article import LineMap, Position
from provcheck.model.span import Span
from provcheck.report.places import Place, at, file_named, file_of, place, uri_of


def test_the_end_is_behind_the_last_character_in_the_line_that_it_stands_in() -> None:
    text = "She said: “one\ntwo” now."
    where = place(span_in(text, "one\ntwo"), an_article(text))

    assert where == Place(line=1, column=12, end_line=2, end_column=4)


def test_markup_behind_the_last_character_is_left_out_and_an_entity_counts_whole() -> None:
    text = "say ok é now"
    lines = LineMap(anchors=((0, 0), (7, 11), (8, 19)), wide=((7, 8),))

    assert place(span_in(text, "ok"), an_article(text, lines=lines)).end_column == 7
    assert place(span_in(text, "ok é"), an_article(text, lines=lines)).end_column == 20


def test_an_empty_span_has_a_place() -> None:
    assert place(Span(start=0, end=0), an_article("one")).line == 1


def test_one_character() -> None:
    assert at(Position(line=3, column=4)) == Place(line=3, column=4, end_line=3, end_column=5)


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("ferry.txt", "ferry.txt"),
        ("./news/ferry.txt", "news/ferry.txt"),
        ("news//2025/../ferry.txt", "news/ferry.txt"),
        ("../ferry.txt", "../ferry.txt"),
        ("/srv/ferry.txt", "/srv/ferry.txt"),
        ("https://wire.example/a//b", "https://wire.example/a//b"),
    ],
)
def test_files_are_named_with_slashes_and_without_detours(path: str, named: str) -> None:
    assert file_named(path) == named


def test_the_path_in_the_repository_comes_first() -> None:
    assert file_of(a_report()) == "ferry.txt"
    assert file_of(a_report(file="./news/ferry.txt")) == "news/ferry.txt"


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("news/ferry.txt", "news/ferry.txt"),
        ("news/ferry & quay #1.txt", "news/ferry%20%26%20quay%20%231.txt"),
        ("a:b.txt", "a%3Ab.txt"),
        ("50%.txt", "50%25.txt"),
        ("fähre.txt", "f%C3%A4hre.txt"),
        ("latin-\udce9.txt", "latin-%E9.txt"),
        ("half \ud800.txt", "half%20%3F.txt"),
        ("/srv/a b.txt", "file:///srv/a%20b.txt"),
        ("C:/news/a.txt", "file:///C:/news/a.txt"),
        ("https://wire.example/a?b=c d", "https://wire.example/a?b=c%20d"),
    ],
)
def test_uris_are_relative_or_whole(file: str, uri: str) -> None:
    assert uri_of(file) == uri


def test_an_address_can_be_made_a_path() -> None:
    assert uri_of("https://wire.example/a?b", to_web=False) == "wire.example/a%3Fb"


@given(st.text(min_size=1))
def test_any_name_gives_a_uri_of_signs_that_uris_have(name: str) -> None:
    uri = uri_of(file_named(name))

    assert uri
    assert uri.isascii()
    assert not set(uri) & set(' <>"\\^`{|}\n\r\t\0')
