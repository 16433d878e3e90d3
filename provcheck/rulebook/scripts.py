"""The shape of rules/scripts.yaml: letters of other scripts in Latin ones."""

from functools import cache, cached_property

from provcheck.model.value import Value
from provcheck.rulebook.load import load, shipped


class Scripts(Value):
    """Letters, small, by script; `folds` are spellings of one sound and what they become."""

    cyrillic: dict[str, str]
    greek: dict[str, str]
    folds: tuple[tuple[str, str], ...]

    @cached_property
    def letters(self) -> dict[str, str]:
        """Return all letters and pairs of them, the pairs first."""
        both = {**self.cyrillic, **self.greek}
        return dict(sorted(both.items(), key=lambda each: -len(each[0])))


@cache
def scripts() -> Scripts:
    """Return the shipped letters; raises RuleError for a broken file."""
    return load(shipped() / "scripts.yaml", Scripts)
