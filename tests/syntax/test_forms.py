import pytest
from discoursing import a_discourse, a_sentence
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.syntax.forms import is_adverb, is_pronoun, is_verbal, opens_phrase
from provcheck.syntax.tokens import Token


def placed(text: str, word: str, lang: str = "en") -> tuple[tuple[Token, ...], int]:
    """The tokens of the first sentence, and where `word` first stands among them."""
    tokens = a_sentence(text, lang).tokens
    return tokens, next(at for at, token in enumerate(tokens) if token.text == word)


def the_token(text: str, word: str, lang: str = "en") -> Token:
    tokens, at = placed(text, word, lang)
    return tokens[at]


@pytest.mark.parametrize(
    ("text", "word", "lang"),
    [
        pytest.param("The harbour shut.", "harbour", "en", id="a noun"),
        pytest.param("Her ally left.", "ally", "en", id="a short noun in -ly"),
        pytest.param("They rely on it.", "rely", "en", id="a short verb in -ly"),
        pytest.param("The family left.", "family", "en", id="a noun in -ly"),
        pytest.param("The assembly met.", "assembly", "en", id="a body in -ly"),
        pytest.param("An elderly man left.", "elderly", "en", id="an adjective in -ly"),
        pytest.param("Per met Kimberly there.", "Kimberly", "en", id="a name in -ly"),
        pytest.param("In July it shut.", "July", "en", id="a month"),
        pytest.param("“Slowly” it shut.", "“Slowly”", "en", id="a quotation"),
        pytest.param("Der Hafen ist zu.", "Hafen", "de", id="a German noun"),
    ],
)
def test_no_adverb(text: str, word: str, lang: str) -> None:
    assert not is_adverb(the_token(text, word, lang))


@pytest.mark.parametrize(
    ("text", "word", "lang"),
    [
        pytest.param("She never left.", "never", "en", id="listed"),
        pytest.param("Then she left.", "Then", "en", id="listed, with a capital"),
        pytest.param("Only Per left.", "Only", "en", id="listed and short"),
        pytest.param("She spoke loudly.", "loudly", "en", id="manner"),
        pytest.param("She spoke sadly.", "sadly", "en", id="manner, and short"),
        pytest.param("She reportedly left.", "reportedly", "en", id="hearsay"),
        pytest.param("Er ging dann.", "dann", "de", id="German"),
        pytest.param("Elle part aussi.", "aussi", "fr", id="French"),
        pytest.param("Hon gick igår.", "igår", "sv", id="Swedish"),
        pytest.param("È partita ieri.", "ieri", "it", id="Italian"),
    ],
)
def test_adverbs(text: str, word: str, lang: str) -> None:
    assert is_adverb(the_token(text, word, lang))


@pytest.mark.parametrize(
    ("text", "word", "lang"),
    [
        pytest.param("Ada left.", "Ada", "en", id="a name"),
        pytest.param("The pier shut.", "The", "en", id="an article"),
        pytest.param("Her pier shut.", "Her", "en", id="an owner"),
        pytest.param("Its roof fell.", "Its", "en", id="an owner that is a thing"),
        pytest.param("Some men left.", "Some", "en", id="a number of people"),
        pytest.param("This pier shut.", "This", "en", id="a pointing word"),
        pytest.param("Ihr Haus ist alt.", "Ihr", "de", id="a German owner"),
        pytest.param("Leur maison est vieille.", "Leur", "fr", id="a French owner"),
    ],
)
def test_no_pronoun(text: str, word: str, lang: str) -> None:
    assert not is_pronoun(the_token(text, word, lang))


