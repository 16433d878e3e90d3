"""Tells pages that are one body's or person's own statement from reports about others."""

from urllib.parse import urlsplit

from provcheck.model.source_text import SourceText
from provcheck.rulebook.pages import PageRules


def own_voice(text: SourceText, url: str | None, rules: PageRules) -> str | None:
    """Return who speaks on a page where nobody is quoted: its publisher, or None.

    Only where the page names a publisher and no author, and says by its address (a folder
    /press-releases/) or its title (“Statement by …”) that it is a statement. A bylined article is
    nobody's own voice: its author reports what others said.
    """
    if text.publisher is None or text.byline is not None:
        return None
    is_statement = _says_so(text.title or "", rules) or _lies_there(url, rules)
    return text.publisher if is_statement else None


def _says_so(title: str, rules: PageRules) -> bool:
    return title.casefold().strip().startswith(rules.statement_titles)


def _lies_there(url: str | None, rules: PageRules) -> bool:
    if url is None:
        return False
    try:
        folders = urlsplit(url).path.casefold().strip("/").split("/")[:-1]
    except ValueError:  # a bracketed host that is no address
        return False
    return not set(rules.statement_paths).isdisjoint(folders)
