"""What a run writes: the same bytes each time, on any machine, by the promised schema."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEEDS = sorted(p.parent for p in (ROOT / "seeds").glob("*/expected.json"))
PROGRAM = str(Path(sys.executable).parent / "provcheck")


def run(*arguments: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PROGRAM, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=False,
    )


def article_of(seed: Path) -> str:
    return str(next(seed.glob("article.*")).relative_to(ROOT))


def written(seed: Path, folder: Path, hash_seed: str) -> tuple[bytes, bytes]:
    page, data = folder / f"{hash_seed}.html", folder / f"{hash_seed}.json"
    sources = str((seed / "sources").relative_to(ROOT))
    answer = run(
        article_of(seed), "--sources", sources, "--offline", "--fail-on", "never",
        "--report", str(page), "--format", f"json={data}", seed=hash_seed,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr
    return page.read_bytes(), data.read_bytes()


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.name)
def test_two_runs_write_the_same_bytes(seed: Path, tmp_path: Path) -> None:
    assert written(seed, tmp_path, "1") == written(seed, tmp_path, "2")


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.name)
def test_every_pointer_leads_to_the_words_it_shows(seed: Path, tmp_path: Path) -> None:
    _, data = written(seed, tmp_path, "0")
    (article,) = json.loads(data)["articles"]

    assert article["findings"]
    for finding in article["findings"]:
        claim = finding["claim"]
        assert claim["end"] - claim["start"] == len(claim["text"])
        assert claim["line"] >= 1
        assert finding["verdict"]
        if finding["source"]:
            assert len(finding["source"]["sha256"]) == 64
            assert finding["source"]["passage"]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.name)
def test_claims_are_the_same_as_those_checked(seed: Path, tmp_path: Path) -> None:
    _, data = written(seed, tmp_path, "0")
    extracted = json.loads(run("claims", article_of(seed), "--format", "json").stdout)

    ids = [claim["id"] for claim in extracted["articles"][0]["claims"]]
    assert ids == [f["claim"]["id"] for f in json.loads(data)["articles"][0]["findings"]]
    assert len(set(ids)) == len(ids)


def test_no_path_of_this_machine_is_in_a_report(tmp_path: Path) -> None:
    page, data = written(SEEDS[0], tmp_path, "0")

    assert str(ROOT).encode() not in page
    assert str(ROOT).encode() not in data


@pytest.mark.parametrize(
    ("level", "code"), [("error", 1), ("warning", 1), ("note", 1), ("never", 0)]
)
def test_exit_code_by_level(level: str, code: int) -> None:
    seed = ROOT / "seeds" / "harbour-talks"
    answer = run(
        article_of(seed), "--sources", "seeds/harbour-talks/sources", "--offline", "--no-report",
        "--fail-on", level,
    )  # fmt: skip

    assert answer.returncode == code


@pytest.mark.parametrize("word", ["altered", "not-found", "negation", "filler", "second-hand"])
def test_everything_can_be_explained(word: str) -> None:
    answer = run("explain", word)

    assert answer.returncode == 0
    assert word in answer.stdout


def test_the_schema_is_json_schema() -> None:
    schema = json.loads(run("schema").stdout)

    assert schema
