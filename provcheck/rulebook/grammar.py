"""The small words of a language, by which a sentence is read without a grammar of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from pydantic import Field

from provcheck.model.value import Value
from provcheck.rulebook.inflection import Form, english_forms


class Grammar(Value):
    """The small words of one language, in small letters, and how its sentences are built.

    Build: `inflection` is "english" where verbs are lemmas whose forms are derived (`irregular`
    ones given as third person, past, perfect, participle), else "" and verbs are forms;
    `verb_second` where a subject may follow any verb; `nouns_capital` where all nouns have
    capitals; `postposed` and `topic` are patterns of a verb behind a quotation and of who it is
    about, in a language that writes no spaces.

    Verbs: `ambiguous` forms are nouns as well, `finite` ones are of other verbs than cues,
    `reported` ones of a mood that reports speech; `auxiliaries` and forms of `be`; `particle`
    stands before an infinitive (to), `agent` before who did something (by).

    Nouns: `pronouns` are subjects that name nobody, with their gender (m, f, or "" where any fits),
    `enclitics` those that a hyphen joins to a verb before (dit-il), `first_person` those of whoever
    writes, `indefinites` any others, `expletives` subjects that are nobody (there). `definite` and
    `indefinite` are the articles among the `determiners`, `quantifiers` those that count people
    without a name (five sources), `rough` words stand before a number (about). `links` join names,
    `tails` hang on nouns, `nominals` end as adverbs do and are none, `titles` are cut short before
    names (mr.), `plurals` are nouns that stand for several without an ending (people). `reflexives`
    are no subjects (sich), nor is what a word of `obliques` opens in front of a verb (den, us).

    Clauses: `introducers` stand before a clause that is said (that), `complementizers` before any
    that a verb takes, `citing` words before whoever says what the rest does (wie X sagt, …).
    `times` are days and the like, `parts` stand before one (late Monday), `units` count time,
    `reckonings` follow them (hours later). `likening` words stand before what somebody is called
    (as), `fused` ones are a noun and its clause in one (what she calls). `joining` words join two
    nouns into one subject, `origins` stand before whose letter it is (from). What is said ends
    before words of `asides` (while) and, behind a comma, of `supplements` (which); its object
    before those of `scenes` (during). What somebody asks behind `formulas` is nothing said (to be
    named). `negations` turn a verb round (never to), `conditions` open what is not so yet (if);
    words of `circumstances` before those of `prompting` only say when somebody answered (when
    asked). `things` are the relatives that mean no person.
    """

    lang: str
    inflection: str = ""
    verb_second: bool = False
    nouns_capital: bool = False
    postposed: str = ""
    topic: str = ""
    irregular: Mapping[str, tuple[str, str, str, str]] = Field(default_factory=dict)
    ambiguous: tuple[str, ...] = ()
    finite: tuple[str, ...] = ()
    reported: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    be: tuple[str, ...] = ()
    particle: str = ""
    agent: str = ""
    pronouns: dict[str, str]
    enclitics: tuple[str, ...] = ()
    first_person: tuple[str, ...] = ()
    indefinites: tuple[str, ...] = ()
    expletives: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    determiners: tuple[str, ...]
    definite: tuple[str, ...] = ()
    indefinite: tuple[str, ...] = ()
    quantifiers: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    nominals: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    introducers: tuple[str, ...] = ()
    complementizers: tuple[str, ...] = ()
    citing: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    subordinators: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    rough: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    reckonings: tuple[str, ...] = ()
    likening: tuple[str, ...] = ()
    fused: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    scenes: tuple[str, ...] = ()
    supplements: tuple[str, ...] = ()
    formulas: tuple[str, ...] = ()
    circumstances: tuple[str, ...] = ()
    prompting: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    reflexives: tuple[str, ...] = ()
    obliques: tuple[str, ...] = ()

    @cached_property
    def classes(self) -> Mapping[str, frozenset[str]]:
        """Return the classes of each listed word: determiner, preposition, auxiliary …."""
        found: dict[str, set[str]] = defaultdict(set)
        for name, words in self._classed():
            for word in words:
                found[word].add(name)
        return {word: frozenset(names) for word, names in found.items()}

    def _classed(self) -> Iterator[tuple[str, Iterable[str]]]:
        """Yield the name of each class with its words."""
        yield from ((name, getattr(self, field)) for name, field in _CLASSES)
        yield "pronoun", (*self.pronouns, *self.indefinites)
        if self.particle:
            yield "particle", (self.particle,)

    def inflected(self, verb: str) -> tuple[Form, ...]:
        """Return the forms of a verb as the language derives them, or the form given."""
        if self.inflection == "english":
            return tuple(english_forms(verb, self.irregular))
        return (Form(tuple(verb.split()), "past"),)


# Every class with the field that lists its words.
_CLASSES = (
    ("determiner", "determiners"),
    ("definite", "definite"),
    ("indefinite", "indefinite"),
    ("possessive", "possessives"),
    ("relative", "relatives"),
    ("preposition", "prepositions"),
    ("coordinator", "coordinators"),
    ("subordinator", "subordinators"),
    ("adverb", "adverbs"),
    ("auxiliary", "auxiliaries"),
    ("be", "be"),
    ("time", "times"),
    ("complementizer", "complementizers"),
    ("introducer", "introducers"),
    ("citing", "citing"),
    ("verb", "finite"),
    ("ambiguous", "ambiguous"),
    ("reported", "reported"),
    ("part", "parts"),
    ("rough", "rough"),
    ("unit", "units"),
    ("reckoning", "reckonings"),
    ("link", "links"),
    ("tail", "tails"),
    ("nominal", "nominals"),
    ("title", "titles"),
    ("plural", "plurals"),
    ("likening", "likening"),
    ("fused", "fused"),
    ("joining", "joining"),
    ("origin", "origins"),
    ("aside", "asides"),
    ("scene", "scenes"),
    ("supplement", "supplements"),
    ("formula", "formulas"),
    ("negation", "negations"),
    ("condition", "conditions"),
    ("circumstance", "circumstances"),
    ("prompting", "prompting"),
    ("thing", "things"),
    ("reflexive", "reflexives"),
    ("oblique", "obliques"),
)
