"""Where a text says whose the words of a passage are: the searches, in their order."""

from collections.abc import Callable

from provcheck.extract.anyverb import any_verb
from provcheck.extract.beside import right_before, right_behind, topic
from provcheck.extract.discourse import Discourse
from provcheck.extract.leading import (
    label,
    name_label,
    paragraph_before,
    sentence_before,
    signature,
)
from provcheck.extract.passage import Passage
from provcheck.extract.place import Attribution, Place, places
from provcheck.extract.within import ahead, covering, later, nearest, of_subject, uttered

Search = Callable[[Place], Attribution | None]

SEARCHES: tuple[Search, ...] = (
    topic,
    right_before,
    right_behind,
    any_verb,
    name_label,
    uttered,
    label,
    signature,
    ahead,
    covering,
    of_subject,
    nearest,
    later,
    sentence_before,
    paragraph_before,
)
# Those that show a few quoted words to be somebody's, not scare quotes.
GOVERNING: tuple[Search, ...] = (topic, right_behind, any_verb, covering, label, nearest, later)
# Those by which a quotation within a quotation is somebody's: its own sentence says so.
NESTED: tuple[Search, ...] = (right_behind, uttered, label, ahead)


def attribution(passage: Passage, discourse: Discourse) -> Attribution | None:
    """Return where the text says whose the words are, or None where no cue governs them.

    Looked for in this order: right beside the quotation and between its parts, before it in its
    sentence, in a label or signature, further behind in its sentence, and in what leads up to it.
    """
    there = list(places(passage, discourse))
    for search in SEARCHES:
        for place in there:
            found = search(place)
            if found is not None and not _is_inner(found, passage):
                return found
    return None


def _is_inner(found: Attribution, passage: Passage) -> bool:
    """Tell whether an attribution is part of the words themselves, which quote somebody else."""
    return any(segment.holds(found.speaker) for segment in passage.segments)


def governed(passage: Passage, discourse: Discourse) -> bool:
    """Tell whether a cue, a label or a signature gives the words of a passage to anybody."""
    return any(search(place) for place in places(passage, discourse) for search in GOVERNING)


def acted(passage: Passage, discourse: Discourse) -> bool:
    """Tell whether a person is the subject of the sentence in which a passage stands."""
    return any(of_subject(place) for place in places(passage, discourse))
