"""Text in roff, the language of manual pages."""

from collections.abc import Iterable

_ESCAPES = {"\\": "\\e", "-": "\\-", "’": "\\(cq", "“": "\\(lq", "”": "\\(rq", "…": "\\&..."}


def escaped(text: str) -> str:
    """Return `text` so that roff prints it as it is: hyphens to be copied, no requests in it."""
    line = "".join(_ESCAPES.get(character, character) for character in " ".join(text.split()))
    return f"\\&{line}" if line[:1] in {".", "'"} else line


def section(title: str) -> str:
    """Return the heading of a section."""
    return f".SH {escaped(title).upper()}\n"


def subsection(title: str) -> str:
    """Return the heading of a part of a section."""
    return f".SS {escaped(title)}\n"


def paragraphs(texts: Iterable[str]) -> str:
    """Return paragraphs of running text."""
    return "".join(f".PP\n{escaped(text)}\n" for text in texts if text.strip())


def tagged(term: str, text: str) -> str:
    """Return a term in bold, and what it means, set in below it."""
    return f".TP\n.B {escaped(term)}\n{escaped(text)}\n"


def example(lines: Iterable[str]) -> str:
    """Return lines to be typed, set as they are."""
    return ".PP\n.EX\n" + "".join(f"{escaped(line)}\n" for line in lines) + ".EE\n"
