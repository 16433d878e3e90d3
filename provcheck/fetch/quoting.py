from provcheck.extract.claims import claims
from provcheck.language.written import written_in
from provcheck.model.source_text import SourceText
from provcheck.rulebook.book import Rulebook


def quoting(text: SourceText, rules: Rulebook) -> SourceText:
    """Return the text with what it quotes, and from whom, by the code that reads articles."""
    # A page may be tagged with another language than it is written in.
    read = text.model_copy(update={"lang": written_in(text)})
    # What a transcript's labels give to its speakers is told by its turns already.
    quotations = tuple(c for c in claims(read, rules) if c.cue != ":" or not text.turns)
    return text.model_copy(update={"quotations": quotations})
