"""Each kind of source that can be given by hand, from its bytes to a verdict."""

import io
import json
from pathlib import Path

import docx
import pytest
from sources.files import a_pdf

from provcheck.model.finding import Finding
from provcheck.pipeline import check
from provcheck.rulebook.book import load_rulebook
from provcheck.settings import Settings

RULES = load_rulebook()
WORDS = "We will open the new harbour in May, and the cranes are paid for"
TALK = f"Talk of the minister\n\n{WORDS}. Nobody asked the fishermen about the dredging.\n"
URL = "https://wire.example/talk"
ARTICLE = f"# A talk\n\n“{WORDS},” Ada Brandvold [said]({URL}) on the quay.\n"


def word_file() -> bytes:
    document, out = docx.Document(), io.BytesIO()
    for line in TALK.split("\n\n"):
        document.add_paragraph(line.strip())
    document.save(out)
    return out.getvalue()


CAPTIONS = f"00:00:01.000 --> 00:00:04.000\n<v Ada Brandvold>{WORDS}</v>\n"
KINDS = {
    "talk.html": f"<html lang=en><title>Talk</title><article><p>{WORDS}</p></article>".encode(),
    "talk.txt": TALK.encode(),
    "talk.md": f"# Talk\n\n{WORDS}\n".encode(),
    "talk.vtt": f"WEBVTT\n\n{CAPTIONS}".encode(),
    "talk.srt": f"1\n00:00:01,000 --> 00:00:04,000\n{WORDS}\n".encode(),
    "talk.docx": word_file(),
    "talk.pdf": a_pdf(["Talk of the minister", WORDS, "Nobody asked the fishermen."]),
}


def judged(folder: Path, name: str, data: bytes, **entry: object) -> Finding:
    (folder / "sources").mkdir()
    (folder / "sources" / name).write_bytes(data)
    manifest = [{"file": name, "url": URL, **entry}]
    (folder / "sources" / "sources.json").write_text(json.dumps(manifest))
    (folder / "a.md").write_text(ARTICLE)
    settings = Settings(sources=(folder / "sources",), offline=True)
    return check(str(folder / "a.md"), settings, RULES).findings[0]


@pytest.mark.parametrize("name", sorted(KINDS))
def test_words_are_found_in_every_kind_of_file(tmp_path: Path, name: str) -> None:
    finding = judged(tmp_path, name, KINDS[name])

    assert str(finding.verdict) == "verbatim", finding.message


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("talk.pdf", b"%PDF-1.7 broken", id="a broken PDF"),
        pytest.param("talk.docx", b"PK\x03\x04broken", id="a broken Word file"),
        pytest.param("talk.png", b"\x89PNG\r\n\x1a\n", id="a picture"),
        pytest.param("talk.txt", b"\x00\x01\x02" * 99, id="a binary file"),
    ],
)
def test_what_cannot_be_read_is_unavailable_never_absent(
    tmp_path: Path, name: str, data: bytes
) -> None:
    finding = judged(tmp_path, name, data)

    assert str(finding.verdict) == "unavailable"
    assert finding.evidence.status in {"unavailable", "found"}
    assert finding.message


def test_the_manifest_overrides_what_the_source_says(tmp_path: Path) -> None:
    finding = judged(tmp_path, "talk.txt", TALK.encode(), publisher="Northgate Wire", lang="de")

    assert finding.evidence.status == "found"
    assert finding.evidence.text.publisher == "Northgate Wire"
    assert finding.evidence.text.lang == "de"


def test_a_declared_charset_is_believed(tmp_path: Path) -> None:
    page = KINDS["talk.html"].decode().replace("May", "May – at last").encode("cp1251")
    finding = judged(tmp_path, "t.html", page, content_type="text/html; charset=windows-1251")

    assert finding.evidence.status == "found"
    assert "–" in finding.evidence.text.text
