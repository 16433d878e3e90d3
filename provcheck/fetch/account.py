"""What was read in a run and how that went, for the report."""

from collections.abc import Mapping

from provcheck.model.evidence import Completeness, Found, Unavailable
from provcheck.model.lead import LeadKind
from provcheck.model.report import SourceRead

Answer = Found | Unavailable
Key = tuple[LeadKind, str]


def account(answers: Mapping[Key, Answer], warned: Mapping[Key, str]) -> tuple[SourceRead, ...]:
    """Return what `answers`, by kind and target of their leads, amount to, sorted by name.

    `warned` is what sites have against being read that were read all the same. What is merely
    named was not read, and is left out; so is what the library has of a page that was read itself.
    """
    pages = {
        answer.snapshot.sha256
        for (kind, _), answer in answers.items()
        if kind != LeadKind.LIBRARY and isinstance(answer, Found)
    }
    reads = [
        (_told(_address(key), answer, warned.get(key)), key[1])
        for key, answer in answers.items()
        if key[0] != LeadKind.NAME and not _is_twin(key, answer, pages)
    ]
    # Two addresses may lead to one page; which of them answered first must not show.
    reads.sort(key=lambda pair: (pair[0].name, pair[0].url or "", pair[0].status, pair[1]))
    return tuple(read for read, _ in reads)


def _is_twin(key: Key, answer: Answer, pages: set[str]) -> bool:
    if key[0] != LeadKind.LIBRARY or not isinstance(answer, Found):
        return False
    return answer.snapshot.sha256 in pages


def _address(key: Key) -> str:
    kind, target = key
    return target.rpartition("@")[0] if kind == LeadKind.ARCHIVE else target


def _told(target: str, answer: Answer, warned: str | None) -> SourceRead:
    match answer:
        case Found(snapshot=snapshot, text=text, completeness=completeness):
            whole = completeness == Completeness.WHOLE
            return SourceRead(
                name=text.title or snapshot.url,
                url=snapshot.final_url,
                status="found",
                detail="read whole" if whole else f"read in part: {completeness}",
                sha256=snapshot.sha256,
                warned=warned,
                fetched_at=snapshot.fetched_at,
            )
        case Unavailable(reason=reason):
            return SourceRead(name=target, url=target, status="unavailable", detail=reason)
