import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources.files import FILLER, a_docx, a_page, a_pdf, an_article, body, read

from provcheck.rulebook.book import Rulebook, load_rulebook
from provcheck.sources.body import Unreadable
from provcheck.sources.read import READERS, read_source, type_of

RULES = load_rulebook()
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize(
    ("data", "name", "media_type", "kind"),
    [
        pytest.param("x", "a.txt", "", "text/plain", id="suffix"),
        pytest.param("x", "https://a.example/b.MD?x=1.pdf", "", "text/markdown", id="address"),
        pytest.param("x", "a.bin", "text/html; charset=x", "text/html", id="declared"),
        pytest.param("x", "a.vtt", "text/plain", "text/vtt", id="plain-with-a-suffix"),
        pytest.param("x", "a.html", "application/octet-stream", "text/html", id="vague"),
        pytest.param("%PDF-1.7", "a.html", "text/html", "application/pdf", id="proven-by-bytes"),
        pytest.param("<!DOCTYPE html>", "a", "", "text/html", id="looks-like-a-page"),
        pytest.param("<!-- x --><html>", "a", "text/x-unknown", "text/html", id="comment-first"),
        pytest.param("x", "a", "", "text/plain", id="nothing-known"),
        pytest.param("x", "a.html", "image/png", "image/png", id="an-image"),
        pytest.param("x", "a", "application/json", "application/json", id="json"),
        pytest.param("x", "a", "application/ld+json", "application/json", id="a-kind-of-json"),
        pytest.param("x", "a.json", "", "application/json", id="json-by-suffix"),
        pytest.param("PK\x03\x04", "a", "", "application/zip", id="an-archive"),
    ],
)
def test_type(data: str, name: str, media_type: str, kind: str) -> None:
    assert type_of(body(data, name, media_type=media_type)) == kind


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(a_page(an_article()), "a.html", id="page"),
        pytest.param(FILLER, "a.txt", id="plain"),
        pytest.param(FILLER, "a.md", id="markdown"),
        pytest.param(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{FILLER}", "a.vtt", id="captions"),
        pytest.param(f'{{"text": "{FILLER}"}}', "a.json", id="json"),
        pytest.param(a_pdf([FILLER[:80]]), "a.pdf", id="pdf"),
        pytest.param(a_docx(("", FILLER)), "a.docx", id="docx"),
    ],
)
def test_every_kind_is_read_and_read_alike_again(
    rules: Rulebook, data: bytes | str, name: str
) -> None:
    text, _ = read(rules, data, name)
    assert "The council met on Tuesday evening" in text.text
    assert "/" in text.extractor
    assert read(rules, data, name)[0] == text


def test_the_manifest_overrides_the_source(rules: Rulebook) -> None:
    told = {"publisher": "Wire", "published": date(2025, 5, 3), "lang": "sv", "title": "Told"}
    text, _ = read(rules, a_page(an_article(), "<title>Own</title>"), "a.html", **told)
    assert (text.publisher, text.published, text.lang, text.title) == tuple(told.values())


def test_what_the_manifest_does_not_say_stays(rules: Rulebook) -> None:
    text, _ = read(rules, a_page(an_article(), lang="sv"), "a.html")
    assert (text.title, text.lang) == ("Bridge stays closed", "sv")


@pytest.mark.parametrize("media_type", ["image/png", "application/zip", "video/mp4"])
def test_other_types_are_refused_by_name(rules: Rulebook, media_type: str) -> None:
    with pytest.raises(Unreadable, match=f"type {media_type}"):
        read(rules, b"x", "a", media_type=media_type)


@pytest.mark.parametrize(("module", "name"), [("pypdf", "a.pdf"), ("docx", "a.docx")])
def test_a_missing_extra_is_named(
    rules: Rulebook, monkeypatch: pytest.MonkeyPatch, module: str, name: str
) -> None:
    monkeypatch.delitem(sys.modules, f"provcheck.sources.{name[2:]}", raising=False)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(Unreadable, match=rf"provcheck\[{name[2:]}\]"):
        read(rules, b"x", name)


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    heavy = "{'trafilatura', 'pypdf', 'docx'}"
    code = f"import sys, provcheck.sources.read; print({heavy} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


@given(st.binary(max_size=400), st.sampled_from([*READERS, "", "text/csv", "application/zip"]))
def test_any_bytes_give_a_value_or_a_refusal(data: bytes, media_type: str) -> None:
    try:
        text, _ = read_source(body(data, "a", media_type=media_type), RULES)
    except Unreadable:
        return
    for pointer in (*text.blocks, *text.links, *text.embeds, *text.turns):
        assert pointer.span.end <= len(text.text)
    assert all(span.end <= len(text.text) for span in text.aside)
