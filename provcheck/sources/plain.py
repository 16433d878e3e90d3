from collections.abc import Iterator

from provcheck.language.words import normalised
from provcheck.model.evidence import Completeness
from provcheck.model.prose import BlockKind
from provcheck.model.source_text import SourceText
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.pages import page_rules
from provcheck.sources.body import Body, Unreadable
from provcheck.sources.captions import is_captions
from provcheck.sources.charset import characters
from provcheck.sources.compose import stretch_of
from provcheck.sources.paragraphs import paragraphs, title_in
from provcheck.sources.transcript import labelled, read_captions

EXTRACTOR = "plain/2"
_FEW_WORDS = 60


def read_plain(body: Body, rules: Rulebook) -> tuple[SourceText, Completeness]:
    """Return plain text by its paragraphs, or as a transcript where labels head its lines.

    A short first line without a final stop is the title. A few words that servers say in place of
    a page are a stub. Raises Unreadable for binary data and for a file without a word.
    """
    read = characters(body)
    if is_captions(read.text):
        return read_captions(body, rules)
    text = labelled(read.text, page_rules()) or _prose(read.text)
    if read.completeness is Completeness.WHOLE and _stands_for_gone(text.text):
        return text, Completeness.STUB
    return text, read.completeness


def _stands_for_gone(text: str) -> bool:
    first = normalised(text.partition("\n")[0]).rstrip(".!")
    titles = {normalised(title) for title in page_rules().gone_titles}
    return len(text.split()) < _FEW_WORDS and first in titles


def _prose(text: str) -> SourceText:
    lines = list(paragraphs(text))
    if not lines:
        message = "the file holds no words"
        raise Unreadable(message)
    title = title_in(lines)
    stretch = stretch_of(_kinds(lines, title))
    return SourceText(text=stretch.text, blocks=stretch.blocks, title=title, extractor=EXTRACTOR)


def _kinds(lines: list[str], title: str | None) -> Iterator[tuple[BlockKind, str]]:
    for i, line in enumerate(lines):
        yield (BlockKind.HEADING if title is not None and i == 0 else BlockKind.PARAGRAPH), line
