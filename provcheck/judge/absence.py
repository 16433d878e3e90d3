"""What is said when the words were not located in a cited source."""

from provcheck.judge.case import Ruling, Walk, weighing
from provcheck.judge.translation import compared, foreign_part
from provcheck.model.article import Article
from provcheck.model.claim import Claim, ClaimKind
from provcheck.model.evidence import Completeness, Evidence, Found, Unavailable, Unsourced
from provcheck.model.verdict import Level, Verdict
from provcheck.rulebook.book import Rulebook

_PARTS = {
    Completeness.GATED: "only the part before the paywall could be read",
    Completeness.TRUNCATED: "only a part of it could be read",
    Completeness.SCRIPT_ONLY: "it shows its text only to a browser that runs scripts",
    Completeness.WRONG_CHARSET: "its characters could not be read reliably",
    Completeness.STUB: "it holds next to no text",
}


def absent(article: Article, claim: Claim, walks: tuple[Walk, ...], rules: Rulebook) -> Ruling:
    """Rule on a claim that no source bears: not-found, translated, unavailable or unsourced.

    `not-found` only when every source that leads to a text was read whole, as it was written and
    in all its versions; a source that is merely named, beside one that was read, weakens nothing.
    """
    cited = tuple(walk for walk in weighing(walks) if walk.cited)
    read = tuple(walk for walk in cited if isinstance(walk.evidence, Found))
    unread = _unread(cited, have_text=bool(read))
    foreign = [told for walk in read if (told := _translated(article, claim, walk, rules))]
    if unread:
        return _ruling(rules, Verdict.UNAVAILABLE, "; ".join(dict.fromkeys(unread)))
    if foreign:
        return _ruling(rules, Verdict.TRANSLATED, foreign[0])
    if read:
        return _not_there(claim, read, rules)
    return _ruling(rules, Verdict.UNSOURCED, _nothing_named(walks))


def evidence_of_absence(ruling: Ruling, walks: tuple[Walk, ...]) -> Evidence:
    """Return what a ruling of `absent` rests on: the source read in vain, or the failure to."""
    cited = [walk.evidence for walk in weighing(walks) if walk.cited]
    if ruling.verdict == Verdict.UNSOURCED or not cited:
        return Unsourced(reason=ruling.message)
    unread = [evidence for evidence in cited if isinstance(evidence, Unavailable)]
    if ruling.verdict == Verdict.UNAVAILABLE:
        attempts = tuple(hop for evidence in unread for hop in evidence.attempts)
        return Unavailable(reason=ruling.message, attempts=attempts)
    return next(evidence for evidence in cited if isinstance(evidence, Found))


def name_of(walk: Walk) -> str:
    """Return what an editor would call the source of `walk`, or what was looked for."""
    return title_of(walk.evidence) if isinstance(walk.evidence, Found) else walk.lead.target


def title_of(found: Found) -> str:
    """Return the source's title and publisher, or its address where it has no title."""
    text = found.text
    if text.title:
        return f"{text.title_in_marks}" + (f" ({text.publisher})" if text.publisher else "")
    return found.snapshot.final_url


def _not_there(claim: Claim, read: tuple[Walk, ...], rules: Rulebook) -> Ruling:
    names = " and ".join(dict.fromkeys(name_of(walk) for walk in read))
    if claim.kind == ClaimKind.PARAPHRASE:
        return _ruling(rules, Verdict.UNSUPPORTED, f"nothing comparable stands in {names}")
    ruling = _ruling(rules, Verdict.NOT_FOUND, f"read whole, the words are not in {names}")
    # One to three words may be the writer's own emphasis rather than a quotation.
    return ruling.model_copy(update={"level": Level.WARNING}) if claim.fragment else ruling


def _unread(cited: tuple[Walk, ...], *, have_text: bool) -> list[str]:
    reasons = []
    for walk in cited:
        match walk.evidence:
            case Unavailable(reason=reason) if not (walk.by_name_only and have_text):
                reasons.append(reason)
            case Found() as found if part := _in_part(found):
                reasons.append(f"{name_of(walk)}: {part}")
            case _:
                pass
    return reasons


def _in_part(found: Found) -> str | None:
    """Return why a source was not read as its readers have it, None where it was read whole."""
    post = found.text.post
    if found.completeness in _PARTS or post is None:
        return _PARTS.get(found.completeness)
    if post.edited:
        return "it was edited, and what it read before could not be had"
    return "a machine wrote its words down, and mishears some" if post.automatic else None


def _nothing_named(walks: tuple[Walk, ...]) -> str:
    searched = sum(1 for walk in walks if isinstance(walk.evidence, Found))
    if not searched:
        return "the article names no source for these words"
    at_hand = "the source at hand" if searched == 1 else f"any of the {searched} sources at hand"
    return f"the article names no source, and the words are not in {at_hand}"


def _translated(article: Article, claim: Claim, walk: Walk, rules: Rulebook) -> str | None:
    """Return what is said of a source that gives the words in another language, None of others."""
    if not isinstance(walk.evidence, Found):
        return None
    source = walk.evidence.text
    foreign = foreign_part(article, claim, source)
    if foreign is None:
        return None
    told = compared(claim, source, foreign, rules)
    message = f"{name_of(walk)} is in another language ({foreign.lang})"
    return f"{message}; {told}" if told else message


def _ruling(rules: Rulebook, verdict: Verdict, message: str) -> Ruling:
    return Ruling(verdict=verdict, level=rules.verdicts.verdict(verdict).level, message=message)
