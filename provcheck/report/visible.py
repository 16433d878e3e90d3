"""Makes visible what a reader cannot see, and harmless what a terminal or CI log would obey."""

import re

# Controls without tab and line feed; bidi and zero-width ones; lone surrogates; tag characters.
# Joiners and variation selectors stand where emoji and scripts such as Persian need them, after a
# letter or sign beyond Hebrew; anywhere else they are hidden characters.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e0fff]"
    "|(?<![\u0590-\u1fff\u2100-\U0001ffff])[\u200c\u200d\ufe00-\ufe0f]"
)
_BREAK = re.compile("[ \t\r]*\n[ \t\r\n]*")
_BLANKS = re.compile("[ \t]+")
_LOG_COMMAND = re.compile(r"##(?=[A-Za-z]*\[)")
_LEADING_COLONS = re.compile(r"^(\s*):(?=:)")


def visible(text: str) -> str:
    """Return `text` with every hidden or controlling character shown as its code, ⟦U+202E⟧.

    Line feeds and tabs stay. A soft hyphen stays too: it shows where a line breaks and else not.
    """
    return _HIDDEN.sub(lambda found: f"⟦U+{ord(found.group()):04X}⟧", text)


def one_line(text: str) -> str:
    """Return `text` on one line, safe to print: breaks as ¶, log commands of CI systems broken."""
    flat = _BLANKS.sub(" ", _BREAK.sub(" ¶ ", text.strip("\r\n")))
    return harmless(visible(flat))


def harmless(line: str) -> str:
    """Return `line` with what GitHub, Azure or TeamCity would take for a command broken in two."""
    return _LEADING_COLONS.sub(r"\1: ", _LOG_COMMAND.sub("# #", line))


def shortened(text: str, most: int) -> str:
    """Return at most `most` characters of `text`, cut after a word and ended by … when cut."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    cut = head.rfind(" ")
    return (head[:cut] if cut > most // 2 else head).rstrip() + "…"
