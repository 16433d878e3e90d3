from building import a_source, found

from provcheck.fetch.account import account
from provcheck.model.evidence import Completeness, Unavailable
from provcheck.model.lead import LeadKind

PAGE = found(a_source("words", title="Talks"), url="https://wire.example/b")
PART = found(a_source("words"), url="https://wire.example/a", completeness=Completeness.GATED)


def test_everything_but_names_is_told_in_the_order_of_names() -> None:
    answers = {
        (LeadKind.NAME, "Northgate Wire"): Unavailable(reason="named"),
        (LeadKind.ARCHIVE, "https://gone.example/x@2025-01-02"): Unavailable(reason="no copy"),
        (LeadKind.URL, "wire.example/b"): PAGE,
        (LeadKind.URL, "wire.example/a"): PART,
        (LeadKind.LIBRARY, PAGE.snapshot.sha256): PAGE,
    }
    warned = {(LeadKind.URL, "wire.example/b"): "robots are not wanted"}

    read = account(answers, warned)

    assert [(each.name, each.status, each.detail, each.warned) for each in read] == [
        ("Talks", "found", "read whole", "robots are not wanted"),
        ("https://gone.example/x", "unavailable", "no copy", None),
        ("https://wire.example/a", "found", "read in part: gated", None),
    ]
    assert read == account(dict(reversed(answers.items())), warned)
