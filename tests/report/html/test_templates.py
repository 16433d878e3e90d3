import base64
import hashlib
import re

import pytest
from jinja2 import UndefinedError

from provcheck.report.html.index import SCRIPTS as INDEX_SCRIPTS
from provcheck.report.html.index import STYLES as INDEX_STYLES
from provcheck.report.html.page import SCRIPTS, STYLES
from provcheck.report.html.templates import assets, joined, scripted, templates


def digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_the_policy_allows_nothing_but_this_style_and_script() -> None:
    given = assets("a { color: red }", "void 0;")
    assert given.policy == (
        f"default-src 'none'; style-src 'sha256-{digest(given.style)}'; "
        f"script-src 'sha256-{digest(given.script)}'; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )


def test_a_served_page_may_ask_its_own_host_alone() -> None:
    assert "; connect-src 'self'; " in assets("", "", connect=True).policy


def test_names_of_the_script_are_its_own() -> None:
    text = scripted(*SCRIPTS)
    assert text.startswith('"use strict";\n{\n')
    assert text.endswith("}\n")


@pytest.mark.parametrize("name", [*STYLES, *SCRIPTS, *INDEX_STYLES, *INDEX_SCRIPTS])
def test_no_file_can_end_its_element_or_load_anything(name: str) -> None:
    text = joined(name)
    assert "</" not in text
    assert not re.search(r"url\(|@import|fetch\(|XMLHttp|https?:|innerHTML|eval\(", text)
    assert len(text.splitlines()) <= 120


def test_hidden_characters_are_shown_and_markup_is_text() -> None:
    template = templates().from_string("<p title='{{ x }}'>{{ x }}</p>")
    assert template.render(x="\u202e<b>'") == (
        "<p title='⟦U+202E⟧&lt;b&gt;&#39;'>⟦U+202E⟧&lt;b&gt;&#39;</p>"
    )


def test_a_name_that_a_template_does_not_know_is_a_fault() -> None:
    with pytest.raises(UndefinedError):
        templates().from_string("{{ nothing }}").render()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        pytest.param("a # b :: c ##", "a # b :: c #&#35;", id="end-that-may-go-on"),
        pytest.param("say ##[error]x", "say #&#35;[error]x", id="anywhere"),
        pytest.param("##vso[x]", "#&#35;vso[x]", id="azure"),
        pytest.param("::error::x", "&#58;:error::x", id="at-the-head"),
        pytest.param("a\n \u2003::error::x", "a\n \u2003&#58;:error::x", id="on-a-line"),
        pytest.param("\u202e<b>", "⟦U+202E⟧&lt;b&gt;", id="markup-and-hidden"),
    ],
)
def test_no_value_commands_a_log(words: str, shown: str) -> None:
    assert templates().from_string("{{ words }}").render(words=words) == shown
