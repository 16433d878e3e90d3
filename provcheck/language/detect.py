import re
from collections import Counter

from provcheck.language.words import normalised
from provcheck.rulebook.pages import PageRules

# So much of a text tells its language; so many of its small words must agree.
_LOOKED_AT = 20_000
_FEWEST = 5
_LEAD = 2


_KANA = re.compile(r"[\u3041-\u30ff]")
_UKRAINIAN, _RUSSIAN = re.compile("[іїєґ]"), re.compile("[ыэёъ]")
_SHARE = 0.1  # of the characters looked at that kana are of a Japanese text


def language_of(text: str, rules: PageRules) -> str | None:
    """Return the BCP 47 code of the language that `text` is written in, or None where unclear.

    Told by letters that only Japanese, Ukrainian or Russian have, else by the small words of a
    language: five at least, and twice as many as any other language has in it.
    """
    start = text[:_LOOKED_AT]
    written = _by_letters(start.casefold())
    if written is not None:
        return written
    words = Counter(normalised(start).split(" "))
    hits = Counter(
        {code: sum(words[word] for word in small) for code, small in rules.languages.items()}
    )
    (first, most), (_, second) = hits.most_common(2)
    return first if most >= max(_FEWEST, second * _LEAD) else None


def _by_letters(text: str) -> str | None:
    """Return the language that alone has some of the letters in a text, or None."""
    if len(_KANA.findall(text)) > _SHARE * len(text):
        return "ja"
    ukrainian, russian = len(_UKRAINIAN.findall(text)), len(_RUSSIAN.findall(text))
    if max(ukrainian, russian) < _FEWEST or min(ukrainian, russian) * _LEAD > max(
        ukrainian, russian
    ):
        return None
    return "uk" if ukrainian > russian else "ru"
