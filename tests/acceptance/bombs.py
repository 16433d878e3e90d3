"""Hostile sources: small to send, dear to read. Each is made when it is asked for."""

import io
import json
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sources.files import FILLER, HELVETICA, a_docx, a_pdf, a_pdf_from, a_pdf_of, with_part

from provcheck.model.evidence import Completeness

MB = 1 << 20
CUT, WHOLE, STUB = Completeness.TRUNCATED, Completeness.WHOLE, Completeness.STUB
WRONG = Completeness.WRONG_CHARSET
CPU = "reading it takes more than 5 s of processor time"
MEMORY = "reading it takes more than 224 MB of memory"
BINARY = "the file is binary, not text"
DOCX = "the Word file unpacks to more than a document can hold"
WORDS = b"<p>The council closed the bridge, and the minister said nothing of it.</p>"
PORT = "PORT"  # of a server that must not be asked, where a bomb names one
DOCUMENT = "word/document.xml"
MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@dataclass(frozen=True)
class Bomb:
    """What is sent, under which name, and how reading it may end: a clause or a completeness.

    More than one ending is given where it depends on the machine which limit is met first.
    """

    made: Callable[[], bytes]
    name: str
    ends: tuple[Completeness | str, ...]
    media_type: str = ""
    charset: str | None = None


@dataclass(frozen=True)
class Encoded:
    """A body as it comes over the wire, and the clause in which unpacking it ends."""

    made: Callable[[], bytes]
    encoding: str
    ends: str


def gzipped(size: int) -> bytes:
    """The gzip of so many zeros, made in no time: one packed block again and again, no checksum."""
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    first, block = (packer.compress(bytes(MB)) + packer.flush(zlib.Z_FULL_FLUSH) for _ in "ab")
    return first + block * (size // MB - 1)


def zipped_once(plain: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    return packer.compress(plain) + packer.flush()


def page(made: Callable[[], bytes], *ends: Completeness | str) -> Bomb:
    return Bomb(made, "a.html", ends)


def text(made: Callable[[], bytes], *ends: Completeness | str) -> Bomb:
    return Bomb(made, "a.txt", ends)


def laughs(kind: str, rest: str) -> bytes:
    """A billion laughs: ten entities, each ten times the one before."""
    names = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "The pier is shut. "}">' for n in range(10)
    )
    return (
        f'<?xml version="1.0"?><!DOCTYPE {kind} [{names}]>{rest.replace("LAUGH", "&l9;")}'.encode()
    )


def outside(address: str) -> bytes:
    """A page that would have a file or an address read into it."""
    return (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "{address}">]>'
        f"<html><body>&x;{WORDS.decode()}<iframe src='{address}'></iframe>"
        f"<img src='{address}'><link rel=stylesheet href='{address}'></body></html>"
    ).encode()


def word_file(inside: bytes) -> bytes:
    part = b"<w:document " + MAIN.encode() + b"><w:body>" + inside + b"</w:body></w:document>"
    return with_part(a_docx(("", "x")), DOCUMENT, part)


def word_entities() -> bytes:
    part = laughs(
        "x",
        f"<w:document {MAIN}><w:body><w:p><w:r><w:t>LAUGH</w:t></w:r></w:p></w:body></w:document>",
    )
    return with_part(a_docx(("", "x")), DOCUMENT, part)


def many_parts() -> bytes:
    out = io.BytesIO(a_docx(("", "x")))
    with zipfile.ZipFile(out, "a") as package:
        for number in range(20_000):
            package.writestr(f"word/{number}.xml", b"")
    return out.getvalue()


def pdf_tree(kids: Callable[[int], str], count: int) -> bytes:
    """A PDF whose tree of pages is made of `count` nodes, of which each names its kids."""
    nodes = (f"<< /Type /Pages /Kids [{kids(n)}] /Count 9 >>" for n in range(2, count + 2))
    return a_pdf_from([b"<< /Type /Catalog /Pages 2 0 R >>", *(node.encode() for node in nodes)])


def pdf_packed(plain: bytes) -> bytes:
    """A PDF of one page, whose content is packed."""
    packed = zlib.compress(plain, 9)
    return a_pdf_from(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [4 0 R] /Count 1 /Resources << /Font << /F1 3 0 R >> >> >>",
            HELVETICA,
            b"<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>",
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
        ]
    )


def pdf_locked() -> bytes:
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >> /ID [(a) (a)]"
    return a_pdf_of([b"BT ET"], lock % (b"o" * 32, b"u" * 32))


def cues(count: int) -> bytes:
    return b"WEBVTT\n\n" + b"00:01.000 --> 00:02.000\nx\n\n" * count


