import pytest
from pydantic import ValidationError

from provcheck.rulebook.book import Rulebook, load_rulebook
from provcheck.rulebook.grammar import Grammar
from provcheck.rulebook.inflection import Form
from provcheck.syntax.tokens import pattern_of

LANGUAGES = sorted(load_rulebook().cues.languages)
SINGLE = {
    "determiners",
    "pronouns",
    "possessives",
    "relatives",
    "prepositions",
    "coordinators",
    "subordinators",
    "auxiliaries",
    "be",
    "introducers",
    "complementizers",
    "times",
    "links",
    "tails",
}


def a_grammar(**known: object) -> Grammar:
    return Grammar(**{"lang": "xx", "pronouns": {}, "determiners": (), **known})


@pytest.mark.parametrize(
    "known",
    [
        pytest.param({"lang": "xx", "determiners": ()}, id="no pronouns"),
        pytest.param({"lang": "xx", "pronouns": {}}, id="no determiners"),
        pytest.param({"pronouns": {}, "determiners": ()}, id="no language"),
        pytest.param({"pronouns": {}, "determiners": (), "lang": "xx", "cases": 4}, id="unknown"),
    ],
)
def test_an_incomplete_grammar_is_refused(known: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Grammar.model_validate(known)


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("pier", id="a noun"),
        pytest.param("The", id="a capital"),
        pytest.param("", id="nothing"),
        pytest.param("brandvold", id="a name"),
    ],
)
def test_a_word_in_no_list_has_no_classes(rules: Rulebook, word: str) -> None:
    assert word not in rules.cues.of("en").classes


@pytest.mark.parametrize(
    ("lang", "word", "classes"),
    [
        pytest.param("en", "the", {"determiner", "definite", "link"}, id="an article"),
        pytest.param("en", "of", {"preposition", "link", "tail"}, id="of"),
        pytest.param("en", "to", {"preposition", "particle"}, id="before an infinitive"),
        pytest.param("en", "he", {"pronoun"}, id="a pronoun"),
        pytest.param("en", "nobody", {"pronoun"}, id="an indefinite is one too"),
        pytest.param("en", "as", {"subordinator", "likening"}, id="as"),
        pytest.param("en", "monday", {"time"}, id="a day"),
        pytest.param("en", "ago", {"reckoning"}, id="behind a count of time"),
        pytest.param("de", "sich", {"adverb", "reflexive"}, id="German reflexive"),
        pytest.param("de", "sei", {"be", "reported"}, id="German reported speech"),
        pytest.param("de", "als", {"subordinator", "likening"}, id="German as"),
        pytest.param("fr", "selon", {"preposition"}, id="French according to"),
        pytest.param("ru", "что", {"introducer", "complementizer", "subordinator"}, id="Russian"),
        pytest.param("ja", "彼女", {"pronoun"}, id="Japanese"),
    ],
)
def test_classes_of_a_word(rules: Rulebook, lang: str, word: str, classes: set[str]) -> None:
    assert classes <= rules.cues.of(lang).classes[word]


def test_a_word_of_several_lists_has_all_their_classes() -> None:
    grammar = a_grammar(determiners=("den",), obliques=("den",), pronouns={"den": ""})

    assert grammar.classes == {"den": {"determiner", "oblique", "pronoun"}}


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("definite", "definite"),
        ("indefinite", "indefinite"),
        ("possessives", "possessive"),
        ("indefinites", "pronoun"),
        ("relatives", "relative"),
        ("prepositions", "preposition"),
        ("coordinators", "coordinator"),
        ("subordinators", "subordinator"),
        ("adverbs", "adverb"),
        ("auxiliaries", "auxiliary"),
        ("be", "be"),
        ("times", "time"),
        ("complementizers", "complementizer"),
        ("introducers", "introducer"),
        ("finite", "verb"),
        ("ambiguous", "ambiguous"),
        ("reported", "reported"),
        ("units", "unit"),
        ("reckonings", "reckoning"),
        ("links", "link"),
        ("tails", "tail"),
        ("nominals", "nominal"),
        ("likening", "likening"),
        ("fused", "fused"),
        ("joining", "joining"),
        ("origins", "origin"),
        ("asides", "aside"),
        ("scenes", "scene"),
        ("supplements", "supplement"),
        ("formulas", "formula"),
        ("things", "thing"),
        ("reflexives", "reflexive"),
        ("obliques", "oblique"),
    ],
)
def test_each_list_gives_one_class(field: str, name: str) -> None:
    assert a_grammar(**{field: ("wort",)}).classes == {"wort": {name}}


@pytest.mark.parametrize(
    ("particle", "classes"),
    [pytest.param("", {}, id="none"), pytest.param("to", {"to": {"particle"}}, id="one")],
)
def test_the_particle_of_an_infinitive(particle: str, classes: dict[str, set[str]]) -> None:
    assert a_grammar(particle=particle).classes == classes


@pytest.mark.parametrize(
    ("verb", "inflection", "forms"),
    [
        pytest.param("sagte", "", [Form(("sagte",), "past")], id="a form as given"),
        pytest.param("hob hervor", "", [Form(("hob", "hervor"), "past")], id="two words as given"),
        pytest.param("sag", "german", [Form(("sag",), "past")], id="no such derivation"),
        pytest.param(
            "warn",
            "english",
            [
                Form(("warn",), "base"),
                Form(("warns",), "present"),
                Form(("warned",), "past"),
                Form(("warned",), "perfect"),
                Form(("warning",), "participle"),
            ],
            id="derived",
        ),
    ],
)
def test_inflected(verb: str, inflection: str, forms: list[Form]) -> None:
    assert list(a_grammar(inflection=inflection).inflected(verb)) == forms


def test_irregular_verbs_are_taken_as_given() -> None:
    grammar = a_grammar(inflection="english", irregular={"say": ("says", "said", "said", "saying")})

    assert [form.words[0] for form in grammar.inflected("say")] == [
        "say", "says", "said", "said", "saying",
    ]  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("definite", "determiners"),
        ("indefinite", "determiners"),
        ("introducers", "complementizers"),
    ],
)
def test_a_list_is_part_of_another(rules: Rulebook, lang: str, part: str, whole: str) -> None:
    language = rules.cues.of(lang)

    assert set(getattr(language, part)) <= set(getattr(language, whole))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_listed_words_are_in_small_letters(rules: Rulebook, lang: str) -> None:
    assert [word for word in rules.cues.of(lang).classes if word != word.lower()] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pronouns_have_a_gender_or_any(rules: Rulebook, lang: str) -> None:
    assert set(rules.cues.of(lang).pronouns.values()) <= {"m", "f", ""}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_small_words_are_one_token_each(rules: Rulebook, lang: str) -> None:
    pattern = pattern_of(rules.quotation.abbreviations)
    language = rules.cues.of(lang)
    listed = {word for field in SINGLE for word in getattr(language, field)}

    assert [w for w in sorted(listed) if not _is_token(w, pattern.findall(f"x {w} x"))] == []


def _is_token(word: str, found: list[tuple[str, ...]]) -> bool:
    return [next(filter(None, groups)) for groups in found] == ["x", word, "x"]
