"""The page of a review: the report, with a form on each claim."""

from functools import cache
from importlib import resources

from provcheck.model.report import Report
from provcheck.report.html.extras import Extras
from provcheck.report.html.page import document, policy
from provcheck.review.answer import Answer, page
from provcheck.rulebook.book import Rulebook


def review_page(reports: tuple[Report, ...], rules: Rulebook, by: str) -> Answer:
    """Return the page as the decisions in `reports` stand; `by` are the initials filled in.

    Its policy lets nothing run but the page's own script, which may ask this server alone; no
    other page may frame it.
    """
    extras = Extras(
        style=_text("review.css"),
        script=_text("review.js"),
        connect=True,
        sign_form=True,
        editor=by,
    )
    return page(document(reports, rules, extras), f"{policy(extras)}; frame-ancestors 'none'")


@cache
def _text(name: str) -> str:
    return (resources.files("provcheck.review") / name).read_text(encoding="utf-8")
