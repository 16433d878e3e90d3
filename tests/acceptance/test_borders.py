"""The borders between verdicts, as an editor draws them: each row one statement, one source."""

from pathlib import Path

import pytest

from provcheck.model.report import Report
from provcheck.pipeline import check
from provcheck.rulebook.book import load_rulebook
from provcheck.settings import Settings

RULES = load_rulebook()
SPEECH = """Speech by Ada Brandvold, minister of ports

We will open the new harbour in May. The cranes are paid for, and the north pier stays closed until spring. I do not believe that the council wants a second bridge. The ferry line costs 40 million crowns a year, unless the tide turns against us. Nobody asked the fishermen about the dredging. We honour our promises to Mayor Tove Lind – and we pay.
"""  # noqa: E501
FRAME = "“{}” Ada Brandvold said in a speech.\n"


def reported(folder: Path, article: str, source: str = SPEECH) -> Report:
    (folder / "sources").mkdir()
    (folder / "sources" / "speech.txt").write_text(source)
    (folder / "a.txt").write_text(article)
    settings = Settings(sources=(folder / "sources",), offline=True)
    return check(str(folder / "a.txt"), settings, RULES)


def verdict(folder: Path, words: str) -> tuple[str, list[str]]:
    (finding,) = reported(folder, FRAME.format(words)).findings
    edits = finding.alignment.edits if finding.alignment else ()
    return str(finding.verdict), [str(e.kind) for e in edits if e.kind != "typography"]


PERMITTED = [
    pytest.param("We will open the new harbour in May.", "verbatim", id="word for word"),
    pytest.param("We will open the new harbour in May,", "verbatim", id="a comma within the marks"),
    pytest.param("we honour our promises to Mayor Tove Lind", "edited", id="a small first letter"),
    pytest.param(
        "The north pier stays closed until spring.", "edited", id="a fitted first capital"
    ),
    pytest.param("We honor our promises to Mayor Tove Lind", "edited", id="American spelling"),
    pytest.param(
        "We honour our promises to Mayor Tove Lind - and we pay", "verbatim", id="another dash"
    ),
    pytest.param(
        "The cranes are paid for … until spring.", "edited", id="points for what is left out"
    ),
    pytest.param("The cranes [of Halvik] are paid for", "edited", id="brackets"),
    pytest.param(
        "Nobody asked the fishermen about the dredging", "verbatim", id="its own negation"
    ),
    pytest.param("The cranes are paid for", "verbatim", id="stopping early where the sense stands"),
]
REFUSED = [
    pytest.param("I believe that the council wants a second bridge", "altered", id="a dropped not"),
    pytest.param("The ferry line costs 14 million crowns a year", "altered", id="a changed number"),
    pytest.param("We honour our promises to Mayor Tove Lund", "altered", id="a changed name"),
    pytest.param("We may open the new harbour in May", "altered", id="a swapped modal"),
    pytest.param(
        "The cranes are paid for, and the north pier stays open until spring",
        "altered",
        id="a word",
    ),
    pytest.param(
        "We will open the new harbour in May. Nobody asked the fishermen about the dredging.",
        "spliced",
        id="joined over three sentences with no mark",
    ),
    pytest.param(
        "Nobody asked the fishermen about the dredging … We will open the new harbour in May",
        "spliced",
        id="points that turn the order round",
    ),
    pytest.param(
        "The ferry line costs 40 million crowns a year", "truncated", id="cut before unless"
    ),
    pytest.param("the council wants a second bridge", "truncated", id="cut out of a denial"),
]


@pytest.mark.parametrize(("words", "expected"), PERMITTED)
def test_permitted_edits_pass(tmp_path: Path, words: str, expected: str) -> None:
    assert verdict(tmp_path, words)[0] == expected


@pytest.mark.parametrize(("words", "expected"), REFUSED)
def test_alterations_are_caught(tmp_path: Path, words: str, expected: str) -> None:
    assert verdict(tmp_path, words)[0] == expected


def test_an_invented_quotation_without_citation_is_unsourced(tmp_path: Path) -> None:
    article = "“The lighthouse will be painted blue by hand this year,” Ada Brandvold said.\n"
    (finding,) = reported(tmp_path, article).findings

    assert str(finding.verdict) == "unsourced"


def test_an_occasion_that_is_named_and_not_at_hand_is_unavailable(tmp_path: Path) -> None:
    words = "The lighthouse will be painted blue by hand this year,"

    assert verdict(tmp_path, words)[0] == "unavailable"


def test_another_speaker_of_a_transcript(tmp_path: Path) -> None:
    transcript = (
        "OLSEN: We have counted the ships every morning since the war.\n"
        "BRANDVOLD: The harbour will open in May whatever they say.\n"
        "OLSEN: So it was promised. And nobody has counted the cranes at all.\n"
        "BRANDVOLD: They will be counted by June, and paid for by July.\n"
    )
    article = "“We have counted the ships every morning since the war,” Ada Brandvold said.\n"
    (finding,) = reported(tmp_path, article, transcript).findings

    assert str(finding.verdict) == "misattributed"
    assert finding.speaker_in_source is not None
    assert "lsen" in finding.speaker_in_source


def test_a_homoglyph_is_a_remark_beside_the_verdict(tmp_path: Path) -> None:
    article = FRAME.format("We will оpen the new harbour in May.")  # a Cyrillic letter
    (finding,) = reported(tmp_path, article).findings

    assert (str(finding.verdict), str(finding.level)) == ("verbatim", "ok")
    (remark,) = finding.remarks
    assert (remark.rule, str(remark.level)) == ("hidden-characters", "warning")
    assert "CYRILLIC SMALL LETTER O in “оpen”" in remark.message
    assert str(finding.gravest) == "warning"
