"""From a lead to evidence: each source is fetched and read once a run."""

from datetime import date, datetime
from hashlib import sha256

from provcheck.errors import StoreError
from provcheck.fetch.client import Client, Response
from provcheck.fetch.quoting import quoting
from provcheck.fetch.replay import ReplayTransport
from provcheck.model.evidence import Completeness, Found, Mode, Snapshot, Unavailable
from provcheck.model.lead import Lead, LeadKind
from provcheck.model.report import SourceRead
from provcheck.rulebook.book import Rulebook
from provcheck.settings import Settings
from provcheck.sources.body import Body, Unreadable
from provcheck.sources.read import read_source
from provcheck.store.given import Given, GivenSource
from provcheck.store.ledger import Ledger

Answer = Found | Unavailable


class Desk:
    """Where sources are read for one run, each once; remembers what was read and how it went."""

    def __init__(self, given: Given, settings: Settings, rules: Rulebook) -> None:
        self.given, self.settings, self.rules = given, settings, rules
        self._client = Client(ReplayTransport(given), settings)
        self._answers: dict[tuple[LeadKind, str], Answer] = {}
        self._ledger = Ledger(settings.store) if settings.store else None

    async def evidence(self, lead: Lead) -> Answer:
        """Return the source that `lead` leads to, or why it could not be read.

        Raises StoreError when a store was asked for and cannot be written.
        """
        key = (lead.kind, lead.target)
        if key not in self._answers:
            self._answers[key] = await self._looked_up(lead)
        return self._answers[key]

    @property
    def read(self) -> tuple[SourceRead, ...]:
        """Return what was read in this run and how it went, sorted by name."""
        reads = [
            _told(target, answer)
            for (kind, target), answer in self._answers.items()
            if kind != LeadKind.NAME
        ]
        return tuple(sorted(reads, key=lambda read: (read.name, read.url or "", read.status)))

    async def _looked_up(self, lead: Lead) -> Answer:
        match lead.kind:
            case LeadKind.URL:
                answer = await self._client.get(lead.target)
                return answer if isinstance(answer, Unavailable) else self._page(answer)
            case LeadKind.ARCHIVE:
                return self._copy(lead)
            case LeadKind.GIVEN:
                entry = next((e for e in self.given.entries if e.key == lead.target), None)
                return (
                    self._local(entry) if entry else Unavailable(reason=f"{lead.target}: not given")
                )
            case LeadKind.NAME:
                return Unavailable(reason=f"{lead.target} is named, and no copy of it is at hand")

    def _page(self, answer: Response) -> Answer:
        entry = self.given.at(answer.final_url)
        body = Body(
            data=answer.body,
            media_type=answer.media_type,
            charset=answer.charset,
            url=answer.final_url,
            name=entry.key if entry else answer.final_url,
            **_said(entry),
        )
        where = Snapshot(
            url=answer.url,
            final_url=answer.final_url,
            hops=answer.hops,
            fetched_at=entry.fetched_at if entry else None,
            media_type=answer.media_type,
            mode=Mode.REPLAY,
            **_UNHASHED,
        )
        return self._found(body, where)

    def _copy(self, lead: Lead) -> Answer:
        """Return the archived copy that was chosen: `target` is its address and its moment."""
        url, _, moment = lead.target.rpartition("@")
        taken = datetime.fromisoformat(moment)
        entry = next((e for e in self.given.copies(url) if e.archived_at == taken), None)
        if entry is None or entry.path is None:
            return Unavailable(reason=f"{url}: no archived copy of {moment} is at hand")
        where = Snapshot(
            url=url,
            final_url=url,
            fetched_at=entry.archived_at,
            media_type=(entry.content_type or "").partition(";")[0].strip(),
            mode=Mode.ARCHIVE,
            **_UNHASHED,
        )
        return self._found(_body(entry), where)

    def _local(self, entry: GivenSource) -> Answer:
        body = _body(entry)
        where = Snapshot(
            url=entry.url or entry.key,
            final_url=entry.url or entry.key,
            fetched_at=entry.fetched_at,
            media_type=body.media_type,
            mode=Mode.REPLAY if entry.url else Mode.LOCAL,
            **_UNHASHED,
        )
        return self._found(body, where)

    def _found(self, body: Body, where: Snapshot) -> Answer:
        if len(body.data) > self.settings.limits.source_bytes:
            return Unavailable(reason=f"{where.url}: larger than a source may be")
        try:
            text, completeness = read_source(body, self.rules)
        except Unreadable as problem:
            return Unavailable(reason=f"{where.url}: {problem}", attempts=where.hops)
        snapshot = where.model_copy(
            update={
                "sha256": sha256(body.data).hexdigest(),
                "text_sha256": sha256(text.text.encode("utf-8", "surrogatepass")).hexdigest(),
            }
        )
        if self._ledger:
            self._ledger.record(snapshot, body.data)
        return Found(snapshot=snapshot, text=quoting(text, self.rules), completeness=completeness)


_UNHASHED = {"sha256": "", "text_sha256": ""}


def _body(entry: GivenSource) -> Body:
    try:
        data = entry.path.read_bytes() if entry.path else b""
    except OSError as problem:
        message = f"{entry.path}: cannot be read ({problem.strerror}); check its permissions"
        raise StoreError(message) from None
    kind, _, _ = (entry.content_type or "").partition(";")
    return Body(data=data, media_type=kind.strip(), url=entry.url, name=entry.key, **_said(entry))


def _said(entry: GivenSource | None) -> dict[str, str | date | None]:
    """Return what the manifest says of a source, which overrides what the source says."""
    if entry is None:
        return {}
    return {
        "publisher": entry.publisher,
        "published": entry.published,
        "lang": entry.lang,
        "title": entry.title,
    }


def _told(target: str, answer: Answer) -> SourceRead:
    match answer:
        case Found(snapshot=snapshot, text=text, completeness=completeness):
            whole = completeness == Completeness.WHOLE
            return SourceRead(
                name=text.title or snapshot.url,
                url=snapshot.final_url,
                status="found",
                detail="read whole" if whole else f"read in part: {completeness}",
                sha256=snapshot.sha256,
            )
        case Unavailable(reason=reason):
            return SourceRead(name=target, url=target, status="unavailable", detail=reason)
