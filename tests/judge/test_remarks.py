from datetime import UTC, date, datetime

import pytest
from building import a_case, a_claim, a_source, a_walk, an_alignment, an_edit, found

from provcheck.judge.case import Case, Ruling
from provcheck.judge.remarks import REMARKS, found_elsewhere, remarks, unread_post
from provcheck.model.citation import Citation, CitationKind
from provcheck.model.claim import ClaimKind
from provcheck.model.edit import EditKind
from provcheck.model.evidence import Completeness, Mode, Unavailable
from provcheck.model.interval import Interval
from provcheck.model.lead import LeadKind
from provcheck.model.post import PostFacts
from provcheck.model.source_text import Turn
from provcheck.model.span import Span
from provcheck.model.verdict import Level, Verdict
from provcheck.rulebook.book import Rulebook

WORDS = "The harbour will open in May"
SOURCE = a_source(f"{WORDS}, she said.", title="Talks")
GONE = Unavailable(reason="it answered 404")


def of(rules: Rulebook, source=SOURCE, walks=(), **known: object) -> list[str]:
    return [remark.rule for remark in remarks(case(rules, source, **known), walks)]


def case(rules: Rulebook, source=SOURCE, words: str = WORDS, **known: object) -> Case:
    return a_case(rules, words, a_claim(words, words, **known), source, (words, WORDS))


def dated(day: date):
    return SOURCE.model_copy(update={"published": day})


@pytest.mark.parametrize(
    ("source", "known"),
    [
        pytest.param(SOURCE, {}, id="nothing to remark"),
        pytest.param(dated(date(2025, 3, 15)), {}, id="a source dated a day later, as zones allow"),
        pytest.param(
            dated(date(2025, 3, 12)),
            {"said_on": Interval(first=date(2025, 3, 10), last=date(2025, 3, 14))},
            id="printed in the days that it was said in",
        ),
    ],
)
def test_silence(rules: Rulebook, source, known) -> None:
    assert of(rules, source, **known) == []


def test_a_younger_source(rules: Rulebook) -> None:
    assert of(rules, dated(date(2025, 4, 1))) == ["source-later"]


def test_words_printed_before_they_were_said(rules: Rulebook) -> None:
    said = Interval(first=date(2025, 3, 12), last=date(2025, 3, 12))

    assert of(rules, dated(date(2025, 3, 1)), said_on=said) == ["date-conflict"]


@pytest.mark.parametrize(
    ("unquoted", "turns", "told"),
    [
        pytest.param(None, (), [], id="looked for throughout"),
        pytest.param(10_000, (), [], id="the words stand before that"),
        pytest.param(0, (Span(start=0, end=20),), [], id="a transcript says who speaks"),
        pytest.param(0, (), ["speaker-unchecked"], id="nobody looked there"),
    ],
)
def test_words_far_into_a_long_source(
    rules: Rulebook, unquoted: int | None, turns: tuple[Span, ...], told: list[str]
) -> None:
    spoken = tuple(Turn(speaker="Ada Brandvold", span=span) for span in turns)
    source = SOURCE.model_copy(update={"unquoted": unquoted, "turns": spoken})

    assert of(rules, source, speaker="Ada Brandvold") == told


def test_hidden_characters(rules: Rulebook) -> None:
    words = "The har\u200bbour will open in May"
    made = a_case(rules, words, a_claim(words, words), SOURCE, (words, WORDS))

    (remark,) = remarks(made, ())
    assert remark.rule == "hidden-characters"
    assert remark.message.endswith("hidden characters: ZERO WIDTH SPACE in “har\u200bbour”")


@pytest.mark.parametrize(
    ("words", "level"),
    [
        pytest.param("The har\u00adbour will open in May", "note", id="set by a system"),
        pytest.param("The har\u00adbour w\u200bill open in May", "warning", id="not alone"),
    ],
)
def test_soft_hyphens_alone_are_worth_a_note(rules: Rulebook, words: str, level: str) -> None:
    made = a_case(rules, words, a_claim(words, words), SOURCE, (words, WORDS))

    (remark,) = remarks(made, ())
    assert str(remark.level) == level


