from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.model.prose import BlockKind
from provcheck.model.source_text import SourceText
from provcheck.rulebook.agency_files import load_agencies
from provcheck.rulebook.book import load_rulebook
from provcheck.sources.body import Body
from provcheck.sources.compose import stretch_of
from provcheck.sources.read import read_source
from provcheck.sources.wire import credited

RULES = load_rulebook()
PIER = "The pier is shut for good, the council of Halden said, and the ships will leave."
SPEECH = "“It will open again in May,” Ada Brandvold said."


def wire(*lines: str, byline: str | None = None, origins: tuple[str, ...] = ()) -> str | None:
    text = stretch_of((BlockKind.PARAGRAPH, line) for line in lines)
    source = SourceText(text=text.text, blocks=text.blocks, extractor="test/1", byline=byline)
    return credited(source, origins, RULES.agencies)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([], id="nothing"),
        pytest.param([PIER, SPEECH], id="no agency"),
        pytest.param(["“It is shut,” Brandvold told Reuters.", PIER], id="told Reuters"),
        pytest.param(["Reuters reported that the pier was shut.", PIER], id="Reuters reported"),
        pytest.param(["Reuters - which reported it first - was wrong.", PIER], id="dashes"),
        pytest.param(["The council (Reuters) said the pier was shut.", PIER], id="no dash behind"),
        pytest.param(["He told them (AP) — and left.", PIER], id="no dateline before a tag"),
        pytest.param(["HALDEN, Jan 23 (Halden Wire) - It is shut.", PIER], id="nobody’s tag"),
        pytest.param(["HALDEN, Jan 23 - The pier is shut.", PIER], id="a dateline alone"),
        pytest.param(["РИА Новости сообщает, что порт закрыт.", PIER], id="a sentence on RIA"),
        pytest.param([PIER, "По данным РИА Новости, порт закрыт."], id="according to RIA"),
        pytest.param(
            ["HALDEN (AP) — It is shut.", "VELDEN (Reuters) - It rains.", PIER], id="a round-up"
        ),
        pytest.param(["HALDEN (Reuters/AFP) - It is shut.", PIER], id="two in one tag"),
        pytest.param(["By Ada Lind", PIER], id="a person’s byline"),
        pytest.param(
            ["By Reuters of all agencies the pier was called shut.", PIER], id="a sentence"
        ),
        pytest.param(["By Ada Lind with Reuters", PIER], id="a part in a byline"),
        pytest.param(["By Ada Lind and Reuters", PIER], id="half of a byline"),
        pytest.param(["Reuters", PIER], id="a photograph’s credit at the head"),
        pytest.param([PIER, "AFP"], id="a photograph’s credit at the end"),
        pytest.param([PIER, "Photo: AFP"], id="a photograph"),
        pytest.param([PIER, "Source: AFP photo"], id="a photograph’s source"),
        pytest.param([PIER, "(With inputs from AFP)"], id="a part"),
        pytest.param([PIER, "Additional reporting by Reuters."], id="a part of the reporting"),
        pytest.param([PIER, "© 2025 Halden Mirror. Reuters contributed."], id="a paper’s rights"),
        pytest.param([PIER, "Source: Reuters/AFP"], id="two sources"),
        pytest.param([PIER, "“We shall go.” - Ada Lind"], id="a signature"),
        pytest.param([PIER, "(dpa) is an agency.", PIER, SPEECH, SPEECH], id="not at the end"),
        pytest.param(
            [PIER, "Reporting by Ada Lind; editing by Per Olsen"], id="others sign so too"
        ),
        pytest.param(["By Bild", PIER], id="a paper’s byline"),
    ],
)
def test_credits_no_agency(lines: list[str]) -> None:
    assert wire(*lines) is None


