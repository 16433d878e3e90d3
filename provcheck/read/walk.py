"""Goes along a stretch of text and the markup that it was taken from, side by side."""

import re
from html import unescape

from provcheck.model.value import Value

_LONGEST = 1 << 14  # characters of one tag or comment; what is longer is none
_TAG = re.compile(r"</?[A-Za-z](?:[^>\"']|\"[^\"]*\"|'[^']*')*+>|<!--.*?-->|<[!?][^>]*>", re.DOTALL)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
# White space, and the marks at the head of a line in a block quotation of Markdown.
_BLANKS = re.compile(r"(?:\s|(?:(?<=\n)|(?<=\n )|(?<=\n  )|(?<=\n   )|(?<=> ))>)*")


class Trace(Value):
    """Where a text stands in markup.

    `anchors` are (offset in the text, offset in the markup) pairs, one wherever the two stop
    running along; `wide` the characters written as entities: offset in the text, length in the
    markup. `end` is the offset in the markup behind it all, `length` how many characters of the
    text were gone along; `whole` tells that none of them is a guess.
    """

    anchors: tuple[tuple[int, int], ...] = ()
    wide: tuple[tuple[int, int], ...] = ()
    end: int
    length: int
    whole: bool = True

    def moved(self, by: int) -> "Trace":
        """Return the trace for a text with that many more characters at its head."""
        anchors = tuple((offset + by, place) for offset, place in self.anchors)
        wide = tuple((offset + by, length) for offset, length in self.wide)
        length, whole = self.length, self.whole
        return Trace(anchors=anchors, wide=wide, end=self.end, length=length, whole=whole)

    def followed(self, other: "Trace") -> "Trace":
        """Return both as one, `other` being that of what comes next in the text."""
        anchors, wide = self.anchors + other.anchors, self.wide + other.wide
        length, whole = self.length + other.length, self.whole and other.whole
        return Trace(anchors=anchors, wide=wide, end=other.end, length=length, whole=whole)


def walked(file: str, text: str, place: int) -> Trace:
    """Return how `text` runs along `file` from `place`, as far as it does.

    A blank of the text stands for blanks, tags and comments of the file, or for none at all.
    """
    if text and "&" not in text and file.startswith(text, place):
        return Trace(anchors=((0, place),), end=place + len(text), length=len(text))
    anchors: list[tuple[int, int]] = []
    wide: list[tuple[int, int]] = []
    traced = 0
    for offset, sign in enumerate(text):
        if sign.isspace():
            start, length = place, after_markup(file, place) - place
        else:
            start, length = _sign(file, sign, place)
            if not length:
                break
        if not anchors or start - offset != anchors[-1][1] - anchors[-1][0]:
            anchors.append((offset, start))
        if length > 1 and not sign.isspace():
            wide.append((offset, length))
        place = start + length
        traced += 1
    return Trace(anchors=tuple(anchors), wide=tuple(wide), end=place, length=traced)


def after_markup(file: str, place: int) -> int:
    """Return where the blanks, tags and comments end that begin at `place`."""
    while True:
        after = _BLANKS.match(file, place)
        on = after.end() if after else place
        tag = _tag(file, on)
        if not tag and on == place:
            return place
        place = tag or on


def _tag(file: str, place: int) -> int:
    """Return where the tag at `place` ends, 0 where there is none."""
    if not file.startswith("<", place):
        return 0
    found = _TAG.match(file, place, place + _LONGEST)
    return found.end() if found else 0


def _sign(file: str, sign: str, place: int) -> tuple[int, int]:
    """Return where a sign of the text stands, next after `place`, and its length there, else 0."""
    while True:
        entity = _ENTITY.match(file, place) if file.startswith("&", place) else None
        if entity and unescape(entity.group()) == sign:
            return place, len(entity.group())
        if file.startswith(sign, place):
            return place, 1
        if file.startswith(f"\\{sign}", place):  # escaped in Markdown
            return place + 1, 1
        tag = _tag(file, place)
        if not tag:
            return place, 0
        place = tag
