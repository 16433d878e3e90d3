import subprocess
from pathlib import Path

from bundling import two_runs

from provcheck.store.bundle.shape import Card, Head
from provcheck.store.bundle.wording import readme
from provcheck.store.bundle.write import write_bundle

CARD = Card(head=Head(seq=7, link="ab" * 32), records=5)


def test_it_says_what_is_proved_and_what_is_not() -> None:
    text = readme(CARD)

    assert text.index("What it proves") < text.index("What it does not prove")
    assert "What a server sent: only what the program that kept it wrote down." in text
    assert "can build it anew" in text.replace("\n", " ")
    assert f"5 of the 7 records, up to link {CARD.head.link}" in text.replace("\n", " ")


def test_it_is_plain_text_of_short_lines() -> None:
    text = readme(CARD)

    assert text.isascii()
    assert max(map(len, text.splitlines())) <= 80
    assert "{" not in text
    assert text.endswith("\n")


def test_what_was_lost_is_told() -> None:
    lossy = CARD.model_copy(update={"missing": ("0" * 64,)})

    assert "1 had been lost" in readme(lossy).replace("\n", " ")
    assert "had been lost" not in readme(CARD)


def test_the_command_to_check_objects_finds_them_sound_or_not(tmp_path: Path) -> None:
    bundle = tmp_path / "bundle"
    write_bundle(two_runs(tmp_path / "store"), bundle)
    lines = (bundle / "README.txt").read_text().splitlines()
    first = next(i for i, line in enumerate(lines) if line.startswith("    for f in"))
    command = "\n".join(lines[first : first + 3])

    def check() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", "-c", command],  # noqa: S607
            cwd=bundle,
            capture_output=True,
            text=True,
            check=False,
        )

    assert check().returncode == 0
    assert check().stdout.count(": OK") == 3
    path = next(p for p in (bundle / "objects").rglob("*") if p.is_file())
    path.write_bytes(b"x")
    assert check().returncode == 1
