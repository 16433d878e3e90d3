"""What a source says of itself, kept beside its words as an object, so that it goes with them."""

import json
from datetime import date
from hashlib import sha256

from pydantic import ValidationError

from provcheck.model.evidence import Found
from provcheck.model.value import Value
from provcheck.store.record import Reading


class Imprint(Value):
    """Title, publisher and the like of the words `text_sha256`, which make it an object of its own.

    `url` is the source's own address where its bytes came from elsewhere: a post, told of by an
    interface. `published` is the day in the source's own zone; the rest is as in SourceText.
    """

    text_sha256: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    lang: str | None = None
    wire: str | None = None
    url: str | None = None


def reading_of(found: Found) -> tuple[Reading, bytes, bytes]:
    """Return the record of what was read, with the objects that it names: words and imprint."""
    text, where = found.text, found.snapshot
    told = {
        "text_sha256": where.text_sha256,
        "title": text.title,
        "publisher": text.publisher,
        "published": text.published_on and text.published_on.isoformat(),
        "lang": text.lang,
        "wire": text.wire,
        "url": text.post.url if text.post else None,
    }
    # Halves of letters, which a source may have anywhere, are none in JSON.
    whole = {
        name: value.encode("utf-8", "replace").decode() for name, value in told.items() if value
    }
    data = json.dumps(whole, sort_keys=True).encode("ascii")
    reading = Reading(
        sha256=where.sha256,
        extractor=text.extractor,
        text_sha256=where.text_sha256,
        completeness=found.completeness,
        imprint_sha256=sha256(data).hexdigest(),
    )
    return reading, text.text.encode("utf-8", "surrogatepass"), data


def imprint_in(data: bytes, text_sha256: str) -> Imprint:
    """Return the imprint that `data` is; one that says nothing where it is none."""
    try:
        return Imprint.model_validate_json(data)
    except ValidationError:
        return Imprint(text_sha256=text_sha256)
