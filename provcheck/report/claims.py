"""What `provcheck claims` writes: the claims as they were extracted, nothing judged."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from provcheck.model.article import Article
from provcheck.model.claim import Claim
from provcheck.model.value import Value
from provcheck.report import schema as out
from provcheck.report.json import TOOL, claim, written
from provcheck.report.sums import count
from provcheck.report.visible import harmless, one_line
from provcheck.rulebook.book import Rulebook


class Reading(Value):
    """An article and the claims found in it, in reading order."""

    article: Article
    claims: tuple[Claim, ...]


def as_json(readings: tuple[Reading, ...], rules: Rulebook) -> str:
    """Return one JSON object for all articles, in the shape of `ClaimsOutput`."""
    output = out.ClaimsOutput(
        schema=out.VERSION,
        tool=TOOL,
        rules=rules.digest,
        house=rules.house.id,
        articles=tuple(_extracted(reading) for reading in readings),
    )
    return written(output)


def as_text(readings: tuple[Reading, ...], _rules: Rulebook) -> str:
    """Return a few lines a claim: where it stands, who says it, its words, what it cites."""
    lines = [
        line for reading in readings for found in reading.claims for line in _lines(found, reading)
    ]
    total = sum(len(reading.claims) for reading in readings)
    within = f" in {count(len(readings), 'article')}" if len(readings) > 1 else ""
    return "\n".join([*lines, f"{count(total, 'claim')}{within}"]) + "\n"


CLAIM_FORMATS: Mapping[str, Callable[[tuple[Reading, ...], Rulebook], str]] = MappingProxyType(
    {"terminal": as_text, "json": as_json}
)


def _extracted(reading: Reading) -> out.ExtractedOut:
    article = reading.article
    return out.ExtractedOut(
        path=article.path,
        title=article.title,
        byline=article.byline,
        published=article.published,
        lang=article.lang,
        sha256=article.sha256,
        claims=tuple(claim(found, article) for found in reading.claims),
    )


def _lines(found: Claim, reading: Reading) -> list[str]:
    position = reading.article.lines.position(found.span.start)
    where = f"{one_line(reading.article.path)}:{position.line}:{position.column}:"
    told = (("cue", found.cue), ("via", found.via), ("said on", found.said_on))
    facts = [f"{name} {one_line(str(fact))}" for name, fact in told if fact]
    facts.extend(f"cites {one_line(cite.url or cite.name)}" for cite in found.cites)
    return [
        f"{harmless(where)} {found.kind}  {_who(found)}",
        f"    “{one_line(found.words)}”",
        *([f"    {', '.join(facts)}"] if facts else []),
        "",
    ]


def _who(found: Claim) -> str:
    if not found.speaker:
        return "nobody named"
    written_as, resolved = found.speaker.as_written, found.speaker.resolved
    if resolved in {None, written_as}:
        return one_line(written_as)
    return f"{one_line(str(resolved))} ({one_line(written_as)})"
