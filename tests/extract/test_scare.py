import pytest
from building import a_prose
from discoursing import RULES, a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.discourse import Discourse
from provcheck.extract.marks import outermost
from provcheck.extract.passage import Passage
from provcheck.extract.scare import REFUSALS, is_claim
from provcheck.extract.string import QuotedString
from provcheck.model.claim import ClaimKind
from provcheck.model.prose import BlockKind

HEADING, CAPTION, PARAGRAPH = BlockKind.HEADING, BlockKind.CAPTION, BlockKind.PARAGRAPH


def strings(discourse: Discourse) -> list[Passage]:
    """Every outermost quoted stretch, claim or not."""
    found = (each for block in discourse.quoted for each in outermost(block))
    return [
        Passage(
            kind=ClaimKind.QUOTE,
            span=each.inner,
            outer=each.outer,
            segments=(each.inner,),
            fragment=len(each.inner.of(discourse.prose.text).split()) <= 3,
        )
        for each in found
    ]


def claimed_in(discourse: Discourse) -> list[str]:
    text = discourse.prose.text
    found = (each for each in strings(discourse) if is_claim(each, discourse))
    return [passage.span.of(text).strip(" .,") for passage in found]


def claimed(text: str, lang: str = "en") -> list[str]:
    return claimed_in(a_discourse(text, lang))


