import shutil
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from signing import a_file, a_signoff, a_table

from provcheck.errors import SettingsError
from provcheck.model.signoff import Method, Signoff
from provcheck.signoff.book import MAX_BYTES, parsed, read_signoffs
from provcheck.signoff.write import HEAD, sign, unsign

COMMENTED = f"""\
# Kept by the desk.

# on a
{a_table("q-a")}
# on c
{a_table("q-c", by="'zz' # him")}# the end
"""
SIGNER = """
import sys
from pathlib import Path
from signing import a_signoff
from provcheck.signoff.write import sign
for number in range(10):
    sign(Path(sys.argv[1]), a_signoff(f"q-{sys.argv[2]}{number}"))
"""


def read(path: Path) -> dict[str, Signoff]:
    found = {each.claim: each for each in read_signoffs(path)}
    return {claim: each.model_copy(update={"line": 1}) for claim, each in found.items()}


def test_the_first_signoff_makes_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.provcheck.toml"
    sign(path, a_signoff())
    assert path.read_text().startswith(f"{HEAD}[[signoff]]\nclaim = ")
    assert read(path) == {"q-ferry": a_signoff()}


def test_signing_the_same_again_changes_no_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.provcheck.toml"
    for claim in ("q-b", "q-a", "q-c"):
        sign(path, a_signoff(claim))
    before = path.read_bytes()
    sign(path, a_signoff("q-b"))

    assert path.read_bytes() == before
    assert list(read(path)) == ["q-a", "q-b", "q-c"]


def test_the_order_of_signing_does_not_show(tmp_path: Path) -> None:
    one, other = tmp_path / "one.toml", tmp_path / "other.toml"
    for claim in ("q-1", "q-2", "q-3", "q-4"):
        sign(one, a_signoff(claim))
    for claim in ("q-3", "q-1", "q-4", "q-2"):
        sign(other, a_signoff(claim))
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize(
    ("claim", "around"),
    [
        pytest.param("q-0", ("# Kept by the desk.\n\n", "\n# on a\n"), id="first"),
        pytest.param("q-b", ("\n\n", "\n# on c\n"), id="between"),
        pytest.param("q-d", ("# the end\n\n", ""), id="last"),
    ],
)
def test_a_new_entry_leaves_every_other_byte(
    claim: str, around: tuple[str, str], tmp_path: Path
) -> None:
    path = a_file(tmp_path, COMMENTED)
    sign(path, a_signoff(claim))
    text = path.read_text()
    start = text.index(f'[[signoff]]\nclaim = "{claim}"')
    end = text.index('recording"\n', start) + len('recording"\n')

    assert text[:start].endswith(around[0])
    assert text[end:].startswith(around[1])
    assert (text[:start] + text[end:]).replace("\n", "") == COMMENTED.replace("\n", "")


def test_a_replaced_entry_keeps_its_place_and_its_comments(tmp_path: Path) -> None:
    path = a_file(tmp_path, COMMENTED)
    sign(path, a_signoff("q-c", method=Method.PHONE))
    text = path.read_text()

    assert "# on c\n[[signoff]]\n" in text
    assert 'by = "ab" # him\n' in text
    assert text.endswith("# the end\n")
    assert text.startswith(COMMENTED[: COMMENTED.index("# on c")])
    assert read(path)["q-c"] == a_signoff("q-c", method=Method.PHONE)


def test_line_ends_of_windows_stay(tmp_path: Path) -> None:
    path = a_file(tmp_path, COMMENTED.replace("\n", "\r\n"))
    sign(path, a_signoff("q-b"))
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")


def test_an_unsorted_file_stays_as_its_editors_have_it(tmp_path: Path) -> None:
    path = a_file(tmp_path, f"{a_table('q-z')}\n{a_table('q-a')}")
    sign(path, a_signoff("q-m"))
    assert list(read(path)) == ["q-m", "q-z", "q-a"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<<<<<<< HEAD\n", id="merge conflict"),
        pytest.param(a_table(by="''"), id="wrong value"),
        pytest.param("signoff = []\n" + a_table(), id="no TOML"),
        pytest.param(b"\xff", id="not UTF-8"),
    ],
)
def test_a_broken_file_is_left_alone(text: str | bytes, tmp_path: Path) -> None:
    path = a_file(tmp_path, text)
    before = path.read_bytes()
    for act in (lambda: sign(path, a_signoff()), lambda: unsign(path, "q-ferry")):
        with pytest.raises(SettingsError):
            act()
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_what_no_file_can_say_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.provcheck.toml"
    with pytest.raises(SettingsError, match="cannot take the sign-off: by: nobody"):
        sign(path, a_signoff(by=""))
    with pytest.raises(SettingsError, match=f"would be larger than {MAX_BYTES} bytes"):
        sign(path, a_signoff(note="x" * MAX_BYTES))
    assert not path.exists()


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="none"):
        sign(tmp_path / "none" / "a.provcheck.toml", a_signoff())


