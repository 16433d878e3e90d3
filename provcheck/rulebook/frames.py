"""How cues govern what is said, each group of them with an example and one that stays silent."""

from provcheck.model.value import Value


class Example(Value):
    """A sentence in which a cue makes a claim, with its speaker, and one in which nothing does.

    `content` are the words said, or None where the sentence only tells who spoke.
    """

    fires: str
    speaker: str | None = None
    content: str | None = None
    silent: str


class Frame(Example):
    """Verbs, or nouns with an owner (`noun`: her claim that), that govern alike.

    `verbs` are lemmas where the language derives their forms, else the forms themselves. `speech`
    where words were uttered, not only thought or shown. `takes` is what may stand behind the cue,
    in the order in which it is looked for: quote, clause, bare (a clause without "that"), finite
    (the same, only where a verb in it shows), infinitive, object, person (whom one tells), as (to
    describe X as “…”), is (her answer was that); and `ahead` where the words may stand before it.
    `of` are the prepositions before what is said.
    """

    id: str
    speech: bool = False
    noun: bool = False
    takes: tuple[str, ...]
    verbs: tuple[str, ...]
    of: tuple[str, ...] = ()


class Phrases(Example):
    """Phrases without a verb that give a source ("according to").

    `behind` where they stand only behind what is said, set off by a mark.
    """

    words: tuple[str, ...]
    behind: bool = False


class Hearsay(Example):
    """What reports that something is said and names nobody: adverbs, or verbs as lemmas.

    Adverbs may part the words of a verb: is not expected to.
    """

    words: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
