"""Edits that the default house permits, or that are marked: none of them may be refused.

The same shape as the alterations: (the source's words, the quotation). Marks and fillers are
planted in the source where the prose has none.
"""

import random
import re

from benchmarks.alterations import Change, Change_
from benchmarks.prose import Passage


def _gap(words: str, chance: random.Random) -> int | None:
    """Where a word between small letters begins, away from both ends."""
    found = [m.start() for m in re.finditer(r"(?<=[a-z] )[a-z]{3,}(?= )", words)][1:-1]
    return chance.choice(found) if found else None


def marks(passage: Passage, chance: random.Random) -> Change | None:
    """Quoted words inside: other marks round them, and other apostrophes."""
    at = _gap(passage.words, chance)
    if at is None:
        return None
    end = passage.words.index(" ", at)
    pairs = ["“”", "‘’", '""', "''", "«»"]
    theirs, ours = chance.sample(pairs, 2)
    made = [
        passage.words[:at] + pair[0] + passage.words[at:end] + pair[1] + passage.words[end:]
        for pair in (theirs, ours)
    ]
    return Change(made[0], made[1])


def apostrophes(passage: Passage, chance: random.Random) -> Change | None:
    del chance
    forms = {"'": "’", "’": "'"}
    quote = re.sub(r"['’]", lambda m: forms[m[0]], passage.words)
    return Change(passage.words, quote) if quote != passage.words else None


def dashes(passage: Passage, chance: random.Random) -> Change | None:
    at = _gap(passage.words, chance)
    if at is None:
        return None
    theirs, ours = chance.sample([" – ", " — ", "—", " -- ", " - "], 2)
    made = [passage.words[: at - 1] + dash + passage.words[at:] for dash in (theirs, ours)]
    return Change(made[0], made[1])


def hard_spaces(passage: Passage, chance: random.Random) -> Change:
    space = chance.choice("\u00a0\u202f\u2009")
    return Change(passage.words, re.sub(" ", lambda _: chance.choice([" ", space]), passage.words))


_OPENERS = "The|He|She|It|We|They|In|A|An|This|That|There|These|Those|Our|His|Her|Their|My|As|At|On"


def first_letter(passage: Passage, chance: random.Random) -> Change | None:
    del chance
    if not re.match(rf"(?:{_OPENERS})\b", passage.words):
        return None
    return Change(passage.words, passage.words[0].lower() + passage.words[1:])


def final_stop(passage: Passage, chance: random.Random) -> Change:
    return Change(passage.words, passage.words.rstrip(".") + chance.choice(["", ","]))


_PAIRS = """
defense/defence honor/honour honored/honoured labor/labour color/colour center/centre
centers/centres favor/favour behavior/behaviour neighbors/neighbours rumors/rumours
organization/organisation organizations/organisations recognize/recognise recognized/recognised
realize/realise realized/realised organized/organised criticized/criticised criticize/criticise
apologize/apologise apologized/apologised emphasized/emphasised analyze/analyse theater/theatre
toward/towards offense/offence traveled/travelled traveling/travelling canceled/cancelled
program/programme programs/programmes skeptical/sceptical neighbor/neighbour harbor/harbour
favorite/favourite favorable/favourable favored/favoured authorized/authorised
legalized/legalised mobilize/mobilise prioritize/prioritise fueled/fuelled labeled/labelled
license/licence aging/ageing gray/grey judgment/judgement neighborhood/neighbourhood
neighborhoods/neighbourhoods behaviors/behaviours minimize/minimise maximize/maximise
characterized/characterised characterize/characterise privatize/privatise energized/energised
mobilized/mobilised
"""
_SPELLINGS = dict(pair.split("/") for pair in _PAIRS.split())


def spelling(passage: Passage, chance: random.Random) -> Change | None:
    """American in the source, British in the quotation, or the other way round."""
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(_SPELLINGS)})(?![\w-])")
    british = pattern.sub(lambda m: _SPELLINGS[m[0]], passage.words)
    if british == passage.words:
        return None
    made = [passage.words, british]
    chance.shuffle(made)
    return Change(made[0], made[1])


def filler_dropped(passage: Passage, chance: random.Random) -> Change | None:
    at = _gap(passage.words, chance)
    if at is None:
        return None
    put = chance.choice([", um,", ", uh,", " um", " uh", ", er,", " uh …"])
    return Change(passage.words[: at - 1] + put + passage.words[at - 1 :], passage.words)


# What a reader must not lose: to leave these out changes the sense, mark or no mark.
_WEIGHTY = re.compile(
    r"\b(?:not|no|never|none|without|but|if|unless|except|only|although|though|while|however|until|"
    r"whereas|yet|may|might|could|would|should|will|can|must|if|whether|some|most|many|few|all|"
    r"every|almost|nearly|about|than|more|less|least|likely|allegedly|reportedly|probably|perhaps|"
    r"possibly|apparently|often|always|sometimes|even|still|just|rather|mostly|largely|partly|"
    r"hardly|neither|nor|because|according|said|says|when|so|that)\b|n['’]t",
    re.IGNORECASE,
)


def ellipsis(passage: Passage, chance: random.Random) -> Change | None:
    """A phrase between two commas left out of one sentence, with the mark."""
    found = [
        m
        for m in re.finditer(r",( [^,;:]{6,70}),(?= [a-z])", passage.words)
        if not _WEIGHTY.search(m[1]) and 20 < m.start() < len(passage.words) - 30
    ]
    if not found:
        return None
    at = chance.choice(found)
    mark = chance.choice([" …", " ...", " […]", ", …"])
    return Change(passage.words, passage.words[: at.start()] + mark + passage.words[at.end() :])


def bracket(passage: Passage, chance: random.Random) -> Change | None:
    """A pronoun replaced in brackets, or a word of the writer's added in them after a name."""
    pronoun = re.search(r"(?<=[a-z,] )(?:he|she|they|him|them)(?= [a-z])", passage.words)
    name = re.search(r"(?<=[a-z] )[A-Z][a-z]{3,}(?= [a-z])", passage.words)
    if pronoun:
        put = chance.choice(["[the senator]", "[the candidate]", "[the party]"])
        return Change(
            passage.words, passage.words[: pronoun.start()] + put + passage.words[pronoun.end() :]
        )
    if name:
        put = chance.choice([" [the paper]", " [the party]", " [as it is known]"])
        return Change(
            passage.words, passage.words[: name.end()] + put + passage.words[name.end() :]
        )
    return None


_COUNTED = "two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: str(number) for number, word in enumerate(_COUNTED.split(), start=2)}


def number_form(passage: Passage, chance: random.Random) -> Change | None:
    """A number as a word on one side and in digits on the other."""
    pattern = re.compile(rf"(?<![\w.,$-])(?:{'|'.join(_NUMBERS)})(?= [a-z])")
    digits = pattern.sub(lambda m: _NUMBERS[m[0]], passage.words)
    if digits == passage.words:
        return None
    made = [passage.words, digits]
    chance.shuffle(made)
    return Change(made[0], made[1])


PERMITTED: dict[str, Change_] = {
    "marks": marks,
    "apostrophes": apostrophes,
    "dashes": dashes,
    "hard spaces": hard_spaces,
    "first letter": first_letter,
    "final stop": final_stop,
    "spelling": spelling,
    "filler dropped": filler_dropped,
    "ellipsis": ellipsis,
    "bracket": bracket,
    "number form": number_form,
}