def aliases() -> bytes:
    """A YAML file of nine lines that unfolds to a thousand million words."""
    lines = ["a0: &a0 [pier, shut, said, she, of, it, in, a, b, c]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    return "\n".join(lines).encode()


ENCODED: Mapping[str, Encoded] = {
    "a gigabyte of zeros": Encoded(
        lambda: gzipped(1 << 30), "gzip", "it is larger than 20 MB when unpacked"
    ),
    "a ratio beyond all pages": Encoded(
        lambda: zipped_once(bytes(4 * MB)), "gzip", "it unpacks to more than 200 times its size"
    ),
    "two layers by name": Encoded(
        lambda: zipped_once(gzipped(64 * MB)),
        "gzip, gzip",
        "its encoding gzip, gzip was not asked for",
    ),
    "brotli": Encoded(lambda: b"\xcb\xff\x3f\x00", "br", "its encoding br was not asked for"),
    "zstd": Encoded(lambda: b"\x28\xb5\x2f\xfd", "zstd", "its encoding zstd was not asked for"),
    "deflate": Encoded(
        lambda: zlib.compress(b"x"), "deflate", "its encoding deflate was not asked for"
    ),
    "a million members": Encoded(
        lambda: zipped_once(b"") * 1_000_000, "gzip", "its gzip data has more than 1000 parts"
    ),
    "no end": Encoded(lambda: gzipped(MB)[:-9], "gzip", "its gzip data is cut off"),
    "more than may come": Encoded(lambda: bytes(21 * MB), "", "it is larger than 20 MB"),
}

PAGES: Mapping[str, Bomb] = {
    "a table of half a million cells": page(lambda: b"<table>" + b"<tr><td>x" * 500_000, CUT),
    "comments that open": page(lambda: b"<!--" * (5 * MB // 4), CUT),
    "sections that open": page(lambda: b"<![CDATA[" * (5 * MB // 9), CUT),
    "instructions that open": page(lambda: b"<?x" * (5 * MB // 3), CUT),
    "attributes that open": page(lambda: b"<a b='" * (5 * MB // 6), CUT),
    "tags that open": page(lambda: b"<" * (5 * MB), CUT),
    "half a million elements deep": page(lambda: b"<div>" * 500_000 + WORDS, CUT),
    "paragraphs without end": page(
        lambda: b"<p>Some words of it, she said, and more" * 80_000, CUT, MEMORY
    ),
    "a hundred thousand attributes": page(
        lambda: b"<p " + b" ".join(b"a%d=b" % n for n in range(100_000)) + b">" + WORDS, CPU
    ),
    "one text of 20 MB": page(lambda: b"<p>" + b"word and more " * (20 * MB // 14 - 9), CUT),
    "JSON-LD a hundred thousand deep": page(
        lambda: (
            b'<script type="application/ld+json">'
            + b"[" * 100_000
            + b"]" * 100_000
            + b"</script>"
            + WORDS
        ),
        WHOLE,
    ),
    "JSON-LD of a million nodes": page(
        lambda: (
            WORDS + b'<script type="application/ld+json">[' + b"{}," * 1_000_000 + b"{}]</script>"
        ),
        CUT,
    ),
    "a billion laughs": Bomb(
        lambda: laughs("html", f"<html><body>LAUGH{WORDS.decode()}</body></html>"),
        "a.xhtml",
        (WHOLE,),
        "application/xhtml+xml",
    ),
    "a billion laughs in a drawing": Bomb(
        lambda: laughs("svg", "<svg><text>LAUGH</text></svg>"),
        "a.svg",
        ("a file of type image/svg+xml holds no text that can be read",),
        "image/svg+xml",
    ),
    "a file from outside": Bomb(lambda: outside("file:///etc/passwd"), "a.xhtml", (WHOLE,)),
    "an address from outside": Bomb(
        lambda: outside(f"http://127.0.0.1:{PORT}/x"), "a.xhtml", (WHOLE,)
    ),
    "the compression codec for a charset": Bomb(
        lambda: zlib.compress(WORDS * 1000),
        "a.html",
        (BINARY,),
        charset="zlib",
    ),
    "hex for a charset": Bomb(lambda: WORDS.hex().encode(), "a.html", (STUB,), charset="hex"),
    "rot13 for a charset": Bomb(lambda: WORDS, "a.html", (WHOLE,), charset="rot13"),
    "utf-7 for a charset": Bomb(
        lambda: b"+ADw-script+AD4- " + WORDS, "a.html", (WHOLE,), charset="utf-7"
    ),
    "escapes for a charset": Bomb(
        lambda: rb"\u003cscript\u003e " + WORDS, "a.html", (WHOLE,), charset="unicode_escape"
    ),
}

FILES: Mapping[str, Bomb] = {
    "a million paragraphs of Word": Bomb(
        lambda: word_file(b"<w:p/>" * 1_000_000), "a.docx", (DOCX,)
    ),
    "Word beyond its ratio": Bomb(lambda: word_file(b" " * (40 * MB)), "a.docx", (DOCX,)),
    "Word of entities": Bomb(
        word_entities,
        "a.docx",
        ("the Word file holds no words", DOCX, "the Word file cannot be read (XMLSyntaxError)"),
    ),
    "Word in 20,000 parts": Bomb(many_parts, "a.docx", (DOCX,)),
    "Word of one long text": Bomb(
        lambda: word_file(b"<w:p><w:r><w:t>" + FILLER.encode() * 25_000 + b"</w:t></w:r></w:p>"),
        "a.docx",
        (CUT,),
    ),
    "PDF of three million operations": Bomb(
        lambda: pdf_packed(b"q Q " * 1_500_000),
        "a.pdf",
        (CPU, MEMORY, "the PDF cannot be read (LimitReachedError)"),
    ),
    "PDF of long arrays": Bomb(
        lambda: pdf_packed(b"BT /F1 9 Tf " + (b"[" + b"(a)3" * 3000 + b"] TJ ") * 100 + b"ET"),
        "a.pdf",
        (CUT, CPU, STUB),
    ),
    "PDF of pages within pages": Bomb(
        lambda: pdf_tree(lambda n: f"{n + 1} 0 R", 5_000),
        "a.pdf",
        ("the PDF cannot be read (LimitReachedError)",),
    ),
    "PDF of pages in a circle": Bomb(
        lambda: pdf_tree(lambda n: f"{5 - n} 0 R", 2),
        "a.pdf",
        ("the PDF cannot be read (PdfReadError)",),
    ),
    "PDF of ever more pages": Bomb(
        lambda: pdf_tree(lambda n: f"{n + 1} 0 R " * 9, 40),
        "a.pdf",
        ("the PDF cannot be read (LimitReachedError)",),
    ),
    "PDF of zeros": Bomb(
        lambda: pdf_packed(bytes(200 * MB)),
        "a.pdf",
        ("the PDF cannot be read (LimitReachedError)",),
    ),
    "PDF under lock": Bomb(pdf_locked, "a.pdf", ("the PDF is encrypted",)),
    "PDF with many lines": Bomb(
        lambda: a_pdf(*[["The pier is shut."] * 60] * 200), "a.pdf", (WHOLE,)
    ),
    "a million captions": Bomb(lambda: cues(MB), "a.vtt", (MEMORY, CUT)),
    "JSON a hundred thousand deep": Bomb(
        lambda: b"[" * 100_000 + b"]" * 100_000,
        "a.json",
        ("the JSON is nested too deep to be read",),
    ),
    "JSON of a million objects": Bomb(
        lambda: b"[" + b"{}," * 999_000 + b"1]", "a.json", ("the JSON holds no sentence", MEMORY)
    ),
    "JSON of many pages": Bomb(
        lambda: json.dumps(["<p>the pier is shut</p>"] * 100_000).encode(),
        "a.json",
        (CPU, WHOLE, MEMORY),
    ),
    "JSON beyond what is read": Bomb(
        lambda: json.dumps([FILLER] * 30_000).encode(),
        "a.json",
        ("the JSON is larger than 3000000 characters",),
    ),
}

TEXTS: Mapping[str, Bomb] = {
    "gzip within gzip": text(lambda: gzipped(64 * MB), BINARY),
    "20 MB on one line": text(lambda: b"word and more " * (20 * MB // 14), CUT),
    "10 MB of straight marks": text(lambda: b'"' * (10 * MB), CUT),
    "10 MB of curly marks": text(lambda: "“”".encode() * (10 * MB // 6), CUT),
    "10 MB of quoted letters": text(lambda: b'"a" ' * (10 * MB // 4), CUT),
    "a quotation each line": text(lambda: b'"It is so," she said.\n' * 300_000, CUT, MEMORY),
    "10 MB of one accent": text(lambda: b"a" + "\u0301".encode() * (5 * MB), CUT),
    "cues without end": text(lambda: b"said Ada told Ada that Olt said " * 150_000, CUT, CPU),
    "20 MB of noise": text(lambda: zlib.compress(bytes(range(256))) * 80_000, BINARY),
    "20 MB stored twice": text(lambda: "Ã©".encode() * (5 * MB), WRONG),
    "YAML of aliases": text(aliases, WHOLE),
    "Markdown that quotes itself": Bomb(lambda: b"> " * 400_000 + b"a b c", "a.md", (WHOLE,)),
    "Markdown of stars": Bomb(lambda: b"*a **b " * 100_000, "a.md", (WHOLE, CPU, MEMORY)),
    "Markdown of links": Bomb(lambda: b"[a](<b " * 100_000, "a.md", (WHOLE, CPU, MEMORY)),
}  # fmt: skip

BOMBS: Mapping[str, Bomb] = {**PAGES, **FILES, **TEXTS}
