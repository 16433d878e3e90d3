import pytest
from building import a_article_and_source, a_claim, a_source, a_verdict, a_walk, an_article, found
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.judge.judge import judge
from provcheck.judge.translation import compared, foreign_part
from provcheck.match.align import align
from provcheck.match.paraphrase import compare
from provcheck.model.claim import ClaimKind
from provcheck.model.finding import Finding
from provcheck.rulebook.book import load_rulebook

RULES = load_rulebook()
ENGLISH = (
    "The harbour has been quiet since the strike, and the crews of the ferries wait for news. "
    "It was said that the owners would meet the council on the quay, but nobody came."
)
GERMAN = (
    "Im Hafen ist es seit dem Streik still, und die Mannschaften warten auf eine Nachricht. "
    "Peder Olm sagte am Dienstag, dass 40 Boote nicht auslaufen werden und die Fähre 4,3 Millionen "
    "Euro kostet."
)
RUSSIAN = (
    "В порту тихо, и экипажи ждут новостей уже третью неделю. Педер Ольм сказал, что 40 судов не "
    "выйдут в море. Это объявил и Олексий Зеленко, когда он был в порту."
)
GREEK = "Ο Γιώργος Παπαδόπουλος είπε ότι 40 βάρκες δεν θα φύγουν από το λιμάνι."
WORDS = "We shall not let the boats sail until the owners have paid the crews"


def finding(words: str, page: str, *, lang: str, kind: ClaimKind = ClaimKind.QUOTE) -> Finding:
    text = f"{ENGLISH} “{words},” he said."
    article, claim = an_article(text, lang="en"), a_claim(text, words, kind=kind)
    evidence = found(a_source(page, lang=lang))
    lay = compare if kind == ClaimKind.PARAPHRASE else align
    return judge(article, claim, (a_walk(evidence, lay(claim, evidence, RULES)),), RULES)


@pytest.mark.parametrize(
    ("words", "page", "lang"),
    [
        pytest.param(WORDS, ENGLISH, "en", id="one language"),
        pytest.param(WORDS, ENGLISH, "de", id="an English page tagged German"),
        pytest.param(
            "Wir lassen die Boote nicht auslaufen und warten auf die Löhne", GERMAN, "de",
            id="German words, which the German page does not have",
        ),
        pytest.param(WORDS, ENGLISH + "\nWillkommen im Hafen!", "en", id="a greeting in German"),
        pytest.param(
            WORDS, ENGLISH * 3 + "\nDas ist nicht wahr und wird auch nicht wahr.", "en",
            id="one German sentence in an English page",
        ),
        pytest.param(
            "Мы не выпустим суда из порта, пока нам не заплатят", RUSSIAN, "ru",
            id="Russian words, which the Russian page does not have",
        ),
    ],
)  # fmt: skip
def test_an_absence_in_the_language_of_the_words_is_no_translation(words, page, lang) -> None:
    assert finding(words, page, lang=lang).verdict == "not-found"


@pytest.mark.parametrize(
    ("page", "lang"),
    [
        pytest.param(GERMAN, "de", id="tagged as it is written"),
        pytest.param(GERMAN, "de-AT", id="with a region"),
        pytest.param(GERMAN, "en", id="a German page tagged English"),
        pytest.param(RUSSIAN, "en", id="a Russian page tagged English"),
        pytest.param(GREEK, "el", id="a language without small words in the rules"),
        pytest.param("Skibene sejler ikke, og de venter.", "da", id="Danish is no Swedish"),
        pytest.param(GERMAN * 3 + "\n" + ENGLISH, "de", id="a German page with an English summary"),
    ],
)  # fmt: skip
def test_words_that_a_page_has_in_another_language_are_translated(page: str, lang: str) -> None:
    assert finding(WORDS, page, lang=lang).verdict == "translated"


def test_a_part_in_another_language_counts_when_it_has_a_fact_of_the_claim() -> None:
    page = ENGLISH + "\n" + ENGLISH + "\n" + GERMAN

    assert finding(WORDS, page, lang="en").verdict == "not-found"
    named = "Peder Olm and the crews shall not let the boats sail to the owners"
    assert finding(named, page, lang="en").verdict == "translated"


