"""What both interfaces of the GDELT project have in common."""

from collections.abc import Callable

from provcheck.fetch.search.answers import Row, link, object_in, rows
from provcheck.fetch.search.asked import Problem
from provcheck.model.query import Result

# Languages whose words it does not part: phrases of them find nothing.
UNPARTED = frozenset({"ja", "zh", "ko", "th"})
MOST = "10"


def results_in(data: bytes, result: Callable[[Row], Result]) -> tuple[Result, ...] | Problem:
    """Return what is listed in `data`, each row made a result by `result`.

    An answer without the list is an empty one only when it is empty: refusals come with status 200.
    """
    found = object_in(data)
    if isinstance(found, Problem):
        return found
    listed = rows(found, "articles")
    if listed is None:
        return () if not found else Problem(reason="its answer has no list of articles", again=True)
    usable = tuple(result(row) for row in listed if link(row, "url"))
    if found["articles"] and not usable:
        return Problem(reason="its list of articles has no addresses in it")
    return usable
