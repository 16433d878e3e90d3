"""Addresses at which no page is read, whatever they answer: of posts, and of copies in archives."""

from provcheck.rulebook.archives import archive_rules
from provcheck.rulebook.platforms import Platforms


def read_otherwise(url: str, platforms: Platforms) -> bool:
    """Tell whether what `url` is of is not asked for there.

    A post is asked of services, a copy in an archive by the address of its bytes, and an archive
    that shows its pages to people only is not asked at all.
    """
    archives = archive_rules()
    is_archive = archives.capture_at(url) or archives.why_unread(url)
    return bool(is_archive) or platforms.post_at(url) is not None


def is_end(asked: str, target: str, platforms: Platforms) -> bool:
    """Tell whether a redirect from `asked` to `target` is not followed.

    From one copy to another it is: so archives lead to the copy that they have.
    """
    archives = archive_rules()
    between = archives.capture_at(asked) and archives.capture_at(target)
    return not between and read_otherwise(target, platforms)
