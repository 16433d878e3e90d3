"""Checks every quotation in an article against the source it cites."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from provcheck.model.version import VERSION

if TYPE_CHECKING:
    from provcheck.model.article import Article
    from provcheck.model.report import Report
    from provcheck.pipeline import acheck, check

__all__ = ["Article", "Report", "acheck", "check"]
__version__ = VERSION

_HOME = {
    "Article": "provcheck.model.article",
    "Report": "provcheck.model.report",
    "acheck": "provcheck.pipeline",
    "check": "provcheck.pipeline",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  (any of the names above)
    """Import the public names on first use, so that `import provcheck` costs nothing."""
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    message = f"module 'provcheck' has no attribute {name!r}"
    raise AttributeError(message)