def test_a_removed_entry_takes_the_comment_above_it_along(tmp_path: Path) -> None:
    path = a_file(tmp_path, COMMENTED)
    gone = unsign(path, "q-a")

    assert gone.claim == "q-a"
    assert path.read_text() == COMMENTED[:21] + COMMENTED[COMMENTED.index("# on c") :]


def test_with_its_last_entry_the_file_goes(tmp_path: Path) -> None:
    path = tmp_path / "a.provcheck.toml"
    sign(path, a_signoff())
    unsign(path, "q-ferry")
    assert not path.exists()


def test_comments_of_others_keep_the_file(tmp_path: Path) -> None:
    path = a_file(tmp_path, f"# Kept by the desk.\n\n{a_table('q-a')}")
    unsign(path, "q-a")
    assert path.read_text() == "# Kept by the desk.\n"


def test_what_is_not_signed_cannot_be_removed(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="q-x is not signed there"):
        unsign(a_file(tmp_path, COMMENTED), "q-x")


@pytest.mark.skipif(shutil.which("git") is None, reason="merges with git")
def test_what_two_branches_signed_is_merged(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("ours", "base", "theirs")]
    for file in files:
        for claim in ("q-a", "q-h", "q-z"):
            sign(file, a_signoff(claim))
    sign(files[0], a_signoff("q-c"))
    sign(files[2], a_signoff("q-m"))
    sign(files[2], a_signoff("q-z", note="heard it again"))
    merge = ["git", "merge-file", "-p", *map(str, files)]
    merged = subprocess.run(merge, capture_output=True, text=True, check=True).stdout

    claims = [each.claim for each in parsed(merged, files[0])]
    assert claims == ["q-a", "q-c", "q-h", "q-m", "q-z"]


def test_processes_that_sign_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.provcheck.toml"
    home = str(Path(__file__).parents[1])
    runs = [
        subprocess.Popen(
            [
                sys.executable,
                "-c",
                f"import sys; sys.path[:0] = [{home!r}]\n{SIGNER}",
                str(path),
                name,
            ]
        )
        for name in "abcd"
    ]
    assert [run.wait(60) for run in runs] == [0] * 4
    assert list(read(path)) == [f"q-{name}{number}" for name in "abcd" for number in range(10)]
    assert list(tmp_path.iterdir()) == [path]


def test_threads_that_sign_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.provcheck.toml"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: sign(path, a_signoff(f"q-{number}")), range(10, 40)))
    assert list(read(path)) == [f"q-{number}" for number in range(10, 40)]


CLAIMS = st.lists(st.sampled_from([f"q-{letter}" for letter in "abcdef"]), max_size=8)
COMMENTS = st.sampled_from(["", "\n", "# said\n", "# said\n\n", "\n# a\n# b\n", "#\n"])


@settings(max_examples=40, deadline=None)
@given(CLAIMS, st.data())
def test_signing_and_removing_in_any_file_changes_that_entry_alone(
    claims: list[str], data: st.DataObject
) -> None:
    tables = [data.draw(COMMENTS) + a_table(claim) for claim in dict.fromkeys(claims)]
    text = "".join([*tables, data.draw(COMMENTS)])
    with TemporaryDirectory() as folder:
        path = a_file(Path(folder), text)
        before = read(path)
        sign(path, a_signoff("q-d"))
        assert read(path) == {**before, "q-d": a_signoff("q-d")}
        assert comments(text) - comments(path.read_text()) == Counter()
        unsign(path, "q-d")
        assert read(path) == {claim: each for claim, each in before.items() if claim != "q-d"}


def comments(text: str) -> Counter[str]:
    return Counter(line for line in text.split("\n") if line.startswith("#"))
