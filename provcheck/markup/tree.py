"""HTML as a tree, by lxml: the other parsers take quadratic time on hostile input."""

import warnings

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning


def parsed_html(page: bytes | str) -> BeautifulSoup:
    """Return the tree of `page`; broken markup gives the tree that lxml makes of it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        # A post may consist of a file's name or an address; nothing is opened for it.
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        return BeautifulSoup(page, "lxml")