def laid_out(text: str, *kinds: BlockKind) -> Discourse:
    prose = a_prose(text)
    blocks = tuple(
        block.model_copy(update={"kind": kind})
        for block, kind in zip(prose.blocks, kinds, strict=True)
    )
    return Discourse(prose.model_copy(update={"blocks": blocks}), RULES)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("en", "There is no ‘quick win’ for the harbour.", id="scare quotes"),
        pytest.param("en", "The earlier “kiosk” debate ended.", id="one word"),
        pytest.param("en", "She played “The Long Pier” on the fiddle.", id="a title"),
        pytest.param(
            "en", "The novel “A Winter on the Sound” sold well.", id="title with its kind"
        ),
        pytest.param("en", "Per “Shorty” Olsen was there.", id="a nickname"),
        pytest.param("en", "The word “berth” comes from bearing away.", id="a word as a word"),
        pytest.param(
            "en", "The so-called “harbour dividend of the poor” is small.", id="so-called"
        ),
        pytest.param("en", "Sailors know it as “slack water”.", id="a term"),
        pytest.param("en", "Crates marked “Fragile” stood there.", id="a label"),
        pytest.param("en", "Three, “two”, one.", id="a word in a list"),
        pytest.param("en", "“…”", id="no words"),
        pytest.param("en", "The pier stood “in the way” for years.", id="nobody’s words"),
        pytest.param("en", "It was “a mess”.", id="a fragment without a speaker"),
        pytest.param("en", "The “smart” house stands there.", id="right before its noun"),
        pytest.param("en", "Olsen bought the “smart” house.", id="before a noun, with a person"),
        pytest.param("en", "“Never again” was the mood.", id="no sentence of its own"),
        pytest.param("en", "“never again.” So it stood there.", id="a small letter and a stop"),
        pytest.param("de", "Die „kluge“ Stadt steht da.", id="German scare quotes"),
        pytest.param("de", "Der Plan ist „müde“.", id="German indicative"),
        pytest.param("de", "Die „Nordwind“ sank am Montag.", id="German ship"),
        pytest.param("fr", "Le port est « fermé ».", id="French fragment"),
        pytest.param("fr", "Elle a lu « Le Port et la Mer ».", id="French title"),
        pytest.param("sv", "Den så kallade ”hamnskatten” är låg.", id="Swedish so-called"),
        pytest.param("ru", "Роман «Ночь в старом порту» вышел.", id="Russian title"),
    ],
)
def test_nobody_is_said_to_have_said_it(lang: str, text: str) -> None:
    assert claimed(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param(
            "en", "As if to say “we are sorry for the noise”, it fell silent.", id="as if"
        ),
        pytest.param("en", "Her face would say “we are sorry for all of it”.", id="would say"),
        pytest.param("en", "You can imagine: “We are sorry for it all.”", id="imagine, a colon"),
        pytest.param("de", "Er schwieg, als wollte er sagen „es tut mir leid“.", id="German"),
        pytest.param("fr", "Il se tut, comme pour dire « nous voilà désolés ».", id="French"),
        pytest.param("es", "Calló, como si dijera «lo sentimos mucho todos».", id="Spanish"),
    ],
)
def test_what_is_only_imagined_is_nobodys(lang: str, text: str) -> None:
    assert claimed(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        pytest.param("en", '<a href="the pier is shut for good">', id="an address"),
        pytest.param("en", 'She said class="the pier is shut for good" then.', id="though said"),
        pytest.param("de", '<span class="der Hafen ist lange zu">', id="a class"),
        pytest.param("de", "Ein „cutoff“-Sensor, sagte sie, steht da.", id="German compound"),
        pytest.param("de", "Der »Weiter so für alle Zeiten«-Kurs endet.", id="a long compound"),
        pytest.param("en", "The “never in all our lives”-crowd went home.", id="English compound"),
        pytest.param("en", "The “never in all our lives”‑crowd went home.", id="unbroken hyphen"),
    ],
)
def test_markup_and_parts_of_words_are_nobodys(lang: str, text: str) -> None:
    assert claimed(text, lang) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He was entered as “missing at sea”.", id="entered"),
        pytest.param("The ship was listed as “lost”.", id="listed"),
        pytest.param("The boat is registered as “Ada”.", id="registered"),
        pytest.param("As “a sieve” the pier is known.", id="at the beginning"),
    ],
)
def test_a_likeness_is_nobodys(text: str) -> None:
    assert claimed(text) == []


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        pytest.param("en", "She called it “a disgrace”.", "a disgrace", id="called it"),
        pytest.param("en", "The union called the draft “unworkable”.", "unworkable", id="called"),
        pytest.param("en", "He said the plan was “dead”.", "dead", id="a fragment after said"),
        pytest.param("en", "“Nonsense,” she said.", "Nonsense", id="one word with attribution"),
        pytest.param("en", "“123,” she said.", "123", id="a number"),
        pytest.param(
            "en",
            "The pier “will be closed for all of the winter months” in any case.",
            "will be closed for all of the winter months",
            id="a long orphan",
        ),
        pytest.param("en", "‘We will close it,’ said Per Olsen.", "We will close it", id="British"),
        pytest.param("en", "''We will close it,'' he said.", "We will close it", id="typewriter"),
        pytest.param("en", "According to her, it is “a sieve”.", "a sieve", id="according to"),
        pytest.param("en", "He described it as “a sieve”.", "a sieve", id="likened by somebody"),
        pytest.param("en", "He dismissed it as “nonsense”.", "nonsense", id="dismissed as"),
        pytest.param("en", "Olsen warned of “dire things”.", "dire things", id="warned of"),
        pytest.param("en", "He chanted “Long Live The Pier”.", "Long Live The Pier", id="capitals"),
        pytest.param(
            "en", "The sign: “No boats beyond this point.”", "No boats beyond this point", id="sign"
        ),
        pytest.param("de", "Er sei „müde“, heißt es.", "müde", id="German mood"),
        pytest.param("de", "Er nannte den Plan „untauglich“.", "untauglich", id="German called"),
        pytest.param("de", "Er nannte ihn „Träumer“.", "Träumer", id="German noun, called"),
        pytest.param("de", "Er rief „Schiff!“", "Schiff!", id="German shouted"),
        pytest.param("fr", "Il juge le plan « absurde ».", "absurde", id="French judged"),
        pytest.param("fr", "Il qualifie le plan de « folie ».", "folie", id="French called"),
        pytest.param("es", "Calificó el plan de «locura».", "locura", id="Spanish called"),
        pytest.param("sv", "Hon sade att den är ”stängd”.", "stängd", id="Swedish said"),
        pytest.param("ja", "市長は計画を「無謀」と批判した。", "無謀", id="Japanese criticised"),
    ],
)
def test_somebody_is_said_to_have_said_it(lang: str, text: str, words: str) -> None:
    assert claimed(text, lang) == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("“Shut.”", "Shut", id="a paragraph of its own"),
        pytest.param("“Never again.” The mood was grim.", "Never again", id="first"),
        pytest.param("The mood was grim. “Why not?”", "Why not?", id="last"),
        pytest.param("“Not now …” The mood was grim.", "Not now …", id="broken off"),
        pytest.param(
            "Ada Brandvold must live with “the noise”.", "the noise", id="borrowed, with a person"
        ),
        pytest.param("Olsen wants “a real pier” by May.", "a real pier", id="what he wants"),
        pytest.param("He said no; the plan was “a mess”.", "a mess", id="behind a cue"),
    ],
)
def test_a_few_words_are_speech(text: str, words: str) -> None:
    assert claimed(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The pier is closed for good”", id="no cue"),
        pytest.param("The pier “is closed for the whole winter”", id="no cue, in a sentence"),
        pytest.param("“Never again.” Halvik mourns", id="a sentence of its own"),
        pytest.param("‘The long wait for the old boat’", id="single marks"),
    ],
)
def test_a_headline_without_a_cue_claims_nothing(text: str) -> None:
    assert claimed_in(laid_out(text, HEADING)) == []
    assert claimed_in(laid_out(text, CAPTION)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("“The pier is closed,” says Olsen", "The pier is closed", id="said behind"),
        pytest.param("Olsen: “The pier is closed”", "The pier is closed", id="a label"),
        pytest.param("Olsen: ‘The pier is closed’", "The pier is closed", id="British"),
        pytest.param("Olsen calls pier “a sieve”", "a sieve", id="called"),
        pytest.param("Pier is ‘a sieve’, says Olsen", "a sieve", id="a fragment"),
    ],
)
def test_a_headline_with_a_cue_makes_a_claim(text: str, words: str) -> None:
    assert claimed_in(laid_out(text, HEADING)) == [words]


