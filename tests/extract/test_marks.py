import time
from itertools import pairwise

import pytest
from building import span_in
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.marks import DOUBLED, Quoted, outermost, quoted_in
from provcheck.model.span import Span
from provcheck.rulebook.book import load_rulebook

PAIRS = load_rulebook().quotation


def found_in(text: str, lang: str = "en") -> tuple[Quoted, ...]:
    return quoted_in(text, Span(start=0, end=len(text)), PAIRS.pairs_of(lang))


def inner(text: str, lang: str = "en") -> list[str]:
    return [quoted.inner.of(text) for quoted in outermost(found_in(text, lang))]


def depths(text: str, lang: str) -> list[tuple[int, str]]:
    return [(quoted.depth, quoted.inner.of(text)) for quoted in found_in(text, lang)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("en", "The harbour's cranes didn't move.", id="apostrophes"),
        pytest.param("en", "The harbour’s cranes didn’t move.", id="curly apostrophes"),
        pytest.param("en", "Halvik‘s pier and Velden‘s pier", id="turned apostrophes"),
        pytest.param("en", "They sang songs of the ’90s.", id="a decade"),
        pytest.param("en", "Built in '98, shut in '07.", id="two years, straight"),
        pytest.param("en", "’Twas cold; ’tis colder now.", id="a dropped first letter"),
        pytest.param("en", "He was 6'2\" tall.", id="feet and inches"),
        pytest.param("en", 'A 12" plank and a 14" plank', id="inches twice"),
        pytest.param("en", "at 51° 30’ 12” N and 0° 7’ 5” W", id="minutes and seconds of arc"),
        pytest.param("en", "The sailors’ boots stood there.", id="plural possessive"),
        pytest.param("en", "The sailors' and the owners' boats", id="two plural possessives"),
        pytest.param("en", "A lone ” closes nothing.", id="a closing mark alone"),
        pytest.param("en", "The pier is shut.” Then he left.", id="a quotation never opened"),
        pytest.param("en", "So: “Too short", id="too few words to run to the end"),
        pytest.param("en", "It was, and ‘tis a cold pier in Halvik.", id="a turned first letter"),
        pytest.param("en", "“”", id="an empty pair"),
        pytest.param("en", '""', id="an empty straight pair"),
        pytest.param("en", 'Marked " here and " there', id="straight marks between spaces"),
        pytest.param("en", "", id="no text"),
        pytest.param("nl", "Zo'n foto's zag 's avonds niemand.", id="Dutch apostrophes"),
        pytest.param("nl", "Zo’n foto’s zag ’s avonds niemand.", id="Dutch curly apostrophes"),
        pytest.param("fr", "L’hiver, d’après l’agence, s’achève.", id="French elisions"),
        pytest.param("it", "Un po’ di freddo, dell’anno scorso", id="Italian elisions"),
        pytest.param("uk", "П'ять кораблів, один об’єкт", id="Ukrainian apostrophes"),
        pytest.param("de", "Olsens' Boot, sagt's der Wirt", id="German apostrophes"),
        pytest.param("sv", "Hamnen är stängd”, sade Ada.", id="Swedish mark that only closes"),
        pytest.param("ja", "港は閉まった」と言った。", id="Japanese mark that only closes"),
    ],
)
def test_nothing_is_quoted(lang: str, text: str) -> None:
    assert inner(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "quoted"),
    [
        pytest.param("en", "He said “the pier is shut” twice.", "the pier is shut", id="curly"),
        pytest.param("en", 'He said "the pier is shut" twice.', "the pier is shut", id="straight"),
        pytest.param("en", "He said ‘the pier’s shut’ twice.", "the pier’s shut", id="British"),
        pytest.param("en", "'The pier's shut,' she said.", "The pier's shut,", id="British typed"),
        pytest.param("en", "“He said ‘shut’ to me.”", "He said ‘shut’ to me.", id="nested"),
        pytest.param("en", "‘[T]he pier is shut,’ she said.", "[T]he pier is shut,", id="bracket"),
        pytest.param("en", "‘…and it’s shut,’ she said.", "…and it’s shut,", id="an ellipsis"),
        pytest.param("en", "She owes (“$40 a ton”) more.", "$40 a ton", id="in parentheses"),
        pytest.param("en", "''$40 is due,'' she said.", "$40 is due,", id="typewriter and money"),
        pytest.param("en", "*“The pier is shut”* she said.", "The pier is shut", id="in asterisks"),
        pytest.param("en", "Olsens’ ‘day off’ is over.", "day off", id="behind a possessive"),
        pytest.param("en", 'A 12" plank, "a good one"', "a good one", id="behind inches"),
        pytest.param("en-GB", "‘Shut,’ she said.", "Shut,", id="a code with a region"),
        pytest.param("xx", "“Shut,” she said.", "Shut,", id="a language nobody listed"),
        pytest.param(
            "de", "Er sagte: „Der Hafen ist zu.“", "Der Hafen ist zu.", id="German low-high"
        ),
        pytest.param(
            "de", "Er sagte: »Der Hafen ist zu.«", "Der Hafen ist zu.", id="German guillemets"
        ),
        pytest.param("de", "Sie sagte: «Ja, zu.»", "Ja, zu.", id="Swiss guillemets"),
        pytest.param("de", "„Zu ist er”, sagte sie.", "Zu ist er", id="German, English close"),
        pytest.param("de", "„Zu ist er„, sagte sie.", "Zu ist er", id="German, low mark twice"),
        pytest.param("de", "„Geht’s noch?“, fragte Ada.", "Geht’s noch?", id="German elision"),
        pytest.param("fr", "Il dit : « Le port est fermé. »", " Le port est fermé. ", id="French"),
        pytest.param("fr", "«C’est fermé», dit-elle.", "C’est fermé", id="French without spaces"),
        pytest.param("es", "«Está cerrado», dijo Ada.", "Está cerrado", id="Spanish"),
        pytest.param("es", "“Está cerrado”, dijo Ada.", "Está cerrado", id="Spanish curly"),
        pytest.param("it", "«C’è un po’ di neve», ha detto.", "C’è un po’ di neve", id="Italian"),
        pytest.param("pt", "“Está fechado”, disse Ada.", "Está fechado", id="Portuguese"),
        pytest.param("pt", "«Está fechado», disse Ada.", "Está fechado", id="European Portuguese"),
        pytest.param("pl", "Rzekł: „Port jest zamknięty”.", "Port jest zamknięty", id="Polish"),
        pytest.param("sv", "Han sade: ”Hamnen är stängd.”", "Hamnen är stängd.", id="Swedish"),
        pytest.param("sv", "»Hamnen är stängd», sade Ada.", "Hamnen är stängd", id="Swedish »»"),
        pytest.param("nl", "‘Zo’n haven is dicht’, zei Ada.", "Zo’n haven is dicht", id="Dutch"),
        pytest.param("nl", "„De haven is dicht”, zei Ada.", "De haven is dicht", id="older Dutch"),
        pytest.param("ru", "Он сказал: «Порт закрыт».", "Порт закрыт", id="Russian"),
        pytest.param("ru", "„Порт закрыт“, — сказал он.", "Порт закрыт", id="Russian, in paws"),
        pytest.param("uk", "«Порт закрито», — каже Ада.", "Порт закрито", id="Ukrainian"),
        pytest.param("uk", "“Порт закрито”, — каже Ада.", "Порт закрито", id="Ukrainian curly"),
        pytest.param("ja", "彼は「港は閉まった」と言った。", "港は閉まった", id="Japanese"),
        pytest.param("ja", "『港は閉まった』と言った。", "港は閉まった", id="Japanese double"),
    ],
)
def test_quoted_words_by_language(lang: str, text: str, quoted: str) -> None:
    assert inner(text, lang) == [quoted]