@pytest.mark.parametrize(
    ("lines", "agency"),
    [
        pytest.param(["HALDEN, Jan 23 (Reuters) - The pier is shut."], "reuters", id="Reuters"),
        pytest.param(["HALDEN (AP) — The pier is shut."], "ap", id="AP"),
        pytest.param(["(AP) — The pier is shut."], "ap", id="no place"),
        pytest.param(["Halden (AFP) – The pier is shut."], "afp", id="AFP"),
        pytest.param(["Velden an der Aue (dpa) - Der Hafen ist zu."], "dpa", id="dpa"),
        pytest.param(["Velden (dpa/lnw) - Der Hafen ist zu."], "dpa", id="a desk of dpa"),
        pytest.param(["HALDEN, January 23. /TASS/. The pier is shut."], "tass", id="TASS"),
        pytest.param(["ХАЛЬДЕН, 23 января. /ТАСС/. Порт закрыт."], "tass", id="ТАСС"),
        pytest.param(["ХАЛЬДЕН, 23 янв - РИА Новости. Порт закрыт."], "ria", id="RIA"),
        pytest.param(["Хальден. 23 января. INTERFAX.RU - Порт закрыт."], "interfax", id="Interfax"),
        pytest.param(["Velden, 23 ene (EFE).- El puerto cierra."], "efe", id="EFE"),
        pytest.param(["(ANSA) - VELDEN, 23 GEN - Il porto chiude."], "ansa", id="ANSA"),
        pytest.param(["HALDEN, Jan. 23 (Xinhua) -- The pier is shut."], "xinhua", id="Xinhua"),
        pytest.param(["Pier shut", "By Reuters", PIER], "reuters", id="byline"),
        pytest.param(["By Ada Lind, Associated Press", PIER], "ap", id="byline of its writer"),
        pytest.param(["By Reuters Staff", PIER], "reuters", id="its staff"),
        pytest.param([PIER, f"{SPEECH} - AFP"], "afp", id="behind the last stop"),
        pytest.param([PIER, f"{SPEECH} (dpa)"], "dpa", id="in brackets"),
        pytest.param([PIER, "- AFP"], "afp", id="a line of its own"),
        pytest.param([PIER, "© AFP"], "afp", id="rights"),
        pytest.param([PIER, "Quelle: dpa"], "dpa", id="source"),
        pytest.param(
            [PIER, "Copyright 2025 The Associated Press. All rights reserved."], "ap", id="year"
        ),
        pytest.param(
            ["“It is shut,” she told Reuters.", "(Reporting by Ada Lind; Editing by Per Olsen)"],
            "reuters",
            id="its signature",
        ),
    ],
)
def test_credits(lines: list[str], agency: str) -> None:
    assert wire(*lines) == agency


@pytest.mark.parametrize(
    ("known", "agency"),
    [
        pytest.param({"byline": "Ada Lind"}, None, id="a person"),
        pytest.param({"byline": "Ada Lind, formerly Reuters"}, None, id="formerly"),
        pytest.param({"origins": ("Halden Mirror", "BBC")}, None, id="no agencies"),
        pytest.param({"origins": ("Reuters", "AFP")}, None, id="two of them"),
        pytest.param({"byline": "Associated Press"}, "ap", id="byline"),
        pytest.param({"byline": "Ada Lind | AFP"}, "afp", id="part of a byline"),
        pytest.param({"origins": ("Halden Mirror", "Reuters")}, "reuters", id="origin"),
    ],
)
def test_what_metadata_credits(known, agency: str | None) -> None:
    assert wire(PIER, SPEECH, **known) == agency


def test_the_first_sign_holds() -> None:
    assert wire("HALDEN (AP) — It is shut.", "By Reuters", "© AFP") == "ap"


def test_what_stands_beside_a_page_credits_nothing() -> None:
    teaser = "<aside class='related'><p>VELDEN (AP) — It rains in Velden again.</p></aside>"
    page = f"<article><p>{PIER}</p><p>{SPEECH}</p><p>{PIER}</p></article>{teaser}"
    text, _ = read_source(Body(data=page.encode(), media_type="text/html", name="a"), RULES)

    assert text.wire is None


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        pytest.param(
            f"<article><p>HALDEN (AP) — {PIER}</p><p>{SPEECH}</p></article>", "text/html", id="page"
        ),
        pytest.param(
            f"""<script type="application/ld+json">{{"@type": "NewsArticle",
            "copyrightHolder": {{"@type": "NewsMediaOrganization", "name": "Associated Press"}}}}
            </script><article><p>{PIER}</p><p>{SPEECH}</p></article>""",
            "text/html",
            id="metadata",
        ),
        pytest.param(f"HALDEN (AP) — {PIER}\n\n{SPEECH}\n", "text/plain", id="plain text"),
    ],
)
def test_a_source_says_whose_story_it_is(data: str, media_type: str) -> None:
    text, _ = read_source(Body(data=data.encode(), media_type=media_type, name="a"), RULES)

    assert text.wire == "ap"


def test_a_wire_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text("agencies: [{id: hw, name: Halden Wire, kind: agency, tags: [(Halden Wire)]}]")
    text = stretch_of([(BlockKind.PARAGRAPH, "VELDEN, Jan 23 (Halden Wire) - It rains.")])
    source = SourceText(text=text.text, blocks=text.blocks, extractor="test/1")

    assert credited(source, (), load_agencies((file,))) == "hw"


PARTS = "By Reuters ( ) / - — . , AP AFP dpa РИА Новости HALDEN 23 © Source: said Reporting"


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PARTS.split()), max_size=30).map(" ".join) | st.text())
def test_any_text_credits_one_or_nobody(text: str) -> None:
    found = wire(*text.split("\n"), byline=text[:40])

    assert found is None or RULES.agencies.by_id(found) is not None


@pytest.mark.parametrize("unit", ["(", "/", " .", "—", "A", "© ", "Reporting by ", "(AP"])
def test_long_runs_are_read_at_once(unit: str) -> None:
    assert wire(unit * 50_000, byline=unit * 50_000) is None
