"""The shape of rules/people.yaml: what tells a person's name, and the bearer's gender."""

from functools import cache, cached_property

from provcheck.model.value import Value
from provcheck.rulebook.load import load, shipped


class People(Value):
    """Given names, words that tell a gender, titles, and words that make a name no person's.

    Written as they stand in a text; compared without regard to capitals and stops.
    """

    men: tuple[str, ...]
    women: tuple[str, ...]
    his: tuple[str, ...]
    hers: tuple[str, ...]
    titles: tuple[str, ...]
    bodies: tuple[str, ...]
    honorifics: tuple[str, ...]
    ranks: tuple[str, ...]
    particles: tuple[str, ...]

    @cached_property
    def given(self) -> dict[str, str]:
        """Return the gender ("m" or "f") of each given name, in small letters."""
        return {
            **{name.casefold(): "m" for name in self.men},
            **{name.casefold(): "f" for name in self.women},
        }

    @cached_property
    def telling(self) -> dict[str, str]:
        """Return the gender that each title, kin or calling beside a name tells."""
        return {
            **{word.casefold(): "m" for word in self.his},
            **{word.casefold(): "f" for word in self.hers},
        }

    @cached_property
    def before_names(self) -> frozenset[str]:
        """Return the titles, in small letters."""
        return frozenset(word.casefold() for word in self.titles)

    @cached_property
    def beside_names(self) -> frozenset[str]:
        """Return the words that are no part of what two names are compared by."""
        return frozenset((*self.honorifics, *self.ranks, *self.particles))

    @cached_property
    def body_words(self) -> frozenset[str]:
        """Return the words of bodies, places and works, in small letters."""
        return frozenset(word.casefold() for word in self.bodies)


@cache
def people_rules() -> People:
    """Return the shipped rules of people; raises RuleError for a broken file."""
    return load(shipped() / "people.yaml", People)
