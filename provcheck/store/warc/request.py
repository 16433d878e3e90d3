from datetime import datetime

from provcheck.model.value import Value


class Request(Value):
    """What a record of a WARC is about: an address, a moment with its zone, the peer that answered.

    `link` is a text of its own for each record, which its id is made of.
    """

    url: str
    when: datetime
    link: str
    peer: str | None = None
