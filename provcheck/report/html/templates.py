"""The templates of the pages, their style and script, and the policy that lets no other run."""

import base64
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from provcheck.report.dates import moment
from provcheck.report.html.links import link
from provcheck.report.visible import visible

# What begins a command to a CI system, were the page printed into its log.
_LOGGED = re.compile(r"^(\s*):(?=:|\Z)|#(?=[A-Za-z]*(?:\[|\Z))", re.MULTILINE)
_HOME = "provcheck.report.html"


@dataclass(frozen=True)
class Assets:
    """Style and script of a page, and the Content-Security-Policy that allows these alone."""

    style: Markup
    script: Markup
    policy: Markup


def assets(style: str, script: str, *, connect: bool = False) -> Assets:
    """Return what a page carries; with `connect` its script may ask the host that served it.

    Both must be our own: they are written into the page as they are.
    """
    rules = [
        "default-src 'none'",
        f"style-src 'sha256-{_hash(style)}'",
        f"script-src 'sha256-{_hash(script)}'",
        "img-src data:",
        "connect-src 'self'" if connect else "",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return Assets(
        style=Markup(style),  # noqa: S704  (our own files)
        script=Markup(script),  # noqa: S704  (our own files)
        policy=Markup("; ".join(filter(None, rules))),  # noqa: S704  (our own words and hashes)
    )


def joined(*names: str) -> str:
    """Return the files of those names, one after the other."""
    return "".join(_text(name) for name in names)


def scripted(*names: str) -> str:
    """Return script files as one whose names are its own, whatever script comes after it."""
    return f'"use strict";\n{{\n{joined(*names)}}}\n'


@cache
def templates() -> Environment:
    """Return the templates; every value they show passes `visible`, then escaping."""
    environment = Environment(
        loader=FunctionLoader(_text),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    environment.filters.update(link=link, moment=moment)
    return environment


def _shown(value: object) -> object:
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return Markup(_LOGGED.sub(_entity, str(escape(visible(value)))))  # noqa: S704  (escaped here)


def _entity(found: re.Match[str]) -> str:
    return f"{found[1] or ''}&#{ord(found.group()[-1])};"


@cache
def _text(name: str) -> str:
    return (resources.files(_HOME) / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
