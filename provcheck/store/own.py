"""Files of this program that hold an article's own words, which would bear themselves out."""

import re
from pathlib import Path

_NAMES = (".provcheck.toml", ".provenance.html", "provenance.index.html")
_HEAD = 4096  # bytes in which a report says what it is
_BEGINNINGS = re.compile(
    r"""\s*(?:
    \{\s*(?:"record":\s*"article",\s*)?"schema":\s*"provcheck
    |\{\s*"\$schema":\s*"[^"]*sarif[^"]*".{0,500}?"name":\s*"provcheck"
    |\{\s*"@context":\s*"http://www\.w3\.org/ns/anno\.jsonld".{0,2000}?"provcheck
    |\[\s*\{\s*"description":\s*"(?:[^"\\]|\\.)*+",\s*"check_name":
    |(?:<\?xml[^>]*>\s*)?<testsuites\s+name="provcheck"
    |<!doctype\ html>.{0,2000}?<title>[^<]*\ –\ provcheck</title>
    |\#\#\ provcheck:
    |path,line,column,claim,kind,speaker,
    )""",
    re.DOTALL | re.VERBOSE,
)


def is_own(file: Path) -> bool:
    """Tell whether `file` is a report, a baseline or a sign-off file, by its name or its beginning.

    A ClaimReview says nowhere who wrote it, and is told from nobody else's. What cannot be read is
    none of ours: whoever reads it next says why.
    """
    if file.name.endswith(_NAMES):
        return True
    try:
        with file.open("rb") as opened:
            head = opened.read(_HEAD)
    except OSError:
        return False
    return bool(_BEGINNINGS.match(head.decode("utf-8-sig", "replace")))