@pytest.mark.parametrize(
    ("lang", "text", "quoted"),
    [
        pytest.param("en", '“The pier is shut," she said.', "The pier is shut,", id="curly first"),
        pytest.param("en", '"The pier is shut,” she said.', "The pier is shut,", id="curly last"),
        pytest.param("en", "“The pier is shut,“ she said.", "The pier is shut,", id="opened twice"),
        pytest.param("en", "”The pier is shut,” she said.", "The pier is shut,", id="closed twice"),
        pytest.param("sv", "“Den är stängd”, sade hon.", "Den är stängd", id="English marks"),
        pytest.param("fr", '"Le port est fermé", dit-elle.', "Le port est fermé", id="typewriter"),
    ],
)
def test_marks_that_a_writer_mixed(lang: str, text: str, quoted: str) -> None:
    assert inner(text, lang) == [quoted]


def test_a_straight_mark_closes_a_low_one_where_no_other_pair_has_curly_ones() -> None:
    text = '„Zu ist er", sagte sie.'
    found = quoted_in(text, Span(start=0, end=len(text)), ("„”", '""'))

    assert [quoted.inner.of(text) for quoted in found] == ["Zu ist er"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param("“One,” he said, and then “two”.", ["One,", "two"], id="two in a sentence"),
        pytest.param('"One," he said."Two," she said.', ["One,", "Two,"], id="no space between"),
        pytest.param("“One thing.”“Another.”", ["One thing.", "Another."], id="mark to mark"),
        pytest.param("‘He’s gone,’ said Ada, ‘now.’", ["He’s gone,", "now."], id="British"),
        pytest.param('“One thing” and "two" and ‘three’', ["One thing", "two", "three"], id="any"),
        pytest.param("“It is,” she said, ”and so.”", ["It is,", "and so."], id="one turned round"),
        pytest.param("“One,”[1] she said. “Two.”[2]", ["One,", "Two."], id="notes behind"),
    ],
)
def test_several_quotations(text: str, quoted: list[str]) -> None:
    assert inner(text) == quoted


