"""What was found before and is taken as known: a file that lists findings by article and claim."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Any, Literal

from pydantic import Field, ValidationError

from provcheck.errors import SettingsError
from provcheck.files import write_whole
from provcheck.language.words import spelt
from provcheck.model.finding import Finding
from provcheck.model.notice import Notice
from provcheck.model.report import Report
from provcheck.model.value import Value
from provcheck.model.verdict import Level, Verdict
from provcheck.rulebook.book import Rulebook
from provcheck.signoff.draft import REJECTED

ABSENT = "baseline-absent"
VERSION: Literal["provcheck-baseline/1"] = "provcheck-baseline/1"
MAX_BYTES = 64 << 20
_DIGITS = 12  # of a hash, as an id has
_ADDRESS = ("http://", "https://")


class Entry(Value):
    """One finding that is known: the id of its claim, its verdict, the rules of its remarks.

    `words` are the first digits of the SHA-256 of the claim's words, which say more than its id
    does; an entry without any is of a claim however it is spelt.
    """

    claim: str
    verdict: Verdict
    remarks: tuple[str, ...] = ()
    words: str = ""


class Baseline(Value):
    """Findings by article: its path from the folder of the baseline's file, with slashes."""

    schema_: Literal["provcheck-baseline/1"] = Field(alias="schema")
    articles: Mapping[str, tuple[Entry, ...]]


def baseline_of(reports: Mapping[str, Report], file: Path) -> Baseline:
    """Return what is open in `reports`, which are by the path of their article.

    `file` is where the baseline will lie. An article with nothing open is not listed.
    """
    articles: dict[str, tuple[Entry, ...]] = {}
    for path, report in reports.items():
        entries = tuple(_entry(f) for f in report.findings if f.outstanding is not Level.OK)
        if entries:
            articles[key_of(path, file)] = tuple(sorted(entries, key=lambda each: each.claim))
    return Baseline(schema=VERSION, articles=dict(sorted(articles.items())))


def write_baseline(baseline: Baseline, file: Path) -> None:
    """Write `baseline` to `file`, whole or not at all, the same bytes for the same findings.

    One finding a line, so that merges work. Raises SettingsError when it cannot be written.
    """
    articles = [
        f"    {json.dumps(path)}: [\n{_lines(map(_line, entries))}\n    ]"
        for path, entries in baseline.articles.items()
    ]
    listed = f"{{\n{_lines(articles)}\n  }}" if articles else "{}"
    write_whole(file, f'{{\n  "schema": "{VERSION}",\n  "articles": {listed}\n}}\n')


def _lines(each: Iterable[str]) -> str:
    return ",\n".join(each)


def _line(entry: Entry) -> str:
    untold = set() if entry.words else {"words"}
    return f"      {json.dumps(entry.model_dump(mode='json', exclude=untold))}"


def read_baseline(file: Path) -> Baseline:
    """Return the baseline in `file`.

    Raises SettingsError, one line with file, place and remedy, when there is no such file, when it
    is over 64 MiB, no JSON (a merge conflict, say), or something else than a baseline.
    """
    try:
        return Baseline.model_validate(_json(file))
    except ValidationError as problem:
        first = problem.errors()[0]
        field = ".".join(map(str, first["loc"])) or "the whole file"
        message = f"{file}: field {field}: {first['msg']}; write the baseline anew"
        raise SettingsError(message) from None


def _json(file: Path) -> Any:  # noqa: ANN401
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except FileNotFoundError:
        message = f"{file}: no such baseline; `provcheck baseline write` makes one"
        raise SettingsError(message) from None
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", None) or problem
        message = f"{file}: cannot be read ({why}); check the path and its permissions"
        raise SettingsError(message) from None
    if len(data) > MAX_BYTES:
        message = f"{file}: larger than {MAX_BYTES} bytes; is it a baseline?"
        raise SettingsError(message)
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as problem:
        line = getattr(problem, "lineno", None)
        place = f"line {line}: " if line else ""
        message = f"{file}: {place}is no JSON; end a merge that is left open, or write it anew"
        raise SettingsError(message) from None


def key_of(path: str, file: Path) -> str:
    """Return what the article at `path` is called in the baseline at `file`."""
    if path.casefold().startswith(_ADDRESS):
        return path
    article, folder = os.path.realpath(path), os.path.realpath(file.parent)
    try:
        return PurePath(os.path.relpath(article, folder)).as_posix()
    except ValueError:  # on another drive
        return PurePath(article).as_posix()


def known(report: Report, baseline: Baseline, told: tuple[str, Path], rules: Rulebook) -> Report:
    """Return `report` with those of its findings marked as known that `baseline` lists.

    `told` are the path of the article and that of the baseline's file. Known is a finding of the
    same claim, words and verdict and no remark that is not listed; one that an editor rejected
    never is. What is listed and found no more is a notice ("baseline-absent"), as grave as the
    house has it.
    """
    path, file = told
    entries = baseline.articles.get(key_of(path, file), ())
    by_claim: dict[str, list[Entry]] = {}
    for entry in entries:
        by_claim.setdefault(entry.claim, []).append(entry)
    findings = tuple(
        finding.model_copy(update={"known": True})
        if any(_covers(entry, finding) for entry in by_claim.get(finding.claim.id, ()))
        else finding
        for finding in report.findings
    )
    notices = (*report.notices, *_absent(report, entries, file, rules))
    return report.model_copy(update={"findings": findings, "notices": notices})


def _covers(entry: Entry, finding: Finding) -> bool:
    same = entry.verdict is finding.verdict and entry.words in {"", _words(finding)}
    rules = {remark.rule for remark in finding.remarks}
    return same and rules <= set(entry.remarks) and REJECTED not in rules


def _absent(
    report: Report, entries: Iterable[Entry], file: Path, rules: Rulebook
) -> Iterator[Notice]:
    level = rules.level(ABSENT)
    if level is None or report.interrupted:
        return
    found = {finding.claim.id: finding.verdict for finding in report.findings}
    for entry in entries:
        now = found.get(entry.claim)
        if now is not entry.verdict:
            told = f"{entry.claim} in {report.article.path} is listed as {entry.verdict}, and "
            told += f"is {now} now" if now else "is gone from the article"
            message = f"{told}; write the baseline anew"
            yield Notice(rule=ABSENT, level=level, message=message, path=str(file))


def _entry(finding: Finding) -> Entry:
    rules = sorted({remark.rule for remark in finding.remarks})
    claim, verdict = finding.claim.id, finding.verdict
    return Entry(claim=claim, verdict=verdict, remarks=tuple(rules), words=_words(finding))


def _words(finding: Finding) -> str:
    return sha256(spelt(finding.claim.words).encode()).hexdigest()[:_DIGITS]
