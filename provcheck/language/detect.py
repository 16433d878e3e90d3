from collections import Counter

from provcheck.language.words import normalised
from provcheck.rulebook.pages import PageRules

# So much of a text tells its language; so many of its small words must agree.
_LOOKED_AT = 20_000
_FEWEST = 5
_LEAD = 2


def language_of(text: str, rules: PageRules) -> str | None:
    """Return the BCP 47 code of the language that `text` is written in, or None where unclear.

    Told by its small words: five at least, and twice as many as any other language has in it.
    """
    words = Counter(normalised(text[:_LOOKED_AT]).split(" "))
    hits = Counter(
        {code: sum(words[word] for word in small) for code, small in rules.languages.items()}
    )
    (first, most), (_, second) = hits.most_common(2)
    return first if most >= max(_FEWEST, second * _LEAD) else None
