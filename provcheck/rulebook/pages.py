"""The shape of rules/pages.yaml: how pages and transcripts are built, what they say of gates."""

import re
from functools import cache, cached_property

from provcheck.model.value import Value
from provcheck.rulebook.load import load, shipped


class Asides(Value):
    """Tokens of class and id attributes, by what they mark."""

    comments: tuple[str, ...]
    teasers: tuple[str, ...]
    furniture: tuple[str, ...]


class PageRules(Value):
    """All of them; every word in lower case."""

    asides: Asides
    teaser_headings: tuple[str, ...]
    gone_titles: tuple[str, ...]
    gone_names: tuple[str, ...]
    folder_names: tuple[str, ...]
    same_page_names: tuple[str, ...]
    robot_check_headers: tuple[str, ...]
    robot_checks: tuple[str, ...]
    script_notices: tuple[str, ...]
    gate_sentences: tuple[str, ...]
    gate_hosts: tuple[str, ...]
    gate_paths: tuple[str, ...]
    no_speakers: tuple[str, ...]
    question_labels: tuple[str, ...]
    answer_labels: tuple[str, ...]
    nameless_labels: tuple[str, ...]
    interviews: tuple[str, ...]
    rosters: tuple[str, ...]
    honorifics: tuple[str, ...]
    statement_paths: tuple[str, ...]
    statement_titles: tuple[str, ...]
    languages: dict[str, tuple[str, ...]]

    @cached_property
    def aside_tokens(self) -> frozenset[str]:
        """Return every token that marks an aside."""
        return frozenset((*self.asides.comments, *self.asides.teasers, *self.asides.furniture))

    @cached_property
    def gate(self) -> re.Pattern[str]:
        """Return what finds a sentence that says the rest is behind a gate."""
        return _any_of(self.gate_sentences)

    @cached_property
    def robot_check(self) -> re.Pattern[str]:
        """Return what finds a sentence that stands before a page for fear of robots."""
        return _any_of(self.robot_checks)

    @cached_property
    def script_notice(self) -> re.Pattern[str]:
        """Return what finds a sentence that asks for scripts to be run."""
        return _any_of(self.script_notices)


@cache
def page_rules() -> PageRules:
    """Return the shipped rules of pages; raises RuleError for a broken file."""
    return load(shipped() / "pages.yaml", PageRules)


def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b", re.IGNORECASE)
