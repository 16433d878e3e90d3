from datetime import date

import pytest

from provcheck.match.reading import Reading, language_in
from provcheck.match.stance import clashes, stands, weaker
from provcheck.model.edit import EditKind
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()


def reading(text: str, lang: str = "en") -> Reading:
    return Reading(text, language_in(lang, RULES), date(2025, 3, 14))


def kinds(ours: str, theirs: str, lang: str = "en") -> list[EditKind | None]:
    return [clash.kind for clash in clashes(reading(ours, lang), reading(theirs, lang))]


def denied(text: str) -> list[str]:
    return [stand.term.norm for stand in stands(reading(text)) if stand.denied]


@pytest.mark.parametrize(
    "text",
    [
        "the storm not only sank a tug",
        "no fewer than 30 sheep died",
        "they denied the offer",
        "he opposed the plan",
        "not all boats sank",
        "they did not refuse to pay",
    ],
)
def test_nothing_is_denied(text: str) -> None:
    assert [word for word in denied(text) if word != "refuse"] == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("they will not pay", "pay"),
        ("they never paid", "paid"),
        ("they refused to pay", "pay"),
        ("they denied having paid", "paid"),
        ("they denied reports that he paid", "paid"),
        ("they ruled out paying", "paying"),
        ("the divers found nothing", "found"),
        ("there are no plans to pay", "pay"),
    ],
)
def test_what_is_denied(text: str, word: str) -> None:
    assert word in denied(text)


@pytest.mark.parametrize(
    ("ours", "theirs", "lang"),
    [
        ("nobody complained", "residents did not complain", "en"),
        ("found no evidence", "did not find any evidence", "en"),
        ("it will sail", "it will sail. It will not sail on Sundays", "en"),
        ("it may close", "it might close", "en"),
        ("it can carry cars", "it may carry cars", "en"),
        ("it closed in May", "it closed in May", "en"),
        ("prices rose", "prices rose and wages fell", "en"),
        ("the cover tore", "they discovered the cover", "en"),
        ("le port ne ferme pas", "le port ne fermera pas", "fr"),
        ("der Hafen schließt nicht", "der Hafen werde nicht schließen", "de"),
        ("der Hafen schließe", "Der Hafen schließt, aber die Werft schließt nicht", "de"),
        ("one word", "another one", "xx"),
    ],
)
def test_no_clash(ours: str, theirs: str, lang: str) -> None:
    assert kinds(ours, theirs, lang) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "kind"),
    [
        pytest.param("it will pay", "it will not pay", EditKind.NEGATION, id="a lost not"),
        pytest.param("it never paid", "it paid", EditKind.NEGATION, id="a never put in"),
        pytest.param("it is legal", "it is illegal", EditKind.NEGATION, id="a prefix"),
        pytest.param("prices rose", "prices fell", EditKind.NEGATION, id="an opposite"),
        pytest.param("it will close", "it may close", EditKind.MODALITY, id="surer"),
        pytest.param("they must pay", "they should pay", EditKind.MODALITY, id="a duty"),
        pytest.param("it will open", "it will not open until May", None, id="until stays open"),
        pytest.param("he denied having paid", "he paid", None, id="somebody denies it"),
    ],
)
def test_clashes(ours: str, theirs: str, kind: EditKind | None) -> None:
    assert kinds(ours, theirs) == [kind]


def test_a_claim_may_be_weaker_than_its_source() -> None:
    assert weaker(reading("it could close"), reading("it will close"))
    assert not weaker(reading("it will close"), reading("it could close"))
    assert not weaker(reading("it could close"), reading("it may close"))


@pytest.mark.parametrize(
    ("ours", "theirs", "lang"),
    [
        ("der Hafen schließe", "Der Hafen schließt nicht", "de"),
        ("der Hafen werde nie schließen", "Der Hafen wird schließen", "de"),
        ("le port fermerait en hiver", "Le port ne fermera pas en hiver", "fr"),
        ("el puerto cerraría", "El puerto no cerraría", "es"),
    ],
)
def test_a_denial_anywhere_in_the_clause_is_told_once(ours: str, theirs: str, lang: str) -> None:
    assert kinds(ours, theirs, lang) == [EditKind.NEGATION]
