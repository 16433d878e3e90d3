"""Words that were checked against a translation of what was said."""

from collections.abc import Iterator

from provcheck.judge.house.look import Look
from provcheck.model.evidence import Found
from provcheck.model.lead import Standing
from provcheck.rulebook.tag import base_of


def translated_back(look: Look) -> Iterator[str]:
    """Yield a message where the source that holds the words rests on one in another language.

    Looks at the sources that the source itself cites and that were read.
    """
    if look.found is None:
        return
    ours = base_of(look.found.text.lang)
    for walk in look.walks:
        original = walk.evidence
        if walk.lead.standing == Standing.ONWARD and isinstance(original, Found):
            theirs = base_of(original.text.lang)
            if theirs != ours:
                name = original.text.title or original.snapshot.final_url
                yield f"the words rest on “{name}”, which is in another language ({theirs})"
                return