@pytest.mark.parametrize(
    ("text", "word", "lang"),
    [
        pytest.param("She left.", "She", "en", id="she"),
        pytest.param("It shut.", "It", "en", id="it"),
        pytest.param("Per met us.", "us", "en", id="behind a verb"),
        pytest.param("Per, who left, spoke.", "who", "en", id="a relative"),
        pytest.param("Nobody left.", "Nobody", "en", id="nobody"),
        pytest.param("Others stayed.", "Others", "en", id="others"),
        pytest.param("Sie ging.", "Sie", "de", id="German"),
        pytest.param("On part.", "On", "fr", id="French, no preposition there"),
        pytest.param("Она ушла.", "Она", "ru", id="Russian"),
        pytest.param("Han gick.", "Han", "sv", id="Swedish"),
    ],
)
def test_pronouns(text: str, word: str, lang: str) -> None:
    assert is_pronoun(the_token(text, word, lang))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("The pier shut.", "pier", id="a noun"),
        pytest.param("At 40 it shut.", "40", id="a number"),
        pytest.param("The Velden pier shut.", "pier", id="a noun behind a name"),
        pytest.param("Ada’s pier shut.", "’s", id="the mark of an owner"),
        pytest.param("Ada's pier shut.", "'s", id="a straight mark of an owner"),
        pytest.param("Per Said left.", "Said", id="a name that is a cue"),
        pytest.param("Per Walked left.", "Walked", id="a name"),
        pytest.param("She left.", "She", id="a pronoun"),
        pytest.param("The boats sank.", "boats", id="a plural"),
        pytest.param("Two boats", "boats", id="a plural at the end"),
        pytest.param("The Velden glass it bought broke.", "glass", id="a noun in -ss"),
        pytest.param("Per saw red boats.", "red", id="an adjective in -ed"),
        pytest.param("Some mornings boats the mayor owns sail.", "boats", id="behind a plural"),
        pytest.param("tired of Velden", "tired", id="at the head"),
        pytest.param("The closed pier rusts.", "closed", id="behind an article"),
        pytest.param("In closed Velden it rained.", "closed", id="behind a preposition"),
        pytest.param("The pier was named Velden.", "named", id="behind a form of be"),
        pytest.param("It has closed the pier.", "closed", id="behind an auxiliary"),
        pytest.param("She, tired sailors say, left.", "tired", id="behind a comma"),
        pytest.param("Residents polled said no.", "polled", id="before a finite verb"),
        pytest.param("The boats moored in May sank.", "moored", id="before a preposition"),
        pytest.param("The boats moored, they left.", "moored", id="before a comma"),
        pytest.param("Two boats moored", "moored", id="at the end"),
        pytest.param("The said pier shut.", "said", id="a cue behind an article"),
        pytest.param("The known facts stand.", "known", id="a participle behind an article"),
        pytest.param("His needs grew.", "needs", id="behind an owner"),
        pytest.param("The pier of Velden", "of", id="a preposition"),
    ],
)
def test_no_finite_verb(text: str, word: str) -> None:
    assert not is_verbal(*placed(text, word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("The pier was shut.", "was", id="a form of be"),
        pytest.param("She had left.", "had", id="an auxiliary"),
        pytest.param("She went home.", "went", id="a listed form"),
        pytest.param("The reports said so.", "said", id="a cue"),
        pytest.param("She said so.", "said", id="a cue behind a pronoun"),
        pytest.param("The crowd cheered.", "cheered", id="a cue in -ed"),
        pytest.param("Ada Brandvold walked off.", "walked", id="behind a name"),
        pytest.param("She walked off.", "walked", id="behind a pronoun"),
        pytest.param("The man who walked off left.", "walked", id="behind a relative"),
        pytest.param("The mayor slowly walked off.", "walked", id="behind an adverb"),
        pytest.param("The council opened the pier.", "opened", id="before an article"),
        pytest.param("The council opened Velden.", "opened", id="before a name"),
        pytest.param("The council closed it.", "closed", id="before a pronoun"),
        pytest.param("The council opened “Jetty” again.", "opened", id="before a quotation"),
        pytest.param("The council fixed prices.", "fixed", id="between two nouns"),
        pytest.param("The firm owns the pier.", "owns", id="in -s before an article"),
        pytest.param("The firm owns Velden.", "owns", id="in -s before a name"),
        pytest.param("The firm owns “Jetty” now.", "owns", id="in -s before a quotation"),
        pytest.param("Edric Pallaways owns it.", "owns", id="in -s behind a name in -s"),
    ],
)
def test_finite_verbs(text: str, word: str) -> None:
    assert is_verbal(*placed(text, word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("The pier shut.", "pier", id="a noun"),
        pytest.param("Shut, they left.", ",", id="a mark"),
        pytest.param("“Jetty” is old.", "“Jetty”", id="a quotation"),
        pytest.param("They may go.", "may", id="an auxiliary"),
        pytest.param("In Velden it rains.", "In", id="a preposition with a capital"),
        pytest.param("And it rains.", "And", id="a joining word with a capital"),
        pytest.param("When it rains, go.", "When", id="a clause's first word"),
        pytest.param("Then it rains.", "Then", id="an adverb with a capital"),
    ],
)
def test_words_that_open_no_phrase(text: str, word: str) -> None:
    assert not opens_phrase(the_token(text, word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("The pier shut.", "The", id="an article"),
        pytest.param("Ask the men.", "the", id="an article within"),
        pytest.param("Ask her men.", "her", id="an owner"),
        pytest.param("Then she left.", "she", id="a pronoun"),
        pytest.param("Ada left.", "Ada", id="a name"),
        pytest.param("Residents left.", "Residents", id="a noun at the head"),
        pytest.param("Then 40 men left.", "40", id="a number"),
        pytest.param("Then ten men left.", "ten", id="a number in letters"),
        pytest.param("It cost $5 then.", "$5", id="a sum"),
    ],
)
def test_words_that_open_a_phrase(text: str, word: str) -> None:
    assert opens_phrase(the_token(text, word))


@given(st.text(st.characters(exclude_characters="\n"), min_size=1, max_size=60))
@settings(max_examples=100)
def test_any_token_has_a_form(text: str) -> None:
    for sentence in a_discourse(text).sentences_of(0):
        for at, token in enumerate(sentence.tokens):
            small = token.kind == "word" and not token.capital
            assert small or not is_verbal(sentence.tokens, at)
            assert not (is_pronoun(token) and token.kind != "word")
            assert not (opens_phrase(token) and token.kind in {"mark", "quote"})
            assert not (is_adverb(token) and token.kind == "quote")