def test_a_headline_adds_nothing_that_the_text_quotes_again() -> None:
    again = "“The pier’s closed,” says Olsen\n“The piers closed for good,” Per Olsen said."
    other = "“The pier is shut,” says Olsen\n“The pier is closed for good,” Per Olsen said."

    assert claimed_in(laid_out(again, HEADING, PARAGRAPH)) == ["The piers closed for good"]
    assert claimed_in(laid_out(other, HEADING, PARAGRAPH)) == [
        "The pier is shut",
        "The pier is closed for good",
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“It is shut,” Ada said.\nThe ‘old lady of the sound’ sank.", id="long"),
        pytest.param("“It is shut,” Ada said.\nNo ‘quick win’ came.", id="short"),
        pytest.param("\"It is shut,\" Ada said.\nThe 'old lady of the sound' sank.", id="straight"),
    ],
)
def test_single_marks_beside_double_ones_are_scare_quotes(text: str) -> None:
    assert claimed(text) == ["It is shut"]


def test_long_words_in_single_marks_need_a_cue_where_there_are_no_others() -> None:
    assert claimed("The ‘old lady of the whole sound’ sank.") == []


@settings(max_examples=100)
@given(st.text(alphabet='“”‘’" ab,.:=-\nsaidO', max_size=80), st.sampled_from(["en", "de", "fr"]))
def test_a_claim_has_words_and_no_reason_against_it(text: str, lang: str) -> None:
    discourse = a_discourse(text, lang)
    for passage in strings(discourse):
        if is_claim(passage, discourse):
            string = QuotedString(passage, discourse)
            assert string.words
            assert not any(refuses(string) for refuses in REFUSALS)
