"""The rules of house style, and a finding with what the house remarks on."""

from collections.abc import Callable, Iterator

from provcheck.judge.case import Walk
from provcheck.judge.house import (
    attribution,
    ellipses,
    insertions,
    outlets,
    translations,
    unnamed,
    wordings,
)
from provcheck.judge.house.look import Look
from provcheck.model.article import Article
from provcheck.model.finding import Finding, Remark
from provcheck.rulebook.book import Rulebook

# Every rule by the id of its remark in verdicts.yaml; each yields one message a breach.
HOUSE_RULES: tuple[tuple[str, Callable[[Look], Iterator[str]]], ...] = (
    ("ellipsis-spacing", ellipses.spacing),
    ("ellipsis-at-end", ellipses.at_end),
    ("ellipsis-across-paragraphs", ellipses.across_paragraphs),
    ("long-omission", ellipses.long_omission),
    ("unfounded-insertion", insertions.unfounded),
    ("needless-insertion", insertions.needless),
    ("fragmentary-quote", wordings.fragmentary),
    ("dialect-spelling", wordings.dialect),
    ("unmasked-obscenity", wordings.unmasked),
    ("other-outlet-unattributed", outlets.other_outlet),
    ("broadcast-unattributed", outlets.broadcast),
    ("single-source", unnamed.single_source),
    ("plural-sources", unnamed.plural_sources),
    ("name-at-hand", unnamed.name_at_hand),
    ("speaker-late", attribution.speaker_late),
    ("second-attribution", attribution.second_attribution),
    ("translated-back", translations.translated_back),
)


def in_house_style(
    article: Article, finding: Finding, walks: tuple[Walk, ...], rules: Rulebook
) -> Finding:
    """Return the finding with every remark at the level that the house gives it.

    Adds what the rules of style say; leaves out what the house has set to off.
    """
    remarks = [*finding.remarks]
    look = Look(article=article, finding=finding, walks=walks, rules=rules)
    for rule, messages in HOUSE_RULES:
        if rules.level(rule) is not None:
            usual = rules.verdicts.remark(rule).level
            remarks += [Remark(rule=rule, level=usual, message=told) for told in messages(look)]
    weighed = tuple(
        remark.model_copy(update={"level": level})
        for remark in remarks
        if (level := rules.level(remark.rule)) is not None
    )
    return finding.model_copy(update={"remarks": weighed})
