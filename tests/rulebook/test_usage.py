from itertools import chain

from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.lexicon import Lexicon
from provcheck.rulebook.usage import UsageWords


def test_a_language_is_found_by_its_code_and_another_has_no_usage(rules: Rulebook) -> None:
    assert rules.usage.of("en-GB") == rules.usage.of("en")
    assert rules.usage.of("fi") == UsageWords()
    assert rules.usage.of("de-AT").noun_capitals


def test_entries_are_in_small_letters_without_apostrophes(rules: Rulebook) -> None:
    words = rules.usage.of("en")
    entries = [*chain.from_iterable(words.agreement), *words.small, *words.obscenities]
    entries += [*words.masks, *words.slips, *words.slips.values(), *words.speech]

    assert [e for e in entries if e != e.casefold() or "'" in e or "’" in e] == []


def test_no_form_agrees_with_two_others(rules: Rulebook) -> None:
    forms = list(chain.from_iterable(rules.usage.of("en").agreement))

    assert len(set(forms)) == len(forms)


def test_a_slip_mends_into_something_that_is_no_slip(rules: Rulebook) -> None:
    slips = rules.usage.of("en").slips
    mended = [f" {good} " for good in slips.values()]

    assert [bad for bad in slips if any(f" {bad} " in good for good in mended)] == []


def test_forms_of_verbs_that_agree_are_no_forms_of_another_tense(rules: Rulebook) -> None:
    past = {"was", "were", "had", "did", "said", "went", "came", "got", "knew", "gave", "took"}
    for group in rules.usage.of("en").agreement:
        assert set(group) <= past or not set(group) & past


def test_speech_says_what_the_lexicon_says(rules: Rulebook) -> None:
    speech, lexicon = rules.usage.of("en").speech, rules.lexicon
    shared = {form for form in speech if form in lexicon.equal}

    assert {"gonna", "kinda", "lemme"} <= shared
    for form in shared:
        assert said(speech[form], lexicon) == said(lexicon.equal[form], lexicon), form


def said(words: str, lexicon: Lexicon) -> str:
    return " ".join(lexicon.equal.get(word, word) for word in words.split())
