"""The shape of rules/lexicon.yaml: words whose change can change what a quotation means."""

import re
import unicodedata
from functools import cached_property
from typing import Any

from pydantic import field_validator

from provcheck.model.value import Value
from provcheck.rulebook.figures import figure_rules
from provcheck.rulebook.limits import limit_rules
from provcheck.rulebook.negations import negation_rules

Phrases = dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]


class Lexicon(Value):
    """Word classes by which edits are typed; entries are folded as matching folds words.

    `equal` holds pairs that say the same (contractions, colloquial forms, per cent and %);
    `spellings` British and American forms; `numbers` words and their digits, beside those
    of figures.yaml; `forms` the
    irregular forms of verbs, each after its base. `fillers` say nothing wherever they stand,
    `asides` only where marks part them from the sentence. `usage` holds pairs that usage guides
    exchange, `clitics` what stands behind an apostrophe and the words that it may stand for.
    """

    negations: tuple[str, ...]
    denying_prefixes: tuple[str, ...]
    not_denied: tuple[str, ...]
    modals: tuple[str, ...]
    intentions: tuple[str, ...]
    qualifiers: tuple[str, ...]
    pronouns: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    function_words: tuple[str, ...]
    determiners: tuple[str, ...]
    german_articles: tuple[str, ...]
    prepositions: tuple[str, ...]
    titles: tuple[str, ...]
    fillers: tuple[str, ...]
    asides: tuple[str, ...]
    transcript_notes: tuple[str, ...]
    expletives: tuple[str, ...]
    magnitudes: tuple[str, ...]
    units: tuple[str, ...]
    shares: tuple[str, ...]
    currencies: tuple[str, ...]
    one_words: tuple[str, ...]
    number_joiners: tuple[str, ...]
    day_halves: tuple[str, ...]
    range_words: tuple[str, ...]
    numero_words: tuple[str, ...]
    minus_words: tuple[str, ...]
    number_languages: tuple[str, ...]
    not_numbers: tuple[str, ...]
    powers: dict[str, str]
    unit_names: dict[str, str]
    ambiguous_units: dict[str, tuple[str, ...]]
    numbers: dict[str, str]
    spellings: dict[str, str]
    names: dict[str, tuple[str, ...]]
    confusable: tuple[str, ...]
    capitals: dict[str, str]
    clitics: dict[str, tuple[str, ...]]
    equal: dict[str, str]
    usage: tuple[tuple[str, str], ...]
    forms: dict[str, tuple[str, ...]]

    @field_validator("*", mode="before")
    @classmethod
    def _fold(cls, given: Any) -> Any:  # noqa: ANN401  (lists and mappings of every field)
        """Take accents and capitals from every entry, as matching does from every word."""
        return _folded(given)

    @cached_property
    def british(self) -> dict[str, str]:
        """Return the British spelling of every word that has an American one."""
        return {american: british for british, american in reversed(self.spellings.items())}

    @cached_property
    def bases(self) -> dict[str, str]:
        """Return the base of every irregular verb form."""
        return {form: base for base, forms in self.forms.items() for form in forms}

    @cached_property
    def irregular(self) -> frozenset[str]:
        """Return every form of an irregular verb, the base too."""
        return frozenset({*self.forms, *self.bases})

    @cached_property
    def classes(self) -> dict[str, frozenset[str]]:
        """Return each list of words by its name; negations and qualifiers of every language."""
        lists = {name: getattr(self, name) for name in type(self).model_fields}
        lists["negations"] = (*self.negations, *map(_folded, negation_rules().every()))
        taken = {*lists["negations"], *self.modals}
        hedges = {_folded(hedge) for hedge in limit_rules().hedging()} - taken
        lists["qualifiers"] = (*self.qualifiers, *sorted(hedges))
        return {
            name: frozenset(words)
            for name, words in lists.items()
            if isinstance(words, tuple) and all(isinstance(word, str) for word in words)
        }

    @cached_property
    def words(self) -> dict[str, tuple[str, ...]]:
        """Return what to read for a single word: its other spelling, its contraction spelt out."""
        names = {variant: name for name, forms in self.names.items() for variant in forms}
        plain = {**names, **self.spellings, **self.equal}
        found = {word: tuple(said.split()) for word, said in plain.items() if " " not in word}
        # A spelling may lead to a word that has an entry of its own.
        return {
            word: found.get(said[0], said) if len(said) == 1 else said
            for word, said in found.items()
        }

    @cached_property
    def phrases(self) -> Phrases:
        """Return by their first word the phrases of `equal` and the words to read for each."""
        found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        for phrase, plain in sorted(self.equal.items(), key=lambda pair: -len(pair[0])):
            if " " in phrase:
                words = tuple(phrase.split())
                found.setdefault(words[0], []).append((words, tuple(plain.split())))
        return {first: tuple(pairs) for first, pairs in found.items()}

    @cached_property
    def exchanged(self) -> frozenset[frozenset[str]]:
        """Return the pairs of `usage` without their order."""
        return frozenset(frozenset(pair) for pair in self.usage)

    @cached_property
    def number_words(self) -> dict[str, str]:
        """Return every number of one word, those joined with "and" too: fünfundzwanzig."""
        listed = {**self._counted("numbers"), **self.numbers}
        ones = {word: said for word, said in listed.items() if len(said) == 1}
        tens = {word: said[0] for word, said in listed.items() if re.match(r"[2-9]0$", said)}
        compounds = {
            f"{one}{joiner}{ten}": digit + last
            for joiner in self.number_joiners
            for one, last in ones.items()
            for ten, digit in tens.items()
        }
        return {**compounds, **listed}

    @cached_property
    def multipliers(self) -> dict[str, str]:
        """Return what a number before each word is multiplied by: "million", "dozen", "mrd"."""
        return {**self._counted("magnitudes"), **self.powers}

    def _counted(self, name: str) -> dict[str, str]:
        """Return words of figures.yaml and their digits, in the languages read in every text."""
        languages = figure_rules().languages
        return {
            word: str(count)
            for lang in self.number_languages
            for word, count in _folded(getattr(languages[lang], name)).items()
            if word not in self.not_numbers
        }

    @cached_property
    def counting(self) -> frozenset[str]:
        """Return every word, digits apart, that may be part of a figure or stand for its unit."""
        units = (*self.unit_names, *self.currencies, *self.magnitudes, *self.ambiguous_units)
        return frozenset({*self.number_words, *self.multipliers, *units})

    @cached_property
    def figures(self) -> frozenset[str]:
        """Return every word, digits apart, whose change is one of number."""
        return frozenset(
            {*self.multipliers, *self.magnitudes, *self.units, *self.shares, *self.currencies}
        )

    def number(self, word: str) -> str:
        """Return the digits of a figure or of a word for a number below a hundred, else ""."""
        digits = word[:1].isdigit() or (word[:1] in "+-" and word[1:2].isdigit())
        return word if digits else self.number_words.get(word, "")


def _folded(given: Any) -> Any:  # noqa: ANN401
    if isinstance(given, str):
        plain = unicodedata.normalize("NFKD", given).casefold()
        return "".join(c for c in plain if not unicodedata.combining(c)).replace("⁄", "/")
    if isinstance(given, dict):
        return {_folded(key): _folded(value) for key, value in given.items()}
    return [_folded(each) for each in given] if isinstance(given, list | tuple) else given
