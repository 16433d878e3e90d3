import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.inflection import Form, english_forms

TENSES = ["base", "present", "past", "perfect", "participle"]
NONE: dict[str, tuple[str, ...]] = {}
LEMMAS = st.from_regex(r"[a-z]{2,12}( [a-z]{2,6}){0,2}", fullmatch=True)


def spelt(lemma: str) -> list[str]:
    return [" ".join(form.words) for form in english_forms(lemma, NONE)]


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        pytest.param("add", ["add", "adds", "added", "added", "adding"], id="plain"),
        pytest.param("argue", ["argue", "argues", "argued", "argued", "arguing"], id="a final e"),
        pytest.param(
            "agree", ["agree", "agrees", "agreed", "agreed", "agreeing"], id="a double e is kept"
        ),
        pytest.param("reply", ["reply", "replies", "replied", "replied", "replying"], id="y to i"),
        pytest.param(
            "convey", ["convey", "conveys", "conveyed", "conveyed", "conveying"], id="y kept"
        ),
        pytest.param("vouch", ["vouch", "vouches", "vouched", "vouched", "vouching"], id="-ch"),
        pytest.param("wish", ["wish", "wishes", "wished", "wished", "wishing"], id="-sh"),
        pytest.param("stress", ["stress", "stresses", "stressed", "stressed", "stressing"], id="s"),
        pytest.param("fax", ["fax", "faxes", "faxed", "faxed", "faxing"], id="-x"),
        pytest.param("buzz", ["buzz", "buzzes", "buzzed", "buzzed", "buzzing"], id="-z"),
        pytest.param(
            "laugh", ["laugh", "laughs", "laughed", "laughed", "laughing"], id="-gh is no hiss"
        ),
    ],
)
def test_regular_forms(lemma: str, forms: list[str]) -> None:
    assert spelt(lemma) == forms


@pytest.mark.parametrize(
    ("lemma", "past"),
    [
        pytest.param("point out", "pointed out", id="a particle"),
        pytest.param("talk about", "talked about", id="a preposition"),
        pytest.param("look forward to", "looked forward to", id="two words"),
        pytest.param("reply to", "replied to", id="only the verb changes"),
    ],
)
def test_what_stands_behind_a_verb_is_kept(lemma: str, past: str) -> None:
    assert past in spelt(lemma)


def test_every_regular_verb_has_five_tenses() -> None:
    assert [form.tense for form in english_forms("warn", NONE)] == TENSES


@pytest.mark.parametrize(
    ("lemma", "known", "forms"),
    [
        pytest.param(
            "say",
            {"say": ("says", "said", "said", "saying")},
            ["say", "says", "said", "said", "saying"],
            id="another past",
        ),
        pytest.param(
            "write about",
            {"write": ("writes", "wrote", "written", "writing")},
            ["write about", "writes about", "wrote about", "written about", "writing about"],
            id="found by its first word",
        ),
        pytest.param(
            "warn",
            {"say": ("says", "said", "said", "saying")},
            ["warn", "warns", "warned", "warned", "warning"],
            id="another verb is irregular",
        ),
    ],
)
def test_irregular_forms(lemma: str, known: dict[str, tuple[str, ...]], forms: list[str]) -> None:
    assert [" ".join(form.words) for form in english_forms(lemma, known)] == forms


def test_be_has_its_forms_for_each_person() -> None:
    forms = list(english_forms("be sure", {"be": ("is", "was", "been", "being")}))

    assert Form(("am", "sure"), "present") in forms
    assert Form(("are", "sure"), "present") in forms
    assert Form(("were", "sure"), "past") in forms
    assert Form(("was", "sure"), "past") in forms
    assert len(forms) == 8


@pytest.mark.parametrize("lemma", ["be", "say", "think", "see"])
def test_the_shipped_irregular_verbs_are_used(rules: Rulebook, lemma: str) -> None:
    english = rules.cues.of("en")

    assert [f.words[0] for f in english.inflected(lemma)][1:5] == list(english.irregular[lemma])


@given(LEMMAS)
@settings(max_examples=100)
def test_every_form_keeps_what_follows_the_verb(lemma: str) -> None:
    head, *rest = lemma.split()
    forms = list(english_forms(lemma, NONE))

    assert list(dict.fromkeys(form.tense for form in forms))[:5] == TENSES
    assert all(list(form.words[1:]) == rest for form in forms)
    assert forms[0].words[0] == head
    assert all(form.words[0].startswith(head[:-2]) for form in forms[:5])


@pytest.mark.parametrize(
    ("lemma", "form", "there"),
    [
        pytest.param("reveal", "reveallled", False, id="two vowels"),
        pytest.param("call", "callled", False, id="a double l"),
        pytest.param("signal", "signalled", True, id="British past"),
        pytest.param("signal", "signaled", True, id="American past"),
        pytest.param("label", "labelling", True, id="British participle"),
        pytest.param("tie", "tying", True, id="ie becomes y"),
    ],
)
def test_spellings_of_one_form(lemma: str, form: str, *, there: bool) -> None:
    assert (form in {each.words[0] for each in english_forms(lemma, {})}) is there
