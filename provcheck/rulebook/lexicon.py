"""The shape of rules/lexicon.yaml: words whose change can change what a quotation means."""

from functools import cached_property

from provcheck.model.value import Value


class Lexicon(Value):
    """Word classes by which edits are typed; all entries in small letters, apostrophes kept.

    `equal` holds pairs that say the same (contractions, colloquial forms, per cent and %);
    `spellings` British and American forms; `numbers` words and their digits; `forms` the
    irregular forms of verbs, each after its base.
    """

    negations: tuple[str, ...]
    denying_prefixes: tuple[str, ...]
    modals: tuple[str, ...]
    qualifiers: tuple[str, ...]
    pronouns: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    function_words: tuple[str, ...]
    fillers: tuple[str, ...]
    magnitudes: tuple[str, ...]
    units: tuple[str, ...]
    numbers: dict[str, str]
    spellings: dict[str, str]
    equal: dict[str, str]
    forms: dict[str, tuple[str, ...]]

    @cached_property
    def bases(self) -> dict[str, str]:
        """Return the base of every irregular verb form."""
        return {form: base for base, forms in self.forms.items() for form in forms}
