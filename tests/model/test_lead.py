import pytest

from provcheck.model.lead import Lead, LeadKind, Standing

MOMENT = "2025-01-23T00:00:00+00:00"
PROFILE = "https://m.example/@ada"


@pytest.mark.parametrize(
    ("kind", "target", "parts"),
    [
        pytest.param(LeadKind.URL, PROFILE, (PROFILE, ""), id="a page"),
        pytest.param(
            LeadKind.ARCHIVE, f"{PROFILE}@2025-01-23", (PROFILE, "2025-01-23"), id="a day"
        ),
        pytest.param(LeadKind.ARCHIVE, f"{PROFILE}@", (PROFILE, ""), id="the latest"),
        pytest.param(LeadKind.ARCHIVE, f"{PROFILE}@{MOMENT}", (PROFILE, MOMENT), id="a moment"),
    ],
)
def test_the_target_of_a_copy_has_two_parts(
    kind: LeadKind, target: str, parts: tuple[str, str]
) -> None:
    lead = Lead(kind=kind, target=target, standing=Standing.CITED, reason="linked")

    assert (lead.address, lead.moment) == parts
