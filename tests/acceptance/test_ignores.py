"""Comments in articles settle findings, by the real command, in Markdown and in HTML."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CASE = ROOT / "fixtures" / "comments-to-the-program"
DOCS = (ROOT / "docs" / "ignoring.md").read_text()
LINK = "https://council.example/letters/crews"
IGNORE = "<!-- provcheck: ignore altered -- set right by telephone -->"
QUOTED = "“We ask the council to rest both ferries for two weeks,” wrote Liv Raknes in"
MARKDOWN = "{before}\n" + QUOTED + " [a letter](" + LINK + ").{after}\n\n{beyond}\n"
PAGE = (
    '<!doctype html><html lang="en"><body><article>{before}\n<p>'
    + QUOTED
    + f' <a href="{LINK}">a letter</a>.{{after}}</p>\n{{beyond}}\n</article></body></html>'
)
FORMS = pytest.mark.parametrize(("form", "suffix"), [(MARKDOWN, ".md"), (PAGE, ".html")])
INSIDE = {".md": "`{}`\n\n```\n{}\n```\n", ".html": "<pre>{}</pre><script>{}</script>\n"}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the sources of the fixture."""
    shutil.copytree(CASE / "sources", tmp_path / "sources")
    return tmp_path


def run(desk: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "provcheck.cli.main", *arguments],
        cwd=desk,
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def checked(desk: Path, suffix: str, text: str, level: str = "error"):
    """What a check of an article says; its last line of standard error is left to the test."""
    (desk / f"article{suffix}").write_text(text)
    return run(
        desk,
        *("check", f"article{suffix}", "--sources", "sources", "--offline", "--no-report"),
        *("--no-store", "--fail-on", level),
    )


def filled(form: str, before: str = "", after: str = "", beyond: str = "") -> str:
    return form.format(before=before, after=after, beyond=beyond)


@FORMS
def test_without_a_comment_the_finding_counts(desk: Path, form: str, suffix: str) -> None:
    assert checked(desk, suffix, filled(form)).returncode == 1


@FORMS
@pytest.mark.parametrize("where", ["before", "after"])
def test_a_comment_settles_the_finding(desk: Path, form: str, suffix: str, where: str) -> None:
    answer = checked(desk, suffix, filled(form, **{where: IGNORE}), "warning")

    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert "altered" in answer.stdout


@FORMS
def test_a_comment_beyond_settles_nothing_and_is_told(desk: Path, form: str, suffix: str) -> None:
    alone = checked(desk, suffix, filled(form, beyond=IGNORE))
    both = filled(form, before=IGNORE, beyond=IGNORE)

    assert alone.returncode == 1
    assert "unused-ignore" in alone.stdout
    assert checked(desk, suffix, both).returncode == 0
    assert checked(desk, suffix, both, "warning").returncode == 1


@FORMS
def test_another_rule_settles_nothing(desk: Path, form: str, suffix: str) -> None:
    other = IGNORE.replace("altered", "not-found")

    assert checked(desk, suffix, filled(form, before=other)).returncode == 1


@FORMS
def test_a_comment_that_is_shown_as_code_settles_nothing(desk, form: str, suffix: str) -> None:
    shown = IGNORE if suffix == ".md" else IGNORE.replace("<", "&lt;")
    inside = INSIDE[suffix].format(shown, IGNORE)
    answer = checked(desk, suffix, filled(form, before=inside))

    assert answer.returncode == 1
    assert answer.stderr == ""


@pytest.mark.parametrize(
    ("suffix", "words", "fault"),
    [
        pytest.param(".md", "ignore altred -- so", "altred: no such verdict", id="unknown"),
        pytest.param(".html", "ignore altered", "gives no reason", id="no-reason"),
        pytest.param(".md", "skip altered -- so", "skip: no such order", id="order"),
        pytest.param(".html", "ignore stale-signoff -- so", "only `provcheck sign`", id="never"),
    ],
)
def test_a_wrong_comment_is_bad_input(desk: Path, suffix: str, words: str, fault: str) -> None:
    form = MARKDOWN if suffix == ".md" else PAGE
    text = filled(form, after=f" <!-- provcheck: {words} -->")
    line = text[: text.index("<!-- provcheck")].count("\n") + 1
    answer = checked(desk, suffix, text)

    assert answer.returncode == 2
    (told,) = answer.stderr.splitlines()
    assert re.match(rf"provcheck: article\{suffix}:{line}:\d+: comment to provcheck: ", told)
    assert fault in told


def test_an_article_with_a_wrong_comment_does_not_keep_others_from_being_checked(desk) -> None:
    (desk / "other.md").write_text(filled(MARKDOWN))
    (desk / "wrong.md").write_text(filled(MARKDOWN, before="<!-- provcheck: ignore -->"))
    answer = run(
        desk, "wrong.md", "other.md", "--sources", "sources", "--offline", "--no-report",
        "--no-store",
    )  # fmt: skip

    assert answer.returncode == 2
    assert "other.md:2:2: ✘ altered" in answer.stdout


@FORMS
def test_claims_are_shown_whatever_the_comments_say(desk: Path, form: str, suffix: str) -> None:
    plain, noted = desk / f"plain{suffix}", desk / f"noted{suffix}"
    plain.write_text(filled(form))
    noted.write_text(filled(form, after="<!-- provcheck: gibberish -->"))
    answers = [run(desk, "claims", file.name) for file in (plain, noted)]

    assert [answer.returncode for answer in answers] == [0, 0]
    assert answers[0].stdout == answers[1].stdout.replace("noted", "plain")


def test_in_plain_text_it_is_text(desk: Path) -> None:
    answer = checked(desk, ".txt", f"{IGNORE}\n{QUOTED} a letter, {LINK}.\n")

    assert answer.returncode == 1


def blocks() -> list[str]:
    return re.findall(r"```console\n(.*?)```", DOCS, flags=re.DOTALL)


@pytest.mark.parametrize("block", blocks(), ids=lambda b: b.split("\n")[0][2:40])
def test_the_handbook_shows_the_real_output(block: str, desk: Path) -> None:
    shutil.copy(CASE / "article.md", desk)
    wrong = (CASE / "article.md").read_text().split("\n---\n")[1].lstrip()
    (desk / "wrong.md").write_text(IGNORE.replace("altered", "altred") + "\n" + wrong)
    command, shown = block.removeprefix("$ provcheck ").split("\n", 1)
    answer = run(desk, *command.split())

    assert (answer.stdout + answer.stderr).rstrip() == shown.rstrip()
