import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.cli.roff import escaped, example, paragraphs, section, subsection, tagged


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain words", "plain words"),
        ("two\n  lines", "two lines"),
        ("--fail-on", "\\-\\-fail\\-on"),
        (".provcheck", "\\&.provcheck"),
        ("'quoted'", "\\&'quoted'"),
        ("a\\b", "a\\eb"),
        ("“so”", "\\(lqso\\(rq"),
    ],
)
def test_escaped(text: str, written: str) -> None:
    assert escaped(text) == written


def test_blocks() -> None:
    assert section("Exit status") == ".SH EXIT STATUS\n"
    assert subsection("provcheck check") == ".SS provcheck check\n"
    assert paragraphs(["one", " ", "two"]) == ".PP\none\n.PP\ntwo\n"
    assert tagged("-h", "Help.") == ".TP\n.B \\-h\nHelp.\n"
    assert example(["ls"]) == ".PP\n.EX\nls\n.EE\n"


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not installed")
@settings(max_examples=20, deadline=None)
@given(st.text(alphabet=".'\\-a b\n“”…", max_size=20))
def test_any_text_is_no_request(text: str) -> None:
    source = ".TH X 1\n.SH NAME\n" + tagged(f"x{text}", f"{text}x")
    done = subprocess.run(
        ["groff", "-man", "-ww", "-z"],  # noqa: S607
        input=source, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == ""
