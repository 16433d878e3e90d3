"""What must hold of any quotation laid along any source, judged or not."""

import os
import re
import unicodedata
from itertools import pairwise

import pytest
from building import a_article_and_source, a_claim, a_source, a_walk, found
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from provcheck.judge.judge import judge
from provcheck.match.align import align
from provcheck.match.tokens import Tokens
from provcheck.model.alignment import Alignment
from provcheck.model.edit import EditKind
from provcheck.model.finding import Finding
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()
EXAMPLES = int(os.environ.get("PROVCHECK_EXAMPLES", "150"))  # a property; 20,000 before a release
EACH = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)

_LATIN = (
    "We will open the new harbour in and pier stays closed it is a of to "
    "that with old crews ships council votes minister asked cranes are "
    "paid for our their copper lantern ferry line Ada Brandvold Halvik "
    "Northgate dredging sound winter bridge coöperate naïve café Müller "
    "Straße well-known coast-guard it’s don't crews’ O’Neill ﬁne oﬃce № 5 "
    "4.3 1,200 −5 +3 % $4.5bn ½ 3rd “old” (all of them) — – … ! ? ; : 🚢 "
    "👩‍🚒 har\u00adbour zero\u200bwidth U.S. p.m. & #quay @ada "
    "https://quay.example/a A+ 24/7 3:30 2½ m² x₂ n’t [sic] *really* _so_ "
    "«oui»"
)
_OTHERS = (
    "гавань открыта до весны и порт не закроют Ωmega λόγος λόγου λιμάνι "
    "öppnar hamnen 我们 港口 関門 港は 開きます が か 우리는 항구를 연다 الميناء مفتوح שלום נמל "
    "हम बंदरगाह को कि ท่าเรือ İzmir ıssız"
)
LATIN, OTHERS = _LATIN.split(), _OTHERS.split()
SPACES = [" ", " ", " ", " ", "\u00a0", "\n", "\t", "  ", "\u2009", "-\n", ". ", ", ", " – "]
ANY = st.text() | st.text(st.characters(exclude_categories=[]))  # lone surrogates too


@st.composite
def prose(draw: st.DrawFn, fewest: int = 4, most: int = 40) -> str:
    """Words of one or several scripts, figures and signs, with spaces of any kind between."""
    words = st.sampled_from(LATIN) | st.sampled_from([*LATIN, *OTHERS])
    said = draw(st.lists(words, min_size=fewest, max_size=most))
    gaps = draw(st.lists(st.sampled_from(SPACES), min_size=len(said), max_size=len(said)))
    return "".join(word + gap for word, gap in zip(said, gaps, strict=True)).strip() or "word"


@st.composite
def cut_out(draw: st.DrawFn) -> tuple[str, str]:
    """A source and a stretch of it, cut at white space, that has words and no editor's marks."""
    source = draw(prose())
    edges = [0, *(m.end() for m in re.finditer(r"(?<![-‐])\s+", source)), len(source)]
    first, last = sorted(draw(st.lists(st.sampled_from(edges), min_size=2, max_size=2)))
    words = source[first:last].strip()
    assume(len(Tokens(words)) and not re.search(r"[-‐]$|^[-‐]", words))
    assume(not re.search(r"…|\.\.\.|\[", words))
    return words, source


def laid(words: str, source: str) -> Alignment:
    return align(a_claim(f"“{words}” she said.", words), found(a_source(source)), RULES)


def judged(words: str, source: str) -> Finding:
    article, claim, text = a_article_and_source(words, source)
    evidence = found(text)
    return judge(article, claim, (a_walk(evidence, align(claim, evidence, RULES)),), RULES)


def kinds(alignment: Alignment) -> set[EditKind]:
    return {edit.kind for edit in alignment.edits} - {EditKind.TYPOGRAPHY}


@given(cut_out())
@EACH
def test_words_cut_out_are_verbatim(case: tuple[str, str]) -> None:
    alignment = laid(*case)

    assert kinds(alignment) == set()
    assert alignment.exact
    assert alignment.coverage == 1.0


SPEECH = (
    "We met the crews on the old quay. It’s a fine office, and the café won’t close before 4.3 per "
    "cent of the dredgers are back – so the minister said “yes” to us all in Halvik."
)
LOOKS = {
    "apostrophes": lambda t: t.replace("’", "'"),
    "marks": lambda t: t.replace("“", "«").replace("”", "»"),
    "other marks": lambda t: t.replace("“", "‘").replace("”", "’"),
    "dashes": lambda t: t.replace("–", "—"),
    "two hyphens": lambda t: t.replace(" – ", " -- "),
    "decomposed": lambda t: unicodedata.normalize("NFD", t),
    "composed": lambda t: unicodedata.normalize("NFC", t),
    "ligatures": lambda t: t.replace("fi", "ﬁ").replace("ff", "ﬀ"),
    "hard spaces": lambda t: t.replace(" ", "\u00a0"),
    "thin spaces": lambda t: t.replace(" ", "\u2009"),
    "lines": lambda t: t.replace(" ", "\n"),
    "full width": lambda t: t.translate({c: c + 0xFEE0 for c in range(ord("A"), ord("z") + 1)}),
}
WITHIN = {"soft hyphen": "\u00ad", "zero width": "\u200b", "joiner": "\u2060", "line": "-\n"}
HIDDEN = {"soft hyphen", "zero width", "joiner"}


