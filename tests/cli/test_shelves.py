import json
from datetime import date

import pytest
from shelving import PIER, a_document

from provcheck.cli.shelves import as_json, as_lines, hits_as_json, hits_as_lines, of_ending
from provcheck.fetch.adding import Refused, Taken
from provcheck.model.span import Span
from provcheck.store.library.document import Document
from provcheck.store.library.passage import Passage

KEY = a_document(PIER).key
TALKS = a_document(
    PIER, title="Talks", publisher="Wire", published=date(2025, 3, 5), url="https://wire.example/a"
)
PLACE = Passage(span=Span(start=3, end=7), before="We ", words="will", after=" not", exact=True)


@pytest.mark.parametrize(
    ("ending", "line"),
    [
        (Taken(name="a.txt", key=KEY), f"{KEY[:12]}  a.txt\n"),
        (Taken(name="a.txt", key=KEY, is_new=False), f"{KEY[:12]}  a.txt  (is there already)\n"),
        (Refused(name="a.txt", reason="empty"), "------------  a.txt  (not added: empty)\n"),
    ],
)
def test_a_line_an_ending(ending: Taken | Refused, line: str) -> None:
    assert of_ending(ending) == line


@pytest.mark.parametrize(
    ("document", "line"),
    [
        (TALKS, "2025-03-05  Wire  Talks  https://wire.example/a"),
        (a_document(PIER, url=None, name="a.txt"), "----------  a.txt"),
    ],
)
def test_a_line_a_document(document: Document, line: str) -> None:
    assert as_lines([document]) == f"{KEY[:12]}  {line}\n"


def test_a_hit_shows_the_words_in_their_surroundings() -> None:
    assert hits_as_lines([(TALKS, PLACE)]).splitlines()[1] == f"{'':12}  We »will« not"
    other = PLACE.model_copy(update={"exact": False, "before": "so " * 99, "after": " on" * 99})
    line = hits_as_lines([(TALKS, other)]).splitlines()[1]
    assert line.startswith(f"{'':12}  …so so")
    assert line.endswith("on on…  (not in these very words)")


def test_nothing_that_a_source_says_upsets_a_terminal() -> None:
    hostile = "a\x1b[31m\n##[error]b\u202e"
    told = TALKS.model_copy(update={"title": hostile, "publisher": hostile, "url": hostile})
    shown = hits_as_lines([(told, PLACE.model_copy(update={"words": hostile}))])
    shown += of_ending(Refused(name=hostile, reason=hostile)) + as_lines([told])
    assert shown.count("\n") == 4
    assert not set("\x1b\u202e") & set(shown)
    assert "##[" not in shown


def test_json_for_programs() -> None:
    assert json.loads(as_json([TALKS]))["documents"][0]["published"] == "2025-03-05"
    told = json.loads(hits_as_json("will", [(TALKS, PLACE)]))
    assert told["quotation"] == "will"
    assert told["hits"][0]["document"]["key"] == KEY
    assert told["hits"][0]["passage"]["words"] == "will"
