from datetime import UTC, datetime

import pytest
from building import a_source, found, span_in
from pages import COPY as ARCHIVED
from pages import archived
from reporting import MINUTES, a_found, a_report, altered, by_mode, unavailable

from provcheck.model.evidence import Completeness, Found, Hop, Mode
from provcheck.model.lead import LeadKind, Standing
from provcheck.report.html.records import (
    COMPLETENESS,
    MODES,
    STANDINGS,
    STORED,
    doors,
    kept,
    source_facts,
    source_record,
    trail,
)


def test_every_mode_completeness_and_standing_has_its_words() -> None:
    assert set(MODES) == set(Mode)
    assert set(COMPLETENESS) == set(Completeness)
    assert set(STANDINGS) == set(Standing)


def test_a_source_that_says_nothing_of_itself_has_address_and_reading() -> None:
    facts = source_facts(found(a_source("We go.")))
    assert [fact.name for fact in facts] == ["Address", "Read"]


def test_a_source_with_all_there_is_to_say() -> None:
    source = a_found("We go.", byline="Ada Holm")
    moved = source.snapshot.model_copy(update={"final_url": "https://council.example/new"})
    facts = {f.name: f.value for f in source_facts(source.model_copy(update={"snapshot": moved}))}
    assert facts == {
        "Title": "Minutes",
        "Publisher": "Harbour Council",
        "By": "Ada Holm",
        "Published": "13 March 2025, 09:30 UTC",
        "Address": "https://council.example/minutes",
        "Leads to": "https://council.example/new",
        "Read": "whole (recorded, given by hand)",
    }


@pytest.mark.parametrize("mode", list(Mode))
def test_how_it_was_got_is_told(mode: Mode) -> None:
    assert source_facts(by_mode(mode))[-1].value == f"whole ({MODES[mode]})"


def test_a_part_is_never_called_whole() -> None:
    gated = found(a_source("We go."), completeness=Completeness.GATED)
    assert source_facts(gated)[-1].value.startswith("in part")


def test_the_record_has_hashes_requests_and_time() -> None:
    source = found(a_source("We go."))
    snapshot = source.snapshot.model_copy(
        update={
            "fetched_at": datetime(2025, 3, 13, 10, 0, tzinfo=UTC),
            "hops": (
                Hop(url="https://t.example/1", status=302),
                Hop(url="https://w.example/a", status=200),
            ),
        }
    )
    record = source_record(source.model_copy(update={"snapshot": snapshot}))
    assert [(fact.name, fact.value) for fact in record] == [
        ("Taken", "13 March 2025, 10:00 UTC"),
        ("SHA-256 of the bytes", "0" * 64),
        ("SHA-256 of the text", "1" * 64),
        ("Media type", "text/html"),
        ("Text taken out by", "test/1"),
        ("Request", "https://t.example/1 → 302"),
        ("Request", "https://w.example/a → 200"),
    ]


def test_without_a_time_none_is_made_up() -> None:
    assert "Taken" not in [fact.name for fact in source_record(found(a_source("We go.")))]


def test_the_trail_tells_where_the_passage_is() -> None:
    (stop,) = trail(altered(), a_report())
    assert stop.matched
    assert stop.outcome == "the passage is there; read whole"
    assert stop.standing == "cited by the article"
    assert stop.target.href == "https://council.example/minutes"


def test_the_trail_tells_what_could_not_be_read() -> None:
    (stop,) = trail(unavailable(), a_report())
    assert (stop.matched, stop.outcome) == (False, "unavailable; answered 404")


def test_a_name_or_file_in_the_trail_is_no_address() -> None:
    finding = unavailable()
    (step,) = finding.trail
    lead = step.lead.model_copy(update={"kind": LeadKind.GIVEN, "target": "https://x.example/key"})
    step = step.model_copy(update={"lead": lead})
    (stop,) = trail(finding.model_copy(update={"trail": (step,)}), a_report())
    assert stop.target.href is None
    assert stop.target.words == "https://x.example/key"


COPY = "https://web.archive.org/web/20250313100000/https://wire.example/a"


def a_copy() -> Found:
    source = found(a_source("We go."), mode=Mode.ARCHIVE)
    where = source.snapshot.model_copy(update={"final_url": COPY})
    return source.model_copy(update={"snapshot": where})


def test_a_copy_in_an_archive_is_told_beside_the_page() -> None:
    facts = {fact.name: fact.value for fact in source_facts(a_copy())}
    assert (facts["Address"], facts["Archived copy"]) == ("https://wire.example/a", COPY)


@pytest.mark.parametrize("url", [COPY, "https://wire.example/a", None])
def test_the_trail_leads_to_the_page_and_to_its_copy(url: str | None) -> None:
    finding = altered()
    (step,) = finding.trail
    target = "https://wire.example/a@2025-03-14"
    lead = step.lead.model_copy(update={"kind": LeadKind.ARCHIVE, "target": target})
    step = step.model_copy(update={"lead": lead, "url": url})

    (stop,) = trail(finding.model_copy(update={"trail": (step,)}), a_report())

    assert stop.target.href == "https://wire.example/a"
    assert (stop.copy.href if stop.copy else None) == (COPY if url == COPY else None)


def test_the_trail_has_the_hash_of_what_was_read_and_when_it_was_taken() -> None:
    taken = datetime(2025, 3, 13, 10, 0, tzinfo=UTC)
    report = a_report()
    sources = tuple(read.model_copy(update={"fetched_at": taken}) for read in report.sources)
    (stop,) = trail(altered(), report.model_copy(update={"sources": sources}))
    assert (stop.sha256, stop.taken) == ("0" * 64, taken)
    (unread,) = trail(unavailable(), report)
    assert (unread.sha256, unread.taken) == (None, None)


@pytest.mark.parametrize("mode", list(Mode))
def test_a_copy_in_the_store_is_named_only_where_one_is_kept(mode: Mode) -> None:
    source = by_mode(mode)
    names = [fact.name for fact in source_record(source)]
    assert ("Kept as" in names) == (kept(source) is not None) == (mode in STORED)


def test_the_copy_is_shown_by_a_command_and_lies_under_its_hash() -> None:
    source = by_mode(Mode.LIVE)
    assert kept(source) == f"provcheck store show {'0' * 64}"
    (fact,) = [fact for fact in source_record(source) if fact.name == "Kept as"]
    assert fact.value == f"objects/00/{'0' * 62}"


def test_a_file_has_no_door() -> None:
    source = by_mode(Mode.LOCAL)
    where = {"url": "minutes.html", "final_url": "minutes.html"}
    snapshot = source.snapshot.model_copy(update=where)
    span = span_in(MINUTES, "We may")
    assert doors(source.model_copy(update={"snapshot": snapshot}), span) == ()


def test_a_door_leads_to_the_words_where_the_page_is_now() -> None:
    source = by_mode(Mode.LIVE)
    moved = source.snapshot.model_copy(update={"final_url": "https://wire.example/new"})
    (door,) = doors(source.model_copy(update={"snapshot": moved}), span_in(MINUTES, "We may"))
    assert door.href.startswith("https://wire.example/new#:~:text=")


def test_an_archived_copy_has_a_door_beside_that_of_the_page() -> None:
    source = archived().evidence
    page, copy = doors(source, span_in(source.text.text, "The quay"))
    assert page.href.startswith("https://council.example/minutes#:~:text=")
    assert copy.href.startswith(f"{ARCHIVED}#:~:text=")
    assert page.href.partition("#")[2] == copy.href.partition("#")[2]
