"""What a bundle says of itself to people: what it proves, and what it does not."""

from textwrap import fill

from provcheck.store.bundle.shape import Card

_TEXT = """\
Evidence of provcheck
=====================

This folder holds what a check of an article read, and the records of how it
was got. A report can be made from it again, without a network:

    provcheck ARTICLE --sources THIS-FOLDER --offline

What is in it
-------------

ledger.jsonl holds one record a line: what was asked for, when, and the
SHA-256 of what came. Each has a link: the SHA-256 of its number, its own text
and the link before it. objects/ab/cdef... holds bytes under their SHA-256.
given/ holds what was given by hand, and what was said of it. bundle.json says
which records of the ledger are left out.

{contents}

What it proves
--------------

That the bytes under a SHA-256 are those that had it when the record was made.
That no record here was changed, and none between two neighbours taken out or
put in, without all links after it becoming other ones: whoever noted a later
link down at the time can see that.

Where there is a timestamp (RFC 3161) of an authority that you trust: that the
record which it names, with all before it in an unbroken row, existed then.

What it does not prove
----------------------

What a server sent: only what the program that kept it wrote down. Whoever
owns a ledger can build it anew, from the first record on. Times without a
timestamp are those of the clock of one machine. That a source is right, or
that files given by hand are what a server would have sent, it cannot tell.

To check it
-----------

Every object against its name, in a shell, in this folder:

    for f in objects/??/*; do
      echo "$(echo "$f" | cut -c9- | tr -d /)  $f"
    done | sha256sum --check

Links and objects, with provcheck:

    provcheck store verify THIS-FOLDER
"""


def readme(card: Card) -> str:
    """Return README.txt for the bundle that `card` describes."""
    told = f"Here are {card.records} of the {card.head.seq} records, up to link {card.head.link}."
    if card.missing:
        told += (
            f" Of the objects, {len(card.missing)} had been lost or damaged before this folder was "
            "made, and are not here."
        )
    return _TEXT.replace("{contents}", fill(told, 78, break_long_words=False))
