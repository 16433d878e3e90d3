"""What a rule of house style looks at, built from plain words."""

from building import a_claim, a_source, a_walk, an_article, found

from provcheck.judge.house.look import Look
from provcheck.judge.house.rules import in_house_style
from provcheck.match.align import align
from provcheck.model.evidence import Unsourced
from provcheck.model.finding import Finding
from provcheck.model.lead import Standing
from provcheck.model.source_text import SourceText
from provcheck.model.verdict import Level, Verdict
from provcheck.rulebook.book import Rulebook, load_house

LONG_AGO = (
    "\nThe council met again on Monday, and the old bridge stayed closed for three more weeks."
)


def in_house(rules: Rulebook, name: str) -> Rulebook:
    return rules.model_copy(update={"house": load_house(name)})


def a_look(rules: Rulebook, text: str, words: str, source: SourceText | str | None = None, **known):
    """The look at `words` of the article `text`, located in `source` where one is given.

    `standing` is the lead's, `verdict` the finding's, `links` and `lang` the article's, `walks`
    further ones; the rest is the claim's.
    """
    standing = known.pop("standing", Standing.CITED)
    verdict = known.pop("verdict", Verdict.VERBATIM)
    further = known.pop("walks", ())
    own = {key: known.pop(key) for key in ("links", "lang") if key in known}
    article, claim = an_article(text, **own), a_claim(text, words, **known)
    if source is None:
        evidence, alignment, walks = Unsourced(reason="none"), None, ()
    else:
        text_of = a_source(source + LONG_AGO) if isinstance(source, str) else source
        evidence = found(text_of)
        alignment = align(claim, evidence, rules)
        walks = (a_walk(evidence, alignment, standing=standing), *further)
    finding = Finding(
        claim=claim,
        verdict=verdict,
        level=Level.OK,
        message="",
        confidence=0.9,
        evidence=evidence,
        alignment=alignment,
    )
    return Look(article=article, finding=finding, walks=walks, rules=rules)


def remarked(look: Look) -> list[tuple[str, str]]:
    """The rules that remark on what is looked at, each with its level."""
    told = in_house_style(look.article, look.finding, look.walks, look.rules)
    return [(remark.rule, str(remark.level)) for remark in told.remarks]
