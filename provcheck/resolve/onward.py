"""From a source to the source that it credits."""

from provcheck.language.names import same_name
from provcheck.model.claim import Claim
from provcheck.model.evidence import Found
from provcheck.model.lead import Lead, LeadKind, Standing
from provcheck.resolve.links import links
from provcheck.resolve.names import names
from provcheck.rulebook.book import Rulebook
from provcheck.store.given import Given


def onward(quotation: Claim, source: Found, given: Given, rules: Rulebook) -> tuple[Lead, ...]:
    """Return leads to what `source` cites for `quotation`, one hop further on.

    What it merely names, with no copy at hand, is no lead; nor is the source itself.
    """
    found = (*links(quotation, given, rules), *names(quotation, given, rules))
    here = {source.snapshot.url, source.snapshot.final_url}
    return tuple(
        lead.model_copy(update={"standing": Standing.ONWARD, "hop": 1, "reason": _why(source)})
        for lead in found
        if lead.kind != LeadKind.NAME and lead.target not in here and not _is_own(lead, source)
    )


def _is_own(lead: Lead, source: Found) -> bool:
    """Tell whether a source only names the paper that it appeared in."""
    publisher = source.text.publisher
    named = lead.via.name if lead.via else ""
    return bool(publisher) and (same_name(publisher or "", named) or named in (publisher or ""))


def _why(source: Found) -> str:
    name = source.text.title or source.snapshot.final_url
    return f"{name} credits it for these words"
