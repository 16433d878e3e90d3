"""Words that try to be more than words, for every place of a report that shows words."""

import json
from pathlib import Path

from reporting import a_report

from provcheck.model.report import Report

TOKEN = "PAYLOADTOKEN"  # noqa: S105
PAYLOADS = (
    "<script>alert(1)</script>",
    "</title></style></script><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onfocus='alert(1)' autofocus='",
    "` onclick=alert(1) `",
    "<!--<script>",
    "]]><a href=javascript:alert(1)>x</a>",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt;&amp;amp;",
    "<base href=//evil.example><form action=//evil.example><input>",
    "<meta http-equiv=refresh content=0>",
    "}*{display:none}</style>",
    "\u202etxet\u202c \u2066x\u2069",
    "\x1b]0;owned\x07\x1b[8mhidden",
    "\r\n::error file=a::x",
    "said ##[error]x ##vso[task.setvariable]y",
    "\u00a0::stop-commands::t",
    "\x9b2J\x08\x08\x85next",
    "[bold red]x[/bold red]",
    "nul\x00 \ud800 \ufffe",
    "%s {0} \\u003c/script\\u003e",
)
VECTORS = Path(__file__).parents[1].parent / "shared" / "vectors" / "report.jsonl"


def payloads() -> tuple[str, ...]:
    """Our own payloads, and those of the shared list where it lies on this machine."""
    if not VECTORS.exists():
        return PAYLOADS
    rows = (json.loads(line) for line in VECTORS.read_text().splitlines())
    return (*PAYLOADS, *(row["payload"] for row in rows if row["where"] != "source.url"))


def a_report_of(payload: str) -> Report:
    """The sample report with `payload` wherever article or source may bring words in.

    Addresses are left as they are: whether one becomes a link depends on the address.
    """
    report = a_report()
    marked = report.article.text.replace("ferry line", f"ferry {payload} line")
    shift = len(marked) - len(report.article.text)
    data = report.model_dump()
    _move(data, report.article.text.index("ferry line"), shift)
    data["article"] |= {"text": marked, "title": payload, "byline": payload, "path": payload or "x"}
    for finding in data["findings"]:
        _fill(finding, payload, marked)
    data["sources"][0].update(name=payload, detail=payload, warned=payload)
    data["queries"] = [
        {"provider": "site", "sent": payload, "host": "wire.example", "outcome": payload}
    ]
    return Report.model_validate(data)


def _move(value: object, after: int, by: int, *, article: bool = True) -> None:
    """Shift every span into the article that begins or ends after the place of insertion."""
    if isinstance(value, dict):
        if set(value) == {"start", "end"} and article:
            value["start"] += by if value["start"] > after else 0
            value["end"] += by if value["end"] > after else 0
        for key, inner in value.items():
            _move(inner, after, by, article=article and key not in {"source", "evidence", "lines"})
    elif isinstance(value, list | tuple):
        for inner in value:
            _move(inner, after, by, article=article)


def _fill(finding: dict, payload: str, text: str) -> None:
    claim = finding["claim"]
    claim["text"] = text[claim["span"]["start"] : claim["span"]["end"]]
    claim |= {"id": payload, "via": payload, "nested_speaker": payload, "cue": payload}
    if claim["speaker"]:
        claim["speaker"] |= {"as_written": payload, "resolved": payload, "how": payload}
    finding |= {"message": payload, "speaker_in_source": payload}
    if finding["evidence"]["status"] == "found":
        finding["evidence"]["text"] |= {"title": payload, "publisher": payload, "byline": payload}
        finding["alignment"] |= {"before": payload, "after": payload}
        for edit in finding["alignment"]["edits"]:
            edit["note"] = payload
    else:
        finding["evidence"]["reason"] = payload
    for remark in finding["remarks"]:
        remark["message"] = payload
    for step in finding["trail"]:
        step["detail"] = payload
        step["lead"]["reason"] = payload
