import io
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provcheck.errors import ArticleError
from provcheck.read.article import (
    READERS,
    Document,
    is_address,
    read_article,
    read_document,
)
from provcheck.rulebook.book import load_rulebook
from provcheck.settings import Limits, Settings

RULES = load_rulebook()
WORDS = "“It is closed for good,” Ada Brandvold said."


def read(path: Path, **known: object):
    return read_article(str(path), Settings(**known), RULES)


def written(folder: Path, name: str, data: bytes | str) -> Path:
    file = folder / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return file


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        pytest.param("a.txt", "", "is empty", id="empty"),
        pytest.param("a.txt", " \n", "is empty", id="white space"),
        pytest.param("a.txt", b"\x00\x01words", "binary", id="binary"),
        pytest.param("a.txt", b"%PDF-1.7 words", "binary", id="a PDF"),
        pytest.param("a.txt", b"PK\x03\x04rest", "zip", id="an archive"),
        pytest.param("a.txt", b"caf\xe9 words", "byte 3", id="another encoding"),
        pytest.param("a.docx", "words", "no Word file", id="a Word file in name only"),
        pytest.param(
            "a.docx", b"PK\x03\x04rest", "no readable Word file", id="a damaged Word file"
        ),
        pytest.param("a.html", "<script>x</script>", "holds no text", id="a page without words"),
    ],
)
def test_what_cannot_be_read_is_one_line(
    tmp_path: Path, name: str, data: bytes | str, told: str
) -> None:
    with pytest.raises(ArticleError) as problem:
        read(written(tmp_path, name, data))

    assert told in str(problem.value)
    assert name in str(problem.value)
    assert "\n" not in str(problem.value)


def test_missing_files_and_folders_are_told(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no such file"):
        read(tmp_path / "no.txt")
    with pytest.raises(ArticleError, match="is a folder"):
        read(tmp_path)


def test_a_file_over_the_limit_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="larger than 10 bytes"):
        read(written(tmp_path, "a.txt", WORDS), limits=Limits(article_bytes=10))


@pytest.mark.parametrize("suffix", [*sorted(set(READERS) - {".docx"}), ".TXT", ".story", ""])
def test_files_are_read_by_their_suffix(tmp_path: Path, suffix: str) -> None:
    article = read(written(tmp_path, f"a{suffix}", WORDS))

    assert WORDS in article.text
    assert article.path.endswith(f"a{suffix}")
    assert article.sha256 == sha256(WORDS.encode()).hexdigest()


def test_a_page_without_a_suffix_is_known_by_its_head(tmp_path: Path) -> None:
    assert read(written(tmp_path, "page", f"<!DOCTYPE html><p>{WORDS}</p>")).text == WORDS


@pytest.mark.parametrize("head", ["", "<html><body><p>"])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, head: str) -> None:
    data = io.TextIOWrapper(io.BytesIO((head + WORDS).encode()))
    monkeypatch.setattr(sys, "stdin", data)
    article = read_article("-", Settings(), RULES)

    assert article.text.strip() == WORDS
    assert article.path == "-"


def test_settings_override_what_the_file_says(tmp_path: Path) -> None:
    file = written(tmp_path, "a.txt", f"January 23, 2025\n{WORDS}")

    assert read(file).published == date(2025, 1, 23)
    article = read(file, published=date(2024, 5, 6), lang="de")
    assert (article.published, article.lang) == (date(2024, 5, 6), "de")


@given(st.binary(max_size=120), st.sampled_from(sorted(READERS)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes, suffix: str) -> None:
    try:
        article = read(written(tmp_path, f"any{suffix}", data))
    except ArticleError as problem:
        assert "\n" not in str(problem)  # noqa: PT017
    else:
        spans = [block.span for block in article.blocks]
        assert all(span.end <= len(article.text) for span in spans)
        assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))  # noqa: RUF007


ADDRESS = "https://wire.example/talks?id=1"


def fetched(data: bytes, **known: str) -> Document:
    return Document(url=ADDRESS, data=data, **known)


@pytest.mark.parametrize(
    ("path", "known"),
    [("a.html", False), ("http", False), ("ftp://a.example/", False), ("HTTPS://a.example/", True)],
)
def test_an_address_is_told_from_a_file(path: str, known: bool) -> None:  # noqa: FBT001
    assert is_address(path) is known


def test_a_fetched_page_is_read_by_what_the_server_says_of_it() -> None:
    page = f"<html lang=de><p>{WORDS}</p>".encode("cp1252")
    article = read_document(
        fetched(page, media_type="text/html", charset="windows-1252"), Settings(), RULES
    )

    assert (article.path, article.text, article.lang) == (ADDRESS, WORDS, "de")
    assert article.sha256 == sha256(page).hexdigest()


@pytest.mark.parametrize(
    ("document", "told"),
    [
        pytest.param(fetched(b""), "is empty", id="empty"),
        pytest.param(fetched(b"%PDF-1.7 words"), "binary", id="a PDF"),
        pytest.param(fetched(b"caf\xe9", charset="utf-8"), "byte 3", id="a wrong charset"),
    ],
)
def test_a_fetched_page_that_cannot_be_read_is_one_line(document: Document, told: str) -> None:
    with pytest.raises(ArticleError, match=told) as problem:
        read_document(document, Settings(), RULES)
    assert str(problem.value).startswith(ADDRESS)


def test_an_address_is_no_file() -> None:
    with pytest.raises(ArticleError, match="save the page"):
        read_article(ADDRESS, Settings(), RULES)
