import pytest
from building import a_claim, a_source
from housing import a_look

from provcheck.judge.house.outlets import broadcast, other_outlet
from provcheck.model.citation import Citation, CitationKind
from provcheck.model.claim import ClaimKind
from provcheck.model.lead import Standing
from provcheck.model.prose import Link
from provcheck.model.span import Span
from provcheck.model.verdict import Verdict
from provcheck.rulebook.book import Rulebook

WORDS = "The harbour of Osmere will open again in May"
TEXT = f"“{WORDS},” she said."
REPORT = f"“{WORDS},” Ada Brandvold told the paper in the rain on the old quay of Osmere."


def report(publisher: str | None = "Northgate Wire", **known: object):
    quotation = a_claim(REPORT, WORDS, speaker="Ada Brandvold")
    fields = {"quotations": (), "publisher": publisher, **known}
    return a_source(REPORT, **fields).model_copy(
        update={"quotations": known.get("quotations", (quotation,))}
    )


def programme(publisher: str = "Halden Broadcasting"):
    return a_source(REPORT, publisher=publisher, turns=[("Ada Brandvold", REPORT)])


def link(url: str) -> Link:
    return Link(span=Span(start=0, end=4), url=url)


def look(rules: Rulebook, source, text: str = TEXT, **known: object):
    return a_look(rules, text, WORDS, source, **{"standing": Standing.NEARBY, **known})


@pytest.mark.parametrize(
    ("source", "known"),
    [
        pytest.param(report(), {"text": f"{TEXT} So the Northgate Wire says."}, id="named"),
        pytest.param(report("AP"), {"text": f"{TEXT} So says the Associated Press."}, id="alias"),
        pytest.param(report(), {"via": "Northgate Wire"}, id="credited for the words"),
        pytest.param(report(), {"standing": Standing.CITED}, id="cited"),
        pytest.param(report(), {"links": (link("https://wire.example/x"),)}, id="its page linked"),
        pytest.param(
            report(),
            {"cites": (Citation(kind=CitationKind.DOCUMENT, name="report"),)},
            id="another source is given",
        ),
        pytest.param(report(), {"kind": ClaimKind.PARAPHRASE}, id="no quotation"),
        pytest.param(report(), {"verdict": Verdict.MISATTRIBUTED}, id="told by the verdict"),
        pytest.param(report(None), {}, id="nobody knows whose it is"),
        pytest.param(report("Pilots’ Guild"), {}, id="no outlet"),
        pytest.param(report(own_voice="Ada Brandvold"), {}, id="the speaker's own text"),
        pytest.param(report(quotations=()), {}, id="the source's own words"),
        pytest.param(programme(), {}, id="a transcript"),
    ],
)
def test_silence(rules: Rulebook, source, known) -> None:
    assert list(other_outlet(look(rules, source, **known))) == []


def test_words_copied_from_another_outlet(rules: Rulebook) -> None:
    (told,) = other_outlet(look(rules, report()))

    assert "Northgate Wire" in told


def test_a_link_that_is_no_address_proves_nothing(rules: Rulebook) -> None:
    assert list(other_outlet(look(rules, report(), links=(link("http://[wire"),))))


def test_the_houses_own_titles_need_no_credit(rules: Rulebook) -> None:
    house = rules.house.model_copy(update={"publishes_as": ("Northgate Wire",)})

    assert list(other_outlet(look(rules.model_copy(update={"house": house}), report()))) == []


@pytest.mark.parametrize(
    ("source", "known"),
    [
        pytest.param(programme("Grenmark High Court"), {}, id="a transcript of a court"),
        pytest.param(programme("Northgate Wire"), {}, id="of an agency"),
        pytest.param(programme("AP"), {}, id="of an agency that is listed"),
        pytest.param(report("Halden Broadcasting"), {}, id="a report, no transcript"),
        pytest.param(programme(), {"text": f"{TEXT} Halden Broadcasting had her."}, id="named"),
    ],
)
def test_nothing_broadcast(rules: Rulebook, source, known) -> None:
    assert list(broadcast(look(rules, source, **known))) == []


@pytest.mark.parametrize("publisher", ["Halden Broadcasting", "Radio Kestrel", "BBC"])
def test_a_broadcast_interview(rules: Rulebook, publisher: str) -> None:
    (told,) = broadcast(look(rules, programme(publisher)))

    assert publisher in told