@pytest.mark.parametrize(
    ("lang", "text", "quoted"),
    [
        pytest.param(
            "en",
            "“He said ‘shut’ to me.”",
            [(0, "He said ‘shut’ to me."), (1, "shut")],
            id="single in double",
        ),
        pytest.param(
            "en",
            "‘The pier is “shut”,’ she said.",
            [(0, "The pier is “shut”,"), (1, "shut")],
            id="double in single",
        ),
        pytest.param(
            "en",
            "‘It is “quite ‘shut’ now” then,’ she said.",
            [(0, "It is “quite ‘shut’ now” then,"), (1, "quite ‘shut’ now"), (2, "shut")],
            id="three deep",
        ),
        pytest.param(
            "en",
            "“He said ‘shut.’”",
            [(0, "He said ‘shut.’"), (1, "shut.")],
            id="both closed at once",
        ),
        pytest.param(
            "en",
            "“‘Shut’ is all,” she said.",
            [(0, "‘Shut’ is all,"), (1, "Shut")],
            id="both opened",
        ),
        pytest.param(
            "de", "„Sie rief »Zu!«“", [(0, "Sie rief »Zu!«"), (1, "Zu!")], id="German guillemets"
        ),
        pytest.param(
            "de", "„Der ‚alte‘ Hafen“", [(0, "Der ‚alte‘ Hafen"), (1, "alte")], id="German single"
        ),
        pytest.param(
            "fr", "«Il a dit «non» hier»", [(0, "Il a dit «non» hier"), (1, "non")], id="same marks"
        ),
        pytest.param(
            "es", "«El “viejo” puerto»", [(0, "El “viejo” puerto"), (1, "viejo")], id="Spanish"
        ),
        pytest.param(
            "sv", "”Den är ’stängd’ nu”", [(0, "Den är ’stängd’ nu"), (1, "stängd")], id="Swedish"
        ),
        pytest.param(
            "ru",
            "«Порт „старый“ закрыт»",
            [(0, "Порт „старый“ закрыт"), (1, "старый")],
            id="Russian",
        ),
        pytest.param("ja", "「港は『古い』」", [(0, "港は『古い』"), (1, "古い")], id="Japanese"),
    ],
)
def test_depth_tells_what_lies_within(lang: str, text: str, quoted: list[tuple[int, str]]) -> None:
    assert depths(text, lang) == quoted


def test_a_single_mark_left_open_within_a_quotation_was_none() -> None:
    assert depths("“Sail ‘er home, boys,” she said.", "en") == [(0, "Sail ‘er home, boys,")]


def test_two_apostrophes_are_a_double_mark() -> None:
    text = "''The pier is 'shut','' she said."
    whole, within = found_in(text)

    assert whole.mark == DOUBLED
    assert whole.inner.of(text) == "The pier is 'shut',"
    assert whole.outer.of(text) == "''The pier is 'shut',''"
    assert within.inner.of(text) == "shut"