def test_look_alike_letters_are_named_with_their_words_and_not_all_of_many(rules: Rulebook) -> None:
    words = "Thе harbоur will opеn in Mаy, yοu"
    made = a_case(rules, words, a_claim(words, words), SOURCE, (words, WORDS))

    (remark,) = remarks(made, ())
    assert "look-alike letters: CYRILLIC SMALL LETTER IE in “Thе”; " in remark.message
    assert remark.message.endswith("in “Mаy”; and more")


def test_reported_speech(rules: Rulebook) -> None:
    reported = a_claim(SOURCE.text, WORDS, kind=ClaimKind.PARAPHRASE)
    source = SOURCE.model_copy(update={"quotations": (reported,)})

    assert of(rules, source) == ["reported-speech"]


@pytest.mark.parametrize(
    ("omitted", "told"),
    [
        pytest.param("and the cranes follow", [], id="an idle addition"),
        pytest.param("unless the council objects", ["ellipsis-hides"], id="a condition"),
        pytest.param("but not for ferries", ["ellipsis-hides"], id="a negation"),
    ],
)
def test_what_points_hide(rules: Rulebook, omitted: str, told: list[str]) -> None:
    text = f"{WORDS}, {omitted}, and then we rest."
    made = case(rules, a_source(text))
    start = text.index(omitted)
    place = Span(start=len(WORDS), end=len(WORDS))
    edit = an_edit(EditKind.ELLIPSIS, place, Span(start=start, end=start + len(omitted)))
    alignment = made.alignment.model_copy(update={"edits": (edit,)})

    found_remarks = remarks(made.model_copy(update={"alignment": alignment}), ())

    assert [remark.rule for remark in found_remarks] == told


def test_second_hand(rules: Rulebook) -> None:
    cite = Citation(kind=CitationKind.OUTLET, name="Halden Broadcasting")
    quotation = a_claim(SOURCE.text, WORDS, speaker="Ada Brandvold", cites=(cite,))
    source = SOURCE.model_copy(update={"quotations": (quotation,)})

    (remark,) = remarks(case(rules, source), ())
    assert remark.rule == "second-hand"
    assert "credits Halden Broadcasting for the words; they were not seen" in remark.message


def taken(source, mode: Mode, day: int | None):
    read = found(source, mode=mode)
    when = datetime(2025, 3, day, tzinfo=UTC) if day else None
    return read.model_copy(
        update={"snapshot": read.snapshot.model_copy(update={"fetched_at": when})}
    )


NOTHING = a_source("Nothing of the kind.")
NONE = an_alignment(WORDS, "", bits=0.0, coverage=0.0)
ARCHIVED = {"kind": LeadKind.ARCHIVE, "target": "https://wire.example/a@2025-03-14"}


@pytest.mark.parametrize(
    ("day", "page"),
    [(20, "the page of 2025-03-20"), (None, "the page at its address")],
)
def test_a_changed_page(rules: Rulebook, day: int | None, page: str) -> None:
    made = case(rules)
    old = taken(SOURCE, Mode.ARCHIVE, 13)
    walks = (a_walk(taken(NOTHING, Mode.LIVE, day), NONE), a_walk(old, made.alignment, **ARCHIVED))

    (told,) = remarks(made.model_copy(update={"found": old}), walks)

    assert told.rule == "changed-later"
    assert told.message == f"the words stood in the copy of 2025-03-13; {page} has other words"


def reworded(rules: Rulebook, copy, alignment) -> list[str]:
    """Remarks on words that stand in today's page, beside a copy of it."""
    made = case(rules)
    page = taken(SOURCE, Mode.LIVE, 20)
    walks = (a_walk(page, made.alignment), a_walk(copy, alignment, **ARCHIVED))
    told = remarks(made.model_copy(update={"found": page}), walks)
    return [f"{remark.rule}: {remark.message}" for remark in told]


