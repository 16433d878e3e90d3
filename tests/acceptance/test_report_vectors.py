"""Hostile words stay words in every output format: each vector in the place that it names."""

import json
import re
from functools import cache

import pytest
from hostile import TOKEN, Vector, a_report_of, at_address, labelled, ruled, vectors
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from rendering import made_of_text, page
from reporting import a_report
from skeletons import Read, read

from provcheck.report.formats import FORMATS
from provcheck.report.html.links import link
from provcheck.report.visible import visible
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()
EVERY = vectors()
RUNS = ("http.header", "output.path", "ci.output_file")  # see test_hostile_runs.py
PLACED = [v for v in EVERY if not v.where.startswith(RUNS)]
FORMS = pytest.mark.parametrize("form", FORMATS)
# Data, which holds what was read as it was read, whatever a program that shows it must do.
DATA = ("json", "jsonl")
# Formats that leave out or encode what is no plain address.
ENCODED = ("sarif", "sarif-full", "webannotation", "claimreview")
# Controls, hidden marks that turn or hide text, halves of pairs; none comes out raw.
OBEYED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
LOG_LINE = re.compile("[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
FORMULA = re.compile("^[\\s'\"]*[=+\\-@\t\r＝＋－＠]")
SCHEMES = re.compile(r"(?:javascript|data|vbscript|file|blob|view-source):|//|\\", re.IGNORECASE)
SARIF_LINK = re.compile(r"(?<!\\)\[(?:[^\[\]\\]|\\.)*\]\(([^)]*)\)")
SHORTENED = 140  # characters of a payload that no format cuts


def placed(form: str, where: str, payload: str) -> str:
    """What `form` makes of a report with the payload in the place that a vector names."""
    if where == "source.url":
        return FORMATS[form]((at_address(payload),), RULES)
    if where == "rule.id":
        report, rules = ruled(payload, RULES)
        return FORMATS[form]((report,), rules)
    if where == "verdict.label":
        return FORMATS[form]((a_report(),), labelled(payload, RULES))
    return FORMATS[form]((a_report_of(payload),), RULES)


@cache
def plain(form: str, where: str) -> Read:
    token = f"https://wire.example/{TOKEN}" if where == "source.url" else TOKEN
    return read(form, placed(form, where, token))


def kept(text: str) -> str:
    """`text` without blanks, capitals, and what CSV puts before formulas."""
    return re.sub(r"[\s¶']+", "", text).casefold()


@FORMS
@pytest.mark.parametrize("vector", PLACED, ids=lambda v: v.id)
def test_a_payload_changes_words_alone(form: str, vector: Vector) -> None:
    text = placed(form, vector.where, vector.payload)
    found = read(form, text)

    if vector.where == "source.url":
        assert_addresses_are_safe(form, text, vector.payload)
    else:
        assert found.shape == plain(form, vector.where).shape
    assert_intact(form, vector, found)
    assert_safe_to_print(form, text, plain(form, vector.where))


def assert_intact(form: str, vector: Vector, found: Read) -> None:
    """Hold that the payload can be read whole wherever the plain word can."""
    told = any(TOKEN in words for words in plain(form, vector.where).words)
    if not told or len(vector.payload) > SHORTENED or not kept(vector.payload):
        return
    if form in DATA:
        assert any(vector.payload in words for words in found.words)
    elif vector.where != "source.url" or form not in ENCODED:
        shown = (kept(visible(vector.payload)), kept(vector.payload))
        assert any(each in kept(words) for words in found.words for each in shown)


def assert_safe_to_print(form: str, text: str, beside: Read) -> None:
    """Hold that a terminal and the log of a CI system obey nothing in `text`."""
    told = text.removeprefix("\ufeff").replace("\r\n", "\n") if form == "csv" else text
    text.encode("utf-8")
    assert not OBEYED.search(told)
    assert "\r" not in told
    assert "##[" not in told
    assert not re.search(r"##[A-Za-z]+\[", told)
    commands = [line for line in LOG_LINE.split(told) if line.strip().startswith("::")]
    assert len(commands) == (len(beside.shape) if form == "github" else 0)
    assert "\t" not in told or form == "html"


def assert_addresses_are_safe(form: str, text: str, payload: str) -> None:
    """Hold that nothing in `text` leads to an address but a plain one, and to it as it reads."""
    safe = link(payload).href
    for target in _targets(form, text):
        assert not SCHEMES.match(re.sub(r"[\x00-\x20]", "", target)), target
    if form == "html":
        led = {a.get("href") for a in html.fromstring(text).iter("a") if a.get("rel")}
        assert (payload in led) == (safe is not None)


def _targets(form: str, text: str) -> list[str]:
    """What a reader of the format takes for addresses to be followed."""
    if form == "html":
        names = ("href", "src", "action", "data", "poster", "srcset", "formaction", "ping")
        tree = html.fromstring(text)
        return [each.get(name) for each in tree.iter() for name in names if each.get(name)]
    if form == "markdown":
        return [a["href"] for a in page(text).find_all("a")]
    if form.startswith("sarif"):
        return [
            *re.findall(r'"uri": "([^"]*)"', text),
            *(target for each in messages(text) for target in SARIF_LINK.findall(each)),
        ]
    if form in {"webannotation", "claimreview"}:
        return re.findall(r'"(?:id|url|cached|archivedAt|source|sameAs)": "([^"]*)"', text)
    return []


@pytest.mark.parametrize("vector", [v for v in PLACED if v.kind == "csv"], ids=lambda v: v.id)
def test_no_cell_begins_a_formula(vector: Vector) -> None:
    for cell in read("csv", placed("csv", vector.where, vector.payload)).words:
        assert not re.match("[=+\\-@\t\r＝＋－＠]", cell.lstrip(' "\n\u200b')), cell


@pytest.mark.parametrize("vector", [v for v in PLACED if v.kind == "markdown"], ids=lambda v: v.id)
def test_nothing_is_made_of_words_in_markdown(vector: Vector) -> None:
    shown = page(placed("markdown", vector.where, vector.payload))
    assert list(made_of_text(shown)) == []


@pytest.mark.parametrize("form", [form for form in FORMATS if form.startswith("sarif")])
@pytest.mark.parametrize("vector", [v for v in PLACED if v.kind == "markdown"], ids=lambda v: v.id)
def test_messages_of_sarif_have_no_link_or_placeholder_of_words(form: str, vector: Vector) -> None:
    told, found = (messages(placed(form, vector.where, p)) for p in (TOKEN, vector.payload))

    assert [SARIF_LINK.findall(text) for text in found] == [SARIF_LINK.findall(t) for t in told]
    assert not [text for text in found if re.search(r"(?<!\{)\{\d+\}", text)]


def messages(text: str) -> list[str]:
    """Return every message of a SARIF log, in which brackets and braces are syntax."""
    found: list[str] = []
    json.loads(text, object_hook=lambda each: found.append(each.get("text", "")) or each)
    return found


def test_the_page_keeps_every_quotation_to_its_own_direction() -> None:
    tree = html.fromstring(placed("html", "quote", TOKEN))
    quoting = [each for each in tree.iter("blockquote", "q", "bdi") if TOKEN in each.text_content()]

    assert quoting
    assert [e for e in quoting if e.tag != "bdi" and e.get("dir") != "auto"] == []


def test_the_page_runs_and_loads_nothing_but_its_own() -> None:
    tree = html.fromstring(placed("html", "quote", TOKEN))
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert len(tree.xpath("//script")) == 1
    assert (
        tree.xpath("//@src | //@srcset | //@style | //@action | //base | //iframe | //object") == []
    )
    assert [name for each in tree.iter() for name in each.attrib if name.startswith("on")] == []


@pytest.mark.parametrize("kind", sorted({vector.kind for vector in EVERY}))
def test_every_kind_has_payloads_of_our_own(kind: str) -> None:
    assert [v for v in vectors() if v.kind == kind and not re.fullmatch(r"r\d+", v.id)]


@given(st.text(max_size=40).map("x{}".format))
@settings(max_examples=25, deadline=None)
def test_any_words_change_words_alone(words: str) -> None:
    for form in FORMATS:
        text = placed(form, "quote", words)
        assert read(form, text).shape == plain(form, "quote").shape, form
        assert_safe_to_print(form, text, plain(form, "quote"))
