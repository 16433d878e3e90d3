import tomllib

from provcheck.config.keys import Key, Shape
from provcheck.config.starter import Entry, starter

ENTRIES = (
    Entry(Key("offline", Shape.SWITCH), "Open no connection.", default=False),
    Entry(Key("lang", Shape.WORD, unset="the article's", example="en"), "Language.", default=None),
    Entry(Key("fail-on", Shape.WORD, words=("a", "b")), "Level.", default="a"),
    Entry(Key("sources", Shape.PATHS), "Sources.", default=[]),
)


def test_everything_is_commented_out() -> None:
    assert tomllib.loads(starter(ENTRIES)) == {}


def test_without_the_hashes_it_is_the_defaults_and_examples() -> None:
    lines = starter(ENTRIES).splitlines()
    text = "\n".join(line.removeprefix("#") for line in lines if not line.startswith("# "))
    assert tomllib.loads(text) == {"offline": False, "lang": "en", "fail-on": "a", "sources": []}


def test_what_a_key_means_stands_before_it() -> None:
    text = starter(ENTRIES)
    assert "# Open no connection.\n#offline = false\n" in text
    assert '# Language.\n# Default: the article\'s; for example:\n#lang = "en"\n' in text
    assert '# Level.\n# One of a, b.\n#fail-on = "a"\n' in text