@pytest.mark.parametrize("lang", ["de", "en"])
def test_words_quoted_in_the_language_of_the_source_are_matched_as_usual(lang: str) -> None:
    words = "die Mannschaften warten auf eine Nachricht"

    assert finding(words, GERMAN, lang=lang).verdict == "verbatim"


SAME = [
    pytest.param("40 boats would not sail, Peder Olm said", GERMAN, id="the same figure"),
    pytest.param("about 40 boats would not sail on Tuesday", GERMAN, id="the same day"),
    pytest.param("the ferry was to cost €4.3m", GERMAN, id="decimal comma and point"),
    pytest.param("the ferry was to cost 4,300,000 euros", GERMAN, id="thousands by language"),
    pytest.param("forty boats would not leave, as Oleksiy Zelenko said", RUSSIAN, id="Cyrillic"),
    pytest.param("40 ships would not leave, Oleksii Zelenka said", RUSSIAN, id="another ending"),
    pytest.param("40 boats would stay, said Giorgos Papadopoulos", GREEK, id="Greek"),
    pytest.param("the crews were waiting for news of the strike", GERMAN, id="no facts at all"),
    pytest.param("14 boats and 40 crews would not sail", GERMAN, id="two counts and one there"),
    pytest.param("Vienna would send help to the boats", GERMAN, id="a town has other names"),
]


@pytest.mark.parametrize(("words", "page"), SAME)
def test_no_difference_is_told_where_there_is_none(words: str, page: str) -> None:
    told = finding(words, page, lang="el" if page == GREEK else "de")

    assert told.verdict == "translated"
    assert "where the article has" not in told.message
    assert "nowhere" not in told.message


@pytest.mark.parametrize(
    ("words", "page", "told"),
    [
        pytest.param(
            "14 boats would not sail, Peder Olm said",
            GERMAN,
            "has “40” where the article has “14”",
            id="a figure",
        ),
        pytest.param(
            "the ferry was to cost €43m",
            GERMAN,
            "“4,3 Millionen Euro”",
            id="a decimal mark lost",
        ),
        pytest.param(
            "40 boats would not sail on Thursday",
            GERMAN,
            "“Dienstag”",
            id="a weekday",
        ),
        pytest.param(
            "14 ships would not sail, Oleksiy Zelenko said in the port",
            RUSSIAN,
            "“14”",
            id="Cyrillic",
        ),
        pytest.param(
            "40 boats would not sail, Hanne Tolland said",
            GERMAN,
            "“Hanne Tolland” stands nowhere",
            id="a name",
        ),
        pytest.param(
            "40 ships would not sail, Hanne Tolland said",
            RUSSIAN,
            "“Hanne Tolland” stands nowhere",
            id="a name, Cyrillic",
        ),
    ],
)  # fmt: skip
def test_differences_are_told_and_the_verdict_stays(words: str, page: str, told: str) -> None:
    result = finding(words, page, lang="de")

    assert result.verdict == "translated"
    assert told in result.message


def test_a_paraphrase_of_a_foreign_page_is_translated() -> None:
    words = "40 boats would not sail and Peder Olm was waiting for the owners of the ferry"

    result = finding(words, GERMAN, lang="de", kind=ClaimKind.PARAPHRASE)

    assert result.verdict == "translated"
    assert result.message.endswith("figures and names that can be compared agree")


def test_an_article_and_its_source_in_german_are_compared_as_usual() -> None:
    article, claim, source = a_article_and_source(
        "die Mannschaften warten auf eine Nachricht", GERMAN
    )

    assert a_verdict(article, claim, source.model_copy(update={"lang": "de"})) == "verbatim"


@settings(max_examples=60)
@given(st.text(max_size=80), st.text(max_size=120))
def test_any_words_compare_without_fault(words: str, page: str) -> None:
    article = an_article(f"{ENGLISH} x{words}")
    claim = a_claim(article.text, f"x{words}")
    source = a_source(page, lang="de")
    foreign = foreign_part(article, claim, source)

    if foreign is not None:
        assert isinstance(compared(claim, source, foreign, RULES), str)
