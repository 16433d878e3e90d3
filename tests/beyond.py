"""The labelled table of small cases that the words alone do not decide, and how each is run."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from provcheck.model.claim import ClaimKind
from provcheck.model.finding import Finding
from provcheck.model.value import Value
from provcheck.pipeline import check
from provcheck.rulebook.book import load_rulebook
from provcheck.settings import Settings

TABLES = Path(__file__).parent / "acceptance" / "beyond"
SILENT = "silent"
_ADDRESS = "https://ports.example/talk"
_FRAME = "“{q},” Ada Brandvold [said](L)."
_PAGE = (
    '<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title></head>'
    "<body><article><h1>{title}</h1>{body}</article></body></html>"
)
RULES = load_rulebook()


class Row(Value):
    """One case: `q` the quoted words, `s` the source, `a` the article, `v` what is expected.

    The letters are the keys of the tables, whose heads explain them. Every third row of a table
    is `held`: it was labelled with the others and not looked at while the rules were made.
    """

    id: str
    q: str
    s: str
    a: str = _FRAME
    v: str = SILENT
    r: tuple[str, ...] = ()
    lang: str = "en"
    html: bool = False
    pub: date = date(2025, 3, 14)
    publisher: str | None = None
    title: str = "Talk in Halvik"
    held: bool = False


class Outcome(Value):
    """What was said of a row's quotation: the verdict (SILENT for a pass), remarks, a sentence."""

    verdict: str
    remarks: tuple[str, ...]
    message: str

    def fits(self, row: Row) -> bool:
        return (self.verdict, self.remarks) == (row.v, row.r)


def rows(name: str) -> tuple[Row, ...]:
    """Return the rows of one table, in order."""
    read: list[dict[str, Any]] = yaml.safe_load((TABLES / f"{name}.yaml").read_text())
    return tuple(Row(**row, held=i % 3 == 2) for i, row in enumerate(read))


def outcome(row: Row) -> Outcome:
    """Run a row through the whole program, on files in a folder of its own."""
    with TemporaryDirectory() as folder:
        finding = _finding(row, Path(folder))
    if finding is None:
        return Outcome(verdict="no claim", remarks=(), message="")
    passed = finding.verdict in {"verbatim", "edited"}
    return Outcome(
        verdict=SILENT if passed else str(finding.verdict),
        remarks=tuple(remark.rule for remark in finding.remarks),
        message=finding.message,
    )


def confusion(pairs: list[tuple[Row, Outcome]]) -> Counter[tuple[str, str]]:
    """Count (expected, said) pairs; a pass with a remark counts under the remark's name."""
    return Counter((_label(row.v, row.r), _label(o.verdict, o.remarks)) for row, o in pairs)


def _label(verdict: str, remarks: tuple[str, ...]) -> str:
    return "+".join(remarks) if verdict == SILENT and remarks else verdict


def _finding(row: Row, folder: Path) -> Finding | None:
    sources = folder / "sources"
    sources.mkdir()
    name = "talk.html" if row.html else "talk.txt"
    (sources / name).write_text(_page(row) if row.html else row.s)
    entry = {"file": name, "url": _ADDRESS, "published": str(row.pub), "publisher": row.publisher}
    kind = "text/html" if row.html else "text/plain"
    entry |= {"content_type": f"{kind}; charset=utf-8", "status": 200}
    said = {key: value for key, value in entry.items() if value is not None}
    (sources / "sources.json").write_text(json.dumps([said]))
    article = folder / "article.md"
    article.write_text(row.a.format(q=row.q).replace("(L)", f"({_ADDRESS})") + "\n")
    settings = Settings(
        sources=(sources,), offline=True, published=date(2025, 3, 14), lang=row.lang
    )
    findings = check(str(article), settings, RULES).findings
    quotes = (f for f in findings if f.claim.kind != ClaimKind.PARAPHRASE)
    return next(quotes, None)


def _page(row: Row) -> str:
    body = "".join(f"<p>{line}</p>" for line in row.s.split("\n"))
    return _PAGE.format(lang=row.lang, title=row.title, body=body)
