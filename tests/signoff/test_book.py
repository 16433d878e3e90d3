import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from signing import DAY, a_file, a_table

from provcheck.errors import SettingsError
from provcheck.model.signoff import Status
from provcheck.model.verdict import Verdict
from provcheck.rulebook.book import Rulebook
from provcheck.signoff.book import MAX_BYTES, parsed, read_signoffs, sheet_of, text_of

CONFLICT = (
    f"{a_table('q-a')}\n<<<<<<< HEAD\n{a_table('q-b')}=======\n{a_table('q-c')}>>>>>>> theirs\n"
)


def told(path: Path) -> str:
    """The only line that is told of a broken file."""
    with pytest.raises(SettingsError) as problem:
        read_signoffs(path)
    message = str(problem.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    return message.removeprefix(f"{path}: ")


def test_no_file_holds_no_signoffs(tmp_path: Path) -> None:
    assert read_signoffs(tmp_path / "a.provcheck.toml") == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"# nothing yet\n", id="comment"),
        pytest.param(b"\xef\xbb\xbf# marked\r\n", id="byte-order-mark"),
    ],
)
def test_a_file_without_entries_holds_none(text: bytes, tmp_path: Path) -> None:
    assert read_signoffs(a_file(tmp_path, text)) == ()


def test_entries_are_read_with_their_lines(tmp_path: Path) -> None:
    table = a_table("q-b", note="'''two\nlines'''")
    path = a_file(tmp_path, f"# head\n\n{a_table('q-a')}\n  {table}# end\n")
    first, second = read_signoffs(path)

    assert (first.claim, first.line, first.day) == ("q-a", 3, DAY)
    assert (first.status, first.verdict, first.by) == (Status.ACCEPTED, Verdict.ALTERED, "ab")
    assert (second.claim, second.line, second.note) == ("q-b", 12, "two\nlines")


def test_many_points_in_a_quotation_are_no_key(tmp_path: Path) -> None:
    quote = f"{'So it is. ' * 300}{'.' * 300}"
    (signoff,) = read_signoffs(a_file(tmp_path, a_table(quote=f'"{quote}"')))
    assert signoff.quote == quote


def test_line_ends_of_windows_change_no_line(tmp_path: Path) -> None:
    text = f"{a_table('q-a')}\n{a_table('q-b')}".replace("\n", "\r\n")
    assert [each.line for each in read_signoffs(a_file(tmp_path, text))] == [1, 10]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(CONFLICT, "line 10: a merge conflict stands here", id="merge conflict"),
        pytest.param("[[signoff\n", "no valid TOML: ", id="no TOML"),
        pytest.param("a = " + "[" * 9999, "no valid TOML: ", id="brackets without end"),
        pytest.param(a_table(date="9" * 5000), "no valid TOML: ", id="a number without end"),
        pytest.param(
            f"[[signoff]]\n{'a.' * 60_000}a = 1\n", "line 2: a key of more than 200", id="dots"
        ),
        pytest.param("x = {'a'" + ' . "a"' * 60_000, "line 1: a key of more", id="quoted dots"),
        pytest.param("version = 1\n", "version: no such key; there are signoff", id="other key"),
        pytest.param("[[signof]]\n", "signof: no such key; did you mean signoff?", id="slip"),
        pytest.param("[signoff]\nclaim = 'a'\n", "write [[signoff]] above each", id="one table"),
        pytest.param("signoff = [1]\n", "write [[signoff]] above each", id="list of numbers"),
        pytest.param("signoff = [{claim = 'a'}]\n", "with one key on a line", id="inline"),
        pytest.param(a_table(stauts="'x'"), "line 1: stauts: no such key; did", id="unknown key"),
        pytest.param(f"\n{a_table(by='')}", "line 2: by: it is missing", id="missing key"),
        pytest.param(a_table(date="1"), "line 1: date: a day without", id="wrong value"),
        pytest.param(
            f"{a_table('q-a')}\n{a_table('q-a')}",
            "line 10: claim q-a is signed twice, first on line 1; keep one entry",
            id="twice",
        ),
        pytest.param(b"# \xff\n", "line 1: is not UTF-8", id="other encoding"),
        pytest.param(b"#" * (MAX_BYTES + 1), "larger than 1048576 bytes", id="too large"),
    ],
)
def test_a_broken_file_is_told_with_its_place(
    text: str | bytes, message: str, tmp_path: Path
) -> None:
    assert message in told(a_file(tmp_path, text))


def test_marks_of_a_merge_in_a_note_are_words(tmp_path: Path) -> None:
    (signoff,) = read_signoffs(a_file(tmp_path, a_table(note='"""\n=======\n"""')))
    assert signoff.note == "=======\n"


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.provcheck.toml").mkdir()
    assert "is no file" in told(tmp_path / "a.provcheck.toml")


def test_a_name_that_no_file_has_is_told() -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        text_of(Path("a" * 400))


WHOLE = f"{a_table('q-a')}\n{a_table('q-b')}"


@settings(deadline=None)
@given(st.text(max_size=9), st.integers(0, len(WHOLE)), st.integers(0, 9))
def test_any_text_is_read_or_told_of(put: str, at: int, gone: int) -> None:
    text = WHOLE[:at] + put + WHOLE[at + gone :]
    found = ()
    with contextlib.suppress(SettingsError):
        found = parsed(text, Path("a.provcheck.toml"))
    assert all(text.split("\n")[each.line - 1].lstrip().startswith("[[") for each in found)


def test_the_sheet_of_an_article_names_its_file(tmp_path: Path, rules: Rulebook) -> None:
    path = a_file(tmp_path, a_table("q-a", verdict='"edited"', note=""))
    sheet = sheet_of(tmp_path / "a.txt", rules)
    assert sheet.path == str(path)
    assert [each.claim for each in sheet.signoffs] == ["q-a"]


@pytest.mark.parametrize("note", ["", '" "'])
def test_a_note_is_missing_where_the_verdict_is_not_ok(
    note: str, tmp_path: Path, rules: Rulebook
) -> None:
    a_file(tmp_path, f"\n{a_table('q-a', note=note)}")
    with pytest.raises(SettingsError, match="line 2: note: it is missing, and q-a is altered"):
        sheet_of(tmp_path / "a.txt", rules)
