"""What is written as a name."""

import re

from provcheck.language.words import CAPITALS

CAPITAL = rf"(?:[{CAPITALS}][\w’'-]*|[{CAPITALS}]\.)"
LINK = r"(?:of|for|de|del|van|von|der|den|du|la|le|al|bin|and|&|zu|zum)"
GAP = r"[ \t\u00a0]+"
NAME = re.compile(rf"{CAPITAL}(?:{GAP}(?:{LINK}{GAP}(?:the{GAP}|der{GAP}|la{GAP})?)?{CAPITAL})*")
# An article in front of a name that is not part of it.
ARTICLE = re.compile(r"^(?:(?:The|Der|Die|Das|Le|La|El)\s+|L[’'](?=[a-zà-ÿ]))")
