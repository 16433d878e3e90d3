"""The moment of a post on X, out of its id alone: no service is asked, and none can lie."""

from datetime import UTC, datetime, timedelta

# [mikf/gallery-dl gallery_dl/extractor/twitter.py]: milliseconds since this one, above 22 bits.
_EPOCH = datetime(2010, 11, 4, 1, 42, 54, 657_000, tzinfo=UTC)  # Unix 1288834974.657
_BITS = 22
_FIRST = 29_700_859_247  # 4 Nov 2010, 01:43:01 UTC: ids before it were counted one by one
_LAST = (1 << 63) - 1  # in July 2080


def posted_at(post_id: str) -> datetime | None:
    """Return when the post on X with this id was posted, in UTC, to the millisecond.

    None for ids from before 4 November 2010, which hold no time, and for what is no id.
    """
    if not (post_id.isascii() and post_id.isdigit()) or len(post_id) > len(str(_LAST)):
        return None
    number = int(post_id)
    if not _FIRST <= number <= _LAST:
        return None
    return _EPOCH + timedelta(milliseconds=number >> _BITS)
