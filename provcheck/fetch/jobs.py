"""What goes between us and the process that reads sources: JSON alone, never code.

Each message is its length in eight bytes, the highest first, and then itself.
"""

from struct import Struct

from provcheck.model.evidence import Completeness
from provcheck.model.source_text import SourceText
from provcheck.model.value import Value
from provcheck.rulebook.book import Rulebook
from provcheck.settings import Limits

LENGTH = Struct("!Q")
SPENT = 77  # the exit code of a process that needed more memory than it may have


class Start(Value):
    """The first message to the process, which answers it with an empty one.

    After it comes a Body without its data for each source, and its data.
    """

    rules: Rulebook
    limits: Limits


class Answer(Value):
    """How reading a source ended: its words and how much of it they are, or why there are none."""

    text: SourceText | None = None
    completeness: Completeness = Completeness.WHOLE
    why: str = ""