def test_of_three_apostrophes_the_inner_one_is_single() -> None:
    assert depths("''He said 'shut.''' he said.", "en") == [(0, "He said 'shut.'"), (1, "shut.")]


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        pytest.param(
            "en",
            "She wrote: “We lost the mast on the ninth night and sang.",
            "We lost the mast on the ninth night and sang.",
            id="curly",
        ),
        pytest.param(
            "en", '"We lost the mast that night.', "We lost the mast that night.", id="straight"
        ),
        pytest.param(
            "de", "„Wir verloren den Mast dort.", "Wir verloren den Mast dort.", id="German"
        ),
        pytest.param("sv", "”Vi förlorade masten där.", "Vi förlorade masten där.", id="Swedish"),
        pytest.param("ru", "«Мы потеряли мачту ночью.", "Мы потеряли мачту ночью.", id="Russian"),
        pytest.param(
            "ja",
            "「港は『古い』。冬の間ずっと閉まっている。",
            "港は『古い』。冬の間ずっと閉まっている。",
            id="Japanese, with one within",
        ),
    ],
)
def test_an_unclosed_quotation_goes_to_the_end_of_its_paragraph(
    lang: str, text: str, words: str
) -> None:
    (quoted,) = (each for each in found_in(text, lang) if each.depth == 0)

    assert quoted.inner.of(text) == words
    assert quoted.outer.end == len(text)
    assert not quoted.closed


def test_a_lost_closing_mark_before_an_attribution_ends_at_its_comma() -> None:
    text = "“The pier has been shut since May, she said. “The cranes run.”"
    lost, whole = found_in(text)

    assert (lost.inner.of(text), lost.closed) == ("The pier has been shut since May,", False)
    assert (whole.inner.of(text), whole.closed) == ("The cranes run.", True)


def test_a_stray_mark_far_before_a_quotation_is_left_alone() -> None:
    text = "“The pier is shut. In Halvik they say “the cranes run” of it."

    assert inner(text) == ["the cranes run"]


def test_only_the_block_is_read() -> None:
    text = "“One,” she said.\n“Two,” he said."
    block = span_in(text, "“Two,” he said.")

    assert [q.inner.of(text) for q in quoted_in(text, block, PAIRS.pairs_of("en"))] == ["Two,"]


MARKS = "“”‘’\"'„«»‚‹›「」 ab.\n"
LANGUAGES = ["en", "de", "fr", "sv", "ja", "xx"]


@settings(max_examples=100)
@given(st.text(alphabet=MARKS, max_size=80), st.sampled_from(LANGUAGES))
def test_any_marks_pair_without_fault(text: str, lang: str) -> None:
    whole = Span(start=0, end=len(text))
    found = found_in(text, lang)

    assert all(whole.holds(q.outer) and q.outer.holds(q.inner) for q in found)
    assert [q.outer.start for q in found] == sorted(q.outer.start for q in found)


@settings(max_examples=100)
@given(st.text(alphabet=MARKS, max_size=80), st.sampled_from(LANGUAGES))
def test_outermost_stretches_never_meet(text: str, lang: str) -> None:
    ends = [(q.outer.start, q.outer.end) for q in outermost(found_in(text, lang))]

    assert all(a[1] <= b[0] for a, b in pairwise(ends))


@settings(max_examples=100)
@given(st.text(alphabet="abcdefgh ,", min_size=1, max_size=40).filter(lambda w: w[0].isalpha()))
def test_plain_words_in_marks_are_found_as_they_stand(words: str) -> None:
    assert inner(f"She said “{words}” twice.") == [words]
    assert inner(f"Sie sagte „{words}“ dazu.", "de") == [words]


def test_time_grows_with_length_only() -> None:
    text = "“a ‘b’ c” d’e " * 20_000
    started = time.perf_counter()

    found_in(text)

    assert time.perf_counter() - started < 10


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("He met ‘the boys’ at the club.", ["the boys"], id="nothing closes behind"),
        pytest.param("‘Pay the boys’ he shouted.", ["Pay the boys"], id="it closes here"),
        pytest.param(
            "‘We mend the boys’ club,’ she said.", ["We mend the boys’ club,"], id="an owner"
        ),
        pytest.param("““A pier””, she said.", ["A pier"], id="marks written twice"),
    ],
)
def test_a_mark_behind_a_plural_and_marks_written_twice(text: str, found: list[str]) -> None:
    assert inner(text) == found
