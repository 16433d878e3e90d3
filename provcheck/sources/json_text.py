"""Reads JSON: the strings in it that are prose, and who says them where it tells."""

import json
import re
from collections.abc import Iterator, Mapping

from provcheck.markup.metadata import moment
from provcheck.markup.tree import parsed_html
from provcheck.model.evidence import Completeness
from provcheck.model.prose import Block, BlockKind
from provcheck.model.source_text import SourceText, Turn
from provcheck.model.span import Span
from provcheck.model.value import Value
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.pages import PageRules, page_rules
from provcheck.sources.body import Body, Unreadable
from provcheck.sources.charset import characters
from provcheck.sources.compose import stretch_of
from provcheck.sources.labels import line_of
from provcheck.sources.speakers import Labels, speaker

EXTRACTOR = "json/1"
_HEADS = ("headline", "title")
_SAYERS = ("speaker", "author", "name")
_SAID = ("text", "body", "content")
# What an author wrote is an article where it is long, and others may speak in it.
_A_POST = 2000
_HALF = re.compile("[\ud800-\udfff]")  # of a character
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 3
_UNSPACED = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]{5}")  # scripts that part no words
_MARKUP = re.compile(r"</[a-zA-Z]|<(?:br|p)\b", re.IGNORECASE)


class Said(Value):
    """A paragraph of JSON; what `label` stands before is said by `who`, None for a nameless one.

    `goes_on`: it is a further paragraph of the one before, in the same mouth.
    """

    kind: BlockKind
    words: str
    label: str = ""
    who: str | None = None
    goes_on: bool = False


def read_json(body: Body, _rules: Rulebook) -> tuple[SourceText, Completeness]:
    """Return the strings of a JSON file that read like prose, in its order, a paragraph each line.

    Names of fields, addresses, dates and single words are no text; markup in a string is read as
    a page's. An object of a `speaker` and a `text` (or `body`, `content`) is what somebody says;
    so is one of an `author` or `name` unless it is long or has a title, as articles do. The
    outermost object gives title, publisher, day and language. Raises Unreadable for JSON that is
    broken, larger than is read, nested a thousand deep, or without a sentence.
    """
    read = characters(body)
    if read.cut:
        message = f"the JSON is larger than {len(read.text)} characters"
        raise Unreadable(message)
    value = _parsed(read.text)
    said = list(_said(value, page_rules()))
    stretch = stretch_of((each.kind, each.label + each.words) for each in said)
    if not stretch.text:
        message = "the JSON holds no sentence"
        raise Unreadable(message)
    turns = tuple(_turns(said, stretch.blocks))
    known = _known(value)
    text = SourceText(
        text=stretch.text, blocks=stretch.blocks, turns=turns, extractor=EXTRACTOR, **known
    )
    return text, read.completeness


def _turns(said: list[Said], blocks: tuple[Block, ...]) -> Iterator[Turn]:
    """Yield a turn for each object that is what somebody says, over all its paragraphs."""
    turn: Turn | None = None
    for each, block in zip(said, blocks, strict=True):
        if turn is not None and each.goes_on:
            turn = turn.model_copy(update={"span": Span(start=turn.span.start, end=block.span.end)})
            continue
        if turn is not None:
            yield turn
        start = block.span.start + len(each.label)
        turn = (
            Turn(speaker=each.who, span=Span(start=start, end=block.span.end)) if each.who else None
        )
    if turn is not None:
        yield turn


def _parsed(text: str) -> object:
    try:
        return json.loads(text, strict=False, parse_int=_no_number, parse_float=_no_number)
    except RecursionError:
        message = "the JSON is nested too deep to be read"
    except ValueError:
        message = "the JSON cannot be read"
    raise Unreadable(message)


def _no_number(_digits: str) -> None:
    """Leave a number out: none is prose, and one of a million digits would take its time."""


def _said(root: object, rules: PageRules) -> Iterator[Said]:
    """Yield the paragraphs of all that is in `root`, in the order in which they stand."""
    waiting: list[tuple[str, object]] = [("", root)]
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, dict):
            told = _telling(value, rules)
            if told:
                yield from _told(value, told, rules)
            waiting += reversed([(key, each) for key, each in value.items() if key not in told])
        elif isinstance(value, list):
            waiting += [("", each) for each in reversed(value)]
        elif isinstance(value, str):
            kind = BlockKind.HEADING if name in _HEADS else BlockKind.PARAGRAPH
            yield from (Said(kind=kind, words=words) for words in _paragraphs(value))


def _telling(value: Mapping[str, object], rules: PageRules) -> tuple[str, ...]:
    """Return which two fields of an object tell who says what; () where it is no such object."""
    sayer = next((key for key in _SAYERS if _name(value.get(key))), None)
    said = next((key for key in _SAID if isinstance(value.get(key), str)), None)
    if sayer is None or said is None:
        return ()
    name, words = _name(value[sayer]), str(value[said])
    is_article = len(words) > _A_POST or any(key in value for key in _HEADS)
    if sayer != "speaker" and is_article:
        return ()
    is_name = line_of(f"{name}: words", rules).label == name
    return (sayer, said) if is_name and any(_lines(words)) else ()


def _told(value: Mapping[str, object], fields: tuple[str, ...], rules: PageRules) -> Iterator[Said]:
    """Yield the paragraphs of what somebody says."""
    sayer, said = fields
    name = _name(value[sayer])
    who = speaker(name, Labels(introduced={}), rules)
    for number, line in enumerate(_lines(str(value[said]))):
        yield Said(
            kind=BlockKind.PARAGRAPH,
            words=line,
            label="" if number else f"{name}: ",
            who=who,
            goes_on=number > 0,
        )


def _paragraphs(value: str) -> Iterator[str]:
    """Yield the paragraphs of a string, unless it is no prose: an address, a date, a name, code."""
    words = len(_WORD.findall(value)) if " " in value.strip() else 0
    if words >= _FEWEST_WORDS or _UNSPACED.search(value):
        yield from _lines(value)


def _lines(value: str) -> Iterator[str]:
    words = _HALF.sub("\ufffd", value.replace("\0", "\ufffd"))
    if _MARKUP.search(words):
        words = parsed_html(words).get_text("\n")
    for line in words.splitlines():
        if line.strip():
            yield " ".join(line.split())


def _known(value: object) -> dict[str, object]:
    """Return what the outermost object says of itself."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, dict):
        return {}
    titles = (_name(value.get(key)) for key in _HEADS)
    told = {
        "title": next(filter(None, titles), None),
        "publisher": _name(value.get("publisher")) or None,
        "published": moment(value.get("datePublished") or value.get("published")),
        "lang": _name(value.get("inLanguage") or value.get("lang")) or None,
    }
    return {key: each for key, each in told.items() if each is not None}


def _name(said: object) -> str:
    """Return a name as it stands, or as an object gives it; "" for anything else."""
    if isinstance(said, dict):
        said = said.get("name")
    return _HALF.sub("\ufffd", " ".join(said.split())) if isinstance(said, str) else ""
