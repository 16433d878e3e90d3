"""The language that a BCP 47 code names."""


def base_of(lang: str) -> str:
    """Return the language of a BCP 47 code without region and script: "de" of de-AT."""
    return lang.partition("-")[0].casefold()
