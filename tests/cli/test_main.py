"""The program as a process: exit codes, streams, time."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from provcheck import __version__
from provcheck.cli import main as program
from provcheck.cli.exits import Exit

ARTICLE = (
    "Council clears new ferry line\n\n"
    "Mayor Ines Falk said: “We will open the new ferry line in spring.”\n\n"
    "“The quay was never safe for the crews,” she added.\n"
)


def provcheck(*arguments: str, cwd: Path, **known) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "provcheck.cli.main", *arguments]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", **known.pop("env", {})}
    return subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, env=environment, check=False, **known
    )


def test_version(tmp_path: Path) -> None:
    done = provcheck("--version", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"provcheck {__version__}\n", "")


def test_help_has_no_colours_in_ci(tmp_path: Path) -> None:
    done = provcheck("--help", cwd=tmp_path, env={"GITHUB_ACTIONS": "true", "FORCE_COLOR": "1"})
    assert "\x1b" not in done.stdout


HEAVY = ("bs4", "httpx", "lxml", "pydantic", "rapidfuzz", "trafilatura", "yaml")
HELP = """
import atexit, sys
loaded = lambda: {name.partition(".")[0] for name in sys.modules}
atexit.register(lambda: print(*loaded(), file=sys.stderr))
sys.argv = ["provcheck", "--help"]
from provcheck.cli.main import main
main()
"""


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    """What keeps `--help` within 0.15 seconds; the time itself is measured in the benchmarks."""
    done = subprocess.run(
        [sys.executable, "-c", HELP], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    loaded = done.stderr.split()

    assert "typer" in loaded
    assert [name for name in HEAVY if name in loaded] == []


def test_an_article_without_sources_end_to_end(tmp_path: Path) -> None:
    (tmp_path / "lead.txt").write_text(ARTICLE)
    done = provcheck("lead.txt", "--offline", "--format", "json", cwd=tmp_path)
    assert done.returncode == Exit.OK, done.stderr
    findings = json.loads(done.stdout)["articles"][0]["findings"]
    assert {finding["verdict"] for finding in findings} <= {"unsourced", "unavailable"}
    assert (tmp_path / "lead.provenance.html").exists()


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "lead.txt").write_text(ARTICLE)
    outputs = []
    for name in ("one", "two"):
        form = ("--format", "json", "--report", f"{name}.html")
        done = provcheck("lead.txt", "--offline", *form, cwd=tmp_path)
        outputs.append((done.stdout, (tmp_path / f"{name}.html").read_bytes()))
    assert outputs[0] == outputs[1]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("none.txt", None, id="missing"),
        pytest.param(".", None, id="folder"),
        pytest.param("empty.txt", b"", id="empty"),
        pytest.param("image.txt", bytes(range(256)) * 9, id="binary"),
        pytest.param("brief.txt", b"Rain is due on Monday.\n", id="without-a-claim"),
        pytest.param("latin.txt", "Façade “noble” à côté.".encode("cp1252"), id="undecodable"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(tmp_path: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    done = provcheck(name, "--offline", cwd=tmp_path)
    assert done.returncode == Exit.USAGE
    assert done.stdout == ""
    assert done.stderr.startswith("provcheck: ")
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.glob("*.html")) == []


def test_broken_sources_are_one_line_and_exit_2(tmp_path: Path) -> None:
    (tmp_path / "lead.txt").write_text(ARTICLE)
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / "sources.json").write_text("[{]")
    done = provcheck("lead.txt", "--sources", "s", cwd=tmp_path)
    assert done.returncode == Exit.USAGE
    assert "sources.json" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_reader_that_hangs_up_keeps_the_verdict(tmp_path: Path) -> None:
    (tmp_path / "lead.txt").write_text(ARTICLE * 400)
    command = [sys.executable, "-m", "provcheck.cli.main", "claims", "lead.txt", "-f", "json"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.read(1)
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == Exit.OK


def test_an_interruption_is_130(tmp_path: Path) -> None:
    code = (
        "import provcheck.cli.run as run, time\n"
        "run.check = lambda *given: (print('ready', flush=True), time.sleep(30))\n"
        "import sys; sys.argv = ['provcheck', 'pipe', '--no-report']\n"
        "from provcheck.cli.main import main; main()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        assert run.stdout
        run.stdout.readline()
        run.send_signal(signal.SIGINT)
        _, complaint = run.communicate(timeout=10)
    assert run.returncode == 130
    assert b"Traceback" not in complaint


def test_what_escapes_is_an_internal_error_and_never_findings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        message = "two\nlines"
        raise RuntimeError(message)

    monkeypatch.setattr(program, "app", broken)
    with pytest.raises(SystemExit) as left:
        program.main()
    assert left.value.code == Exit.INTERNAL
    assert capsys.readouterr().err == (
        "provcheck: internal error: RuntimeError: two lines; please report it\n"
    )