@given(
    st.lists(st.sampled_from(sorted(LOOKS)), max_size=4),
    st.none() | st.tuples(st.sampled_from(sorted(WITHIN)), st.integers(0, 400)),
    st.booleans(),
    st.integers(0, 9),
)
@EACH
def test_looks_never_change_the_verdict(
    looks: list[str],
    within: tuple[str, int] | None,
    quoted: bool,  # noqa: FBT001
    skipped: int,
) -> None:
    words = " ".join(SPEECH.split(" ")[skipped:])
    changed = words
    for look in looks:
        changed = LOOKS[look](changed)
    if within:
        inside = [m.start() for m in re.finditer(r"(?<=[a-z]{2})(?=[a-z]{2})", changed)]
        at = inside[within[1] % len(inside)] if inside else 0
        changed = changed[:at] + WITHIN[within[0]] * bool(inside) + changed[at:]
    ours, theirs = (changed, SPEECH) if quoted else (words, SPEECH.replace(words, changed))
    assert judged(ours, theirs).verdict == "verbatim"


@pytest.mark.parametrize("sign", [pytest.param(WITHIN[n], id=n) for n in sorted(HIDDEN)])
def test_what_is_hidden_is_told(sign: str) -> None:
    words = SPEECH.replace("dredgers", f"dred{sign}gers")
    finding = judged(words, SPEECH)

    assert "hidden-characters" in {remark.rule for remark in finding.remarks}


FIGURES = st.one_of(
    st.integers(0, 99_999).map(str),
    st.decimals(-99, 99, places=1).map(lambda d: str(d).replace("-", "−")),
    st.integers(1_000, 9_999_999).map(lambda n: f"{n:,}"),
)
UNITS = [
    "per cent",
    "million crowns",
    "billion crowns",
    "km",
    "miles",
    "tonnes",
    "weeks",
    "dollars",
]
DENIED = [
    ("will not open", "will open"),
    ("won’t open", "will open"),
    ("never opened", "opened"),
    ("cannot open", "can open"),
    ("is not open", "is open"),
    ("isn't open", "is open"),
    ("opened nothing", "opened something"),
    ("nobody opened", "somebody opened"),
    ("opened without a vote", "opened with a vote"),
    ("is impossible to open", "is possible to open"),
]
FRAME = "The minister told the council that the {} of the old harbour {} before the winter came."
ROUND = "Nothing else was said that day.\n{}\nThe ferry line was on time."


@given(st.tuples(FIGURES, FIGURES), st.tuples(*[st.sampled_from(UNITS)] * 2), st.booleans())
@EACH
def test_a_changed_figure_is_never_accepted(
    figures: tuple[str, str],
    units: tuple[str, str],
    same: bool,  # noqa: FBT001
) -> None:
    (one, two), (unit, other) = figures, units
    ours, theirs = f"{one} {unit}", f"{one if same else two} {other if same else unit}"
    assume(_value(one) != _value(two) if not same else unit != other)
    said, printed = (FRAME.format(each, "was paid") for each in (theirs, ours))

    assert judged(printed, ROUND.format(said)).verdict == "altered"


def _value(figure: str) -> float:
    return float(figure.replace(",", "").replace("−", "-"))


@given(st.sampled_from(DENIED), st.booleans(), st.integers(0, 6), st.integers(0, 4))
@EACH
def test_a_changed_denial_is_never_accepted(
    pair: tuple[str, str],
    dropped: bool,  # noqa: FBT001
    head: int,
    tail: int,
) -> None:
    ours, theirs = pair[::-1] if dropped else pair
    said, printed = (FRAME.format("gate", each).rstrip(".") for each in (theirs, ours))
    words = printed.split(" ")
    printed = " ".join(words[head : len(words) - tail])

    assert judged(printed, ROUND.format(said)).verdict == "altered"


@given(prose(), prose(), st.integers(0, 60), st.integers(1, 60))
@EACH
def test_every_span_lies_in_its_text_and_leads_to_the_same_words(
    one: str, two: str, at: int, length: int
) -> None:
    words = two.split(" ")
    ours = " ".join([*words[at % len(words) :][:length], *one.split(" ")[: at % 7]])
    assume(len(Tokens(ours)))
    article = f"“{ours}” she said."
    alignment = align(a_claim(article, ours), found(a_source(two)), RULES)

    for piece in alignment.pieces:
        assert 1 <= piece.claim.start < piece.claim.end <= len(ours) + 1
        assert 0 <= piece.source.start < piece.source.end <= len(two)
    for edit in alignment.edits:
        assert 1 <= edit.claim.start <= edit.claim.end <= len(ours) + 1
        assert 0 <= edit.source.start <= edit.source.end <= len(two)
    if alignment.coverage == 1.0 and not alignment.edits and len(alignment.pieces) == 1:
        (piece,) = alignment.pieces
        folded = [Tokens(t).norms for t in (piece.claim.of(article), piece.source.of(two))]
        assert list(folded[0]) == list(folded[1])


@given(ANY | prose(fewest=1))
@EACH
def test_words_ascend_and_lead_back(text: str) -> None:
    words = Tokens(text)
    spans = [words.span(i, i + 1) for i in range(len(words))]

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(spans))
    assert all(words.norms)


@given(ANY | prose(fewest=1), ANY | prose(fewest=1))
@EACH
def test_any_two_texts_are_laid_along_each_other_and_always_alike(ours: str, theirs: str) -> None:
    first, second = laid(ours or "a", theirs), laid(ours or "a", theirs)

    assert first == second
    assert 0 <= first.coverage <= 1


@given(prose(fewest=1, most=12), st.integers(1, 6))
@EACH
def test_a_quotation_longer_than_its_source_is_never_exact(source: str, more: int) -> None:
    ours = f"{source} {' '.join(['harbour'] * more)}"
    assume(not re.search(r"…|\.\.\.|[\[(]", ours))

    assert not laid(ours, source).exact
    assert judged(ours, source).verdict != "verbatim"