@pytest.mark.parametrize(
    ("copy", "alignment"),
    [
        pytest.param(GONE, None, id="there is no copy"),
        pytest.param(
            taken(SOURCE, Mode.ARCHIVE, 13),
            an_alignment(WORDS, SOURCE.text, (WORDS, WORDS), exact=True),
            id="the copy has the words too",
        ),
        pytest.param(
            taken(NOTHING, Mode.ARCHIVE, 13).model_copy(
                update={"completeness": Completeness.SCRIPT_ONLY}
            ),
            NONE,
            id="the copy could be read in part only",
        ),
        pytest.param(
            taken(NOTHING, Mode.REPLAY, 13), NONE, id="what was read in vain is no copy of it"
        ),
    ],
)
def test_a_page_is_not_said_to_have_come_to_fit(rules: Rulebook, copy, alignment) -> None:
    assert reworded(rules, copy, alignment) == []


def test_a_page_that_came_to_fit(rules: Rulebook) -> None:
    told = "the page of 2025-03-20 has the words; the copy of 2025-03-13 has not"
    number = an_edit(EditKind.NUMBER, Span(start=0, end=1), Span(start=0, end=1))
    altered = an_alignment(WORDS, SOURCE.text, (WORDS, WORDS), edits=(number,))

    lacking = reworded(rules, taken(NOTHING, Mode.ARCHIVE, 13), NONE)
    otherwise = reworded(rules, taken(SOURCE, Mode.ARCHIVE, 13), altered)

    assert lacking == otherwise == [f"changed-to-fit: {told}"]


def test_a_copy_that_no_archive_has_needs_no_remark(rules: Rulebook) -> None:
    assert of(rules, walks=(a_walk(found(SOURCE)), a_walk(GONE, **ARCHIVED))) == []


def test_a_second_cited_source_that_could_not_be_read(rules: Rulebook) -> None:
    walks = (a_walk(found(SOURCE)), a_walk(GONE, target="https://other.example/"))

    assert of(rules, walks=walks) == ["source-unread"]


def test_a_dead_page_whose_copy_was_read_needs_no_remark(rules: Rulebook) -> None:
    copy = found(SOURCE, mode=Mode.ARCHIVE)

    assert of(rules, walks=(a_walk(GONE), a_walk(copy, kind=LeadKind.ARCHIVE))) == []


@pytest.mark.parametrize(
    ("verdict", "told"),
    [
        pytest.param(Verdict.UNSUPPORTED, [], id="a source that leaves it open says nothing"),
        pytest.param(Verdict.VERBATIM, ["the words stand in “Talks”"], id="the same words"),
        pytest.param(Verdict.EDITED, ["the words stand in “Talks”"], id="openly edited"),
        pytest.param(Verdict.SUPPORTED, ["“Talks” bears it out"], id="the same details"),
        pytest.param(
            Verdict.ALTERED,
            ["by “Talks”, which is not cited, this would be altered: a clause"],
            id="other words are not said to stand there",
        ),
        pytest.param(
            Verdict.CONTRADICTED,
            ["by “Talks”, which is not cited, this would be contradicted: a clause"],
            id="other details",
        ),
    ],
)
def test_found_elsewhere_tells_what_the_other_source_bears_out(
    rules: Rulebook, verdict: Verdict, told: list[str]
) -> None:
    ruling = Ruling(verdict=verdict, level=Level.NOTE, message="a clause")
    assert [remark.message for remark in found_elsewhere(case(rules), ruling)] == told


def test_remarks_are_plain_functions() -> None:
    assert len(REMARKS) == len({remark.__name__ for remark in REMARKS})


def copy_of(wire: str | None, **known: object):
    return SOURCE.model_copy(update={"wire": wire, **known})


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(copy_of(None, publisher="Halden Mirror"), id="nobody’s story"),
        pytest.param(copy_of("halden-wire", publisher="Halden Wire"), id="nobody knows it"),
        pytest.param(copy_of("no-such-wire"), id="an agency that these rules do not know"),
    ],
)
def test_is_no_copy_of_another_s_story(rules: Rulebook, source) -> None:
    assert of(rules, source) == []


