"""What others who check facts said of a claim, beside the finding on it."""

from collections.abc import Iterator

from provcheck.model.finding import Finding, Remark
from provcheck.model.query import Result
from provcheck.rulebook.book import Rulebook

_MOST = 3


def with_checks(finding: Finding, results: tuple[Result, ...], rules: Rulebook) -> Finding:
    """Return `finding` with a remark on each fact check among `results`, three at most.

    They bear on whether what was said is true, and never on the verdict, which is on whether it
    was said.
    """
    return finding.model_copy(
        update={"remarks": (*finding.remarks, *list(_remarks(results, rules))[:_MOST])}
    )


def _remarks(results: tuple[Result, ...], rules: Rulebook) -> Iterator[Remark]:
    level = rules.verdicts.remark("fact-checked").level
    for result in results:
        if result.rating is not None:
            by = result.reviewer or result.publisher or "somebody"
            message = f"{by} checked such a claim and rated it “{result.rating}”: {result.url}"
            yield Remark(rule="fact-checked", level=level, message=message)
