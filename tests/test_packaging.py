"""The wheel: built, installed into a fresh environment, run from another folder."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(out),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel in it; its dependencies are those of this environment."""
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=True)
    packages = next((home / "lib").iterdir()) / "site-packages"
    here = [p for p in sys.path if p.endswith("site-packages")]
    (packages / "dependencies.pth").write_text("\n".join(here) + "\n")
    pip = [str(home / "bin" / "pip"), "install", "--no-deps", "--no-index", "--force-reinstall"]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    return home / "bin" / "provcheck"


def test_wheel_ships_rules_and_templates_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "provcheck/rules/verdicts.yaml" in names
    assert "provcheck/rules/houses/default.yaml" in names
    assert any(
        name.startswith("provcheck/report/html/") and name.endswith(".html") for name in names
    )
    assert not [n for n in names if n.startswith(("tests/", "seeds/", "fixtures/", "rules/"))]


def test_wheel_ships_the_manual_page(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (page,) = (n for n in archive.namelist() if n.endswith("share/man/man1/provcheck.1"))
    assert archive.read(page) == (ROOT / "docs" / "provcheck.1").read_bytes()


def test_wheel_tells_the_licences_of_its_code_and_of_its_word_frequencies(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (metadata,) = (n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
    assert "License-Expression: Apache-2.0 AND CC-BY-SA-4.0\n" in archive.read(metadata).decode()
    counted = [n for n in archive.namelist() if n.startswith("provcheck/rules/frequencies/")]
    assert counted
    for name in counted:
        assert "CC BY-SA 4.0" in archive.read(name).decode().partition("\nlang: ")[0], name


def test_installed_program_checks_an_article_from_another_folder(
    installed: Path, tmp_path: Path
) -> None:
    source = (
        "The harbour will open in May, the minister of ports told reporters on Monday afternoon."
    )
    (tmp_path / "a.txt").write_text(
        "“The harbour will open in May,” Ada Brandvold said in a speech.\n"
    )
    (tmp_path / "s.txt").write_text(f"Speech by Ada Brandvold\n\n{source}\n")

    run = subprocess.run(
        [str(installed), "a.txt", "--sources", "s.txt", "--offline", "--fail-on", "never"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stderr
    assert "verbatim" in run.stdout
    assert (tmp_path / "a.provenance.html").exists()


def test_installed_program_reads_a_pdf_in_a_process_of_its_own(
    installed: Path, tmp_path: Path
) -> None:
    case = ROOT / "fixtures" / "pdf-report"
    command = [str(installed), str(case / "article.md"), "--sources", str(case / "sources")]
    options = ["--offline", "--no-report", "--fail-on", "never"]

    run = subprocess.run(
        [*command, *options], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert "1 verbatim, 1 altered" in run.stdout
    assert "page 1" in run.stdout


def test_installed_program_uses_the_rules_in_the_wheel(installed: Path, tmp_path: Path) -> None:
    python = installed.parent / "python"
    code = "from provcheck.rulebook.load import shipped; print(shipped())"

    run = subprocess.run(
        [str(python), "-I", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )

    assert str(installed.parents[1]) in run.stdout