@pytest.mark.parametrize(
    "where",
    [
        pytest.param(
            {"url": "https://sho.example/1", "final_url": "https://www.reuters.com/a"}, id="live"
        ),
        pytest.param(
            {
                "url": "https://www.reuters.com/a",
                "final_url": "https://web.archive.org/web/20250306/https://www.reuters.com/a",
                "mode": Mode.ARCHIVE,
            },
            id="a copy in an archive",
        ),
        pytest.param({"url": "reuters.txt", "final_url": "reuters.txt"}, id="a file of an editor"),
    ],
)
@pytest.mark.parametrize("wire", [None, "reuters"])
def test_the_agency_s_own_page_needs_no_remark(
    rules: Rulebook, where: dict[str, object], wire: str | None
) -> None:
    made = case(rules, copy_of(wire, publisher="Reuters"))
    snapshot = made.found.snapshot.model_copy(update=where)
    own = made.found.model_copy(update={"snapshot": snapshot})

    assert remarks(made.model_copy(update={"found": own}), ()) == ()


@pytest.mark.parametrize("wire", [None, "reuters"])
def test_a_page_that_gives_itself_an_agency_s_name_is_told(
    rules: Rulebook, wire: str | None
) -> None:
    (remark,) = remarks(case(rules, copy_of(wire, publisher="Reuters")), ())

    assert (remark.rule, str(remark.level)) == ("syndicated", "note")
    assert "wire.example, which is not known as a site of Reuters" in remark.message


def test_a_copy_of_an_agency_s_story_is_told(rules: Rulebook) -> None:
    (remark,) = remarks(case(rules, copy_of("reuters", publisher="Halden Mirror")), ())

    assert (remark.rule, str(remark.level)) == ("syndicated", "note")
    assert remark.message == "“Talks” (Halden Mirror) is a copy of a story by Reuters"


@pytest.mark.parametrize(
    ("known", "message"),
    [
        pytest.param({"newer": "https://x.com/i/status/2"}, "its last version: https", id="newer"),
        pytest.param({"edited": True}, "the post was edited; it may have", id="nobody says when"),
        pytest.param(
            {"edited": True, "edited_at": datetime(2025, 3, 12, 8, 5, tzinfo=UTC)},
            "edited on 2025-03-12 at 08:05 UTC; it may",
            id="it is told when",
        ),
        pytest.param({"automatic": True}, "automatic captions", id="a machine wrote it down"),
    ],
)
def test_what_is_to_be_known_of_a_post(rules: Rulebook, known, message: str) -> None:
    facts = PostFacts(platform="X", url="https://x.com/i/status/1", witness="X", **known)
    (remark,) = remarks(case(rules, SOURCE.model_copy(update={"post": facts})), ())

    assert message in remark.message


def test_a_dead_form_of_a_page_that_was_read_in_another_needs_no_remark(rules: Rulebook) -> None:
    link = Citation(kind=CitationKind.LINK, name="told", url="https://wire.example/a?amp=1")
    walks = (a_walk(GONE, target=link.url, via=link), a_walk(found(SOURCE), via=link))

    assert of(rules, walks=walks) == []


def test_the_day_of_a_post_that_nobody_can_read_is_seen_from_its_address(rules: Rulebook) -> None:
    url = "https://x.com/skerry/status/1899800000000000001"  # of 12 March 2025
    cites = (Citation(kind=CitationKind.POST, name="Skerry (@skerry)", url=url),)
    known = {"kind": ClaimKind.EMBED, "cites": cites}
    day = Interval(first=date(2025, 3, 12), last=date(2025, 3, 12))
    week = Interval(first=date(2025, 3, 19), last=date(2025, 3, 19))

    assert list(unread_post(a_claim("words", "words", said_on=day, **known), rules)) == []
    (remark,) = unread_post(a_claim("words", "words", said_on=week, **known), rules)
    assert remark.rule == "date-conflict"
    assert "2025-03-12" in remark.message


def test_a_post_that_is_gone_is_told_with_its_copy(rules: Rulebook) -> None:
    url = "https://x.com/skerry/status/1"
    source = SOURCE.model_copy(update={"post": PostFacts(platform="X", url=url, witness="copy")})
    copy = found(source, url=url, mode=Mode.ARCHIVE)
    made = case(rules, source).model_copy(update={"found": copy})
    gone = Unavailable(reason=f"{url}: the post is deleted, or never was", of=url)

    assert "post-gone" not in [each.rule for each in remarks(made, (a_walk(copy),))]
    (told,) = (r for r in remarks(made, (a_walk(gone), a_walk(copy))) if r.rule == "post-gone")
    assert told.message == "read off the copy of an unknown day: the post is deleted, or never was"
