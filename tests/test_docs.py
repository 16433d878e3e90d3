"""What docs/evidence.md tells to do by hand is done; links between pages lead somewhere."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bundling import HARBOUR_SEQ, PIER_PAGE, name_of, two_runs
from test_readme import run

from provcheck.store.bundle.write import write_bundle
from provcheck.store.record import RECORD

ROOT = Path(__file__).parents[1]
EVIDENCE = (ROOT / "docs" / "evidence.md").read_text()
BLOCKS = re.findall(r"```(sh|python)\n(.*?)```", EVIDENCE, flags=re.DOTALL)
LINKS = next(block for kind, block in BLOCKS if kind == "python")
OBJECTS = next(block for kind, block in BLOCKS if "sha256sum" in block)


@pytest.fixture(params=["store", "bundle", "one run"])
def evidence(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    store = two_runs(tmp_path / "store")
    if request.param == "store":
        return store.root
    runs = None if request.param == "bundle" else (HARBOUR_SEQ,)
    write_bundle(store, tmp_path / "bundle", runs)
    return tmp_path / "bundle"


def done(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_objects_are_checked_by_hand(evidence: Path) -> None:
    sound = done(evidence, "sh", "-c", OBJECTS)
    name = name_of(PIER_PAGE)
    (evidence / "objects" / name[:2] / name[2:]).write_bytes(b"x")

    assert sound.returncode == 0, sound.stderr
    assert done(evidence, "sh", "-c", OBJECTS).returncode == 1


def test_links_are_checked_by_hand(evidence: Path) -> None:
    sound = done(evidence, sys.executable, "-c", LINKS)
    path = evidence / "ledger.jsonl"
    path.write_bytes(path.read_bytes().replace(b"404", b"405", 1))
    changed = done(evidence, sys.executable, "-c", LINKS)

    assert sound.returncode == 0, sound.stderr
    assert sound.stdout.startswith("sound up to ")
    assert changed.returncode == 1
    assert "AssertionError: 4" in changed.stderr


def test_every_kind_of_record_is_told() -> None:
    schema = RECORD.json_schema()

    kinds = set(schema["discriminator"]["mapping"])

    assert {kind for kind in kinds if f"`{kind}`" not in EVIDENCE} == set()


@pytest.mark.parametrize(
    "line",
    [
        line.split("#")[0].strip()
        for kind, block in BLOCKS
        for line in block.splitlines()
        if kind == "sh" and line.startswith("provcheck ")
    ],
)
def test_every_command_that_is_told_has_these_options(line: str) -> None:
    command = line.split()
    options = [word for word in command if word.startswith("--")]
    usage = done(Path(), sys.executable, "-m", "provcheck.cli.main", *command[1:3], "--help").stdout

    assert usage.startswith("Usage: ")
    assert [option for option in options if option not in usage] == []


PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_page_and_to_a_heading_of_it(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(), flags=re.DOTALL)
    broken = [
        target
        for target in re.findall(r"\]\(([^)\s]+)\)", text)
        if not target.startswith("http") and not _leads_somewhere(page, target)
    ]
    assert broken == []


def _leads_somewhere(page: Path, target: str) -> bool:
    name, _, anchor = target.partition("#")
    file = page.parent / name if name else page
    if not anchor or not file.is_file():
        return file.exists()
    headings = re.findall(r"^#+ (.*)$", file.read_text(), flags=re.MULTILINE)
    return anchor in {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings}


PRIVACY = (ROOT / "docs" / "privacy.md").read_text()


@pytest.mark.parametrize("block", re.findall(r"```sh\n(.*?)```", PRIVACY, flags=re.DOTALL))
def test_what_the_page_on_privacy_shows_is_run(block: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    for command in block.splitlines():
        answer = run(command, tmp_path)
        assert answer.returncode in {0, 1}, answer.stderr
        assert answer.stdout
