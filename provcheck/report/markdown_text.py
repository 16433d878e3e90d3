"""Words of articles and sources in Markdown that shows them and nothing else.

CommonMark is not all: after it GitHub and GitLab look through the text for what they turn into
links, mentions, emoji or formulas, and there no backslash helps. Such a sign is put into a span of
its own, which ends the text before it. A dollar gets its backslash as well: GitLab looks for
formulas before it looks for spans.
"""

import re

from provcheck.report.html.links import Link
from provcheck.report.visible import one_line

_RUN = 6  # characters: what is shorter is no commit to GitHub or GitLab
_SPECIAL = re.compile(
    r"""
    (?P<commit>[0-9a-f]{7,})
    | (?P<apart>
        [@#$]                       # mentions, issues, formulas, snippets
        | :(?=[+\w-]+(?::|$)|//)    # :emoji: and https://
        | /(?=/)                    # //host, which is a link once nothing stands before it
        | (?<=www)\. | (?<=\w)\.(?=[^\W\d_]{2})  # www. and host.example
        | -(?=\d)                   # GH-12, DESK-12
        | [!%~&^](?=[\w"{])         # merge requests, milestones, labels, epics, alerts of GitLab
        | [\[*](?=\w+(?::|$))       # [issue:12], *iteration:12
        | (?<=[{\[])[+-] | [+-](?=[\]}])  # {+ GitLab's marks of a change +}
      )
    | [\\`*_\[\]|~<>&]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SAFE = {"<": "&lt;", ">": "&gt;", "&": "&amp;", **{sign: f"\\{sign}" for sign in "\\`*_[]|~$"}}


def plain(text: str) -> str:
    """Return `text` on one line, as Markdown that renders to it and to no element but spans.

    It must not stand at the beginning of a line, where a number or a dash would begin a list.
    """
    return _SPECIAL.sub(_escaped, one_line(text))


def literal(text: str) -> str:
    """Return `text` on one line as code, in which nothing is looked for; mere blanks are one ␣."""
    flat = one_line(text)
    flat = flat if flat.strip() else "␣"
    fence = "`" * (max(map(len, re.findall("`+", flat)), default=0) + 1)
    pad = " " if flat[0] in "` " or flat[-1] in "` " else ""
    return f"{fence}{pad}{flat}{pad}{fence}"


def linked(link: Link) -> str:
    """Return `link` in Markdown: its words alone where they may lead nowhere."""
    if not link.href:
        return plain(link.words)
    return f"[{plain(link.words)}](<{link.href.replace('&', '&amp;')}>)"


def _escaped(found: re.Match[str]) -> str:
    sign = found.group()
    if found["commit"]:
        parts = (sign[at : at + _RUN] for at in range(0, len(sign), _RUN))
        return "<span></span>".join(parts)
    safe = _SAFE.get(sign, sign)
    return f"<span>{safe}</span>" if found["apart"] else safe
