import json
from pathlib import Path

import pytest

from provcheck.cli.exits import Exit

ARTICLE = (
    "Council clears new ferry line\n\n"
    "Mayor Ines Falk said: “We will open the new ferry line in spring.”\n\n"
    "“The quay was never safe for the crews,” she added.\n"
)


@pytest.fixture
def lead(folder: Path) -> str:
    (folder / "lead.txt").write_text(ARTICLE)
    return "lead.txt"


def test_claims_are_shown_in_reading_order(invoke, lead: str) -> None:
    done = invoke("claims", lead)
    assert done.exit_code == Exit.OK
    assert done.stdout.startswith("lead.txt:3:")
    assert done.stdout.index("new ferry line") < done.stdout.index("never safe")
    assert done.stdout.endswith("claims\n")


def test_claims_as_json_point_into_the_article(invoke, lead: str) -> None:
    output = json.loads(invoke("claims", lead, "--format", "json").stdout)
    first = output["articles"][0]["claims"][0]
    assert first["text"].startswith("We will open the new ferry line")
    assert first["kind"] == "quote"
    assert first["speaker"]["resolved"] == "Ines Falk"


def test_claims_to_a_file(invoke, lead: str, folder: Path) -> None:
    done = invoke("claims", lead, "--format", "json=claims.json")
    assert done.stdout == ""
    assert json.loads((folder / "claims.json").read_text())["articles"]


def test_claims_of_standard_input(invoke) -> None:
    done = invoke("claims", "-", "--stdin-filename", "desk.txt", given=ARTICLE)
    assert done.stdout.startswith("desk.txt:3:")


def test_the_published_day_reaches_the_article(invoke, lead: str) -> None:
    output = json.loads(invoke("claims", lead, "-f", "json", "--published", "2025-03-14").stdout)
    assert output["articles"][0]["published"] == "2025-03-14"


def test_nothing_is_written_beside(invoke, lead: str, folder: Path) -> None:
    invoke("claims", lead)
    assert [p.name for p in folder.iterdir()] == [lead]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("none.txt", None, "none.txt", id="missing"),
        pytest.param("empty.txt", b"", "empty.txt", id="empty"),
        pytest.param("image.txt", bytes(range(256)) * 9, "image.txt", id="binary"),
        pytest.param("brief.txt", b"Rain is due on Monday.\n", "no claims found", id="no-claim"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(
    invoke, name: str, content: bytes | None, said: str
) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    done = invoke("claims", name)
    assert done.exit_code == Exit.USAGE
    assert done.stdout == ""
    assert done.stderr.startswith("provcheck: ")
    assert done.stderr.count("\n") == 1
    assert said in done.stderr


def test_the_others_are_shown_when_one_is_bad(invoke, lead: str) -> None:
    done = invoke("claims", "none.txt", lead)
    assert done.exit_code == Exit.USAGE
    assert "new ferry line" in done.stdout


def test_html_is_no_format_of_claims(invoke, lead: str) -> None:
    done = invoke("claims", lead, "--format", "html")
    assert done.exit_code == Exit.USAGE
    assert "There are terminal, json" in done.stderr


def test_a_folder_shows_what_its_articles_hold(invoke, lead: str, folder: Path) -> None:
    (folder / "plain.txt").write_text("Nobody is quoted here.")
    done = invoke("claims", ".", "--format", "json")
    assert done.exit_code == Exit.OK
    assert done.stderr == "provcheck: plain.txt: no claims found\n"
    held = {each["path"]: len(each["claims"]) for each in json.loads(done.stdout)["articles"]}
    assert held["plain.txt"] == 0
    assert held[lead] > 0
