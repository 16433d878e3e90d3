"""Who is quoted within what somebody is quoted to have said."""

import re

from provcheck.extract.passage import Passage
from provcheck.extract.phrases import NAME
from provcheck.language.names import same_name
from provcheck.model.claim import Mention
from provcheck.model.prose import Prose

_ACCORDING = re.compile(r"(?:^|[.;,]\s+)According to (?:the\s+)?", re.IGNORECASE)
_SAID = re.compile(
    r"(?P<name>(?:[A-ZÀ-Þ][\w’'-]*)(?:\s+(?:(?:of|for|de|van|von|al)\s+)?[A-ZÀ-Þ][\w’'-]*)*),?\s+(?:has\s+|had\s+)?"
    r"(?:said|says|stated|states|announced|announces|declared|declares|told|wrote|warned|warns|reported)\b"
)
_OFFICES = frozenset(
    [
        "president",
        "minister",
        "chancellor",
        "premier",
        "chief",
        "commander",
        "mayor",
        "general",
        "secretary",
        "director",
        "prime",
        "foreign",
        "deputy",
    ]
)


def nested_speaker(passage: Passage, speaker: Mention | None, prose: Prose) -> str | None:
    """Return the name of whom the passage itself quotes, or None.

    "According to X" and "X said that" within the words; not the speaker, and no unnamed one.
    """
    words = passage.segments[0].of(prose.text)
    match = _ACCORDING.search(words)
    if match:
        cited = NAME.match(words, match.end())
        if cited:
            return cited.group()
    said = _SAID.search(words)
    if not said:
        return None
    parts = said["name"].split()
    at = max((i for i, w in enumerate(parts) if w.casefold() in _OFFICES), default=-1)
    name = " ".join(parts[at + 1 :]) or said["name"]
    known = (
        speaker is not None and speaker.resolved is not None and same_name(name, speaker.resolved)
    )
    return None if known or name.casefold() in {"he", "she", "it", "they", "i", "we"} else name
