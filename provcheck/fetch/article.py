"""An article at an address."""

from provcheck.errors import ArticleError
from provcheck.fetch.desk import Desk
from provcheck.model.article import Article
from provcheck.model.evidence import Unavailable
from provcheck.read.article import Document, read_document


async def fetched(url: str, desk: Desk) -> Article:
    """Return the article at the address `url`, fetched anew; raises ArticleError."""
    page = await desk.shelf.page(url, anew=True)
    if isinstance(page, Unavailable):
        raise _unread(page)
    data = desk.shelf.bytes_of(page)
    if isinstance(data, Unavailable):
        raise _unread(data)
    where = page.snapshot
    found = Document(
        url=where.final_url,
        data=data,
        media_type=where.media_type,
        charset=page.charset,
    )
    return read_document(found, desk.settings, desk.rules)


def _unread(why: Unavailable) -> ArticleError:
    own = "(for a host of your own network see --allow-private and --cacert)"
    remedy = f"check the address {own}, or save the page and name the file"
    return ArticleError(f"{why.reason}; {remedy}")
