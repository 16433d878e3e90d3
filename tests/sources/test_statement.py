import pytest

from provcheck.model.source_text import SourceText
from provcheck.rulebook.pages import page_rules
from provcheck.sources.statement import own_voice

RULES = page_rules()


def a_text(**known: object) -> SourceText:
    return SourceText(text="", blocks=(), extractor="test/1", **known)


@pytest.mark.parametrize(
    ("known", "url"),
    [
        pytest.param({"publisher": "Wire"}, "https://w.example/news/bridge", id="a-report"),
        pytest.param(
            {"publisher": "Wire", "title": "Statement by Lund", "byline": "Jan Olt"},
            None,
            id="byline",
        ),
        pytest.param({"title": "Statement by Lund"}, None, id="no-publisher"),
        pytest.param({"publisher": "Wire", "title": "The statement by Lund"}, None, id="about-one"),
        pytest.param({"publisher": "Wire"}, "https://w.example/news/statement", id="only-a-slug"),
        pytest.param({"publisher": "Wire"}, "http://[bad", id="a-broken-address"),
    ],
)
def test_is_nobodys_own_voice(known: dict[str, str], url: str | None) -> None:
    assert own_voice(a_text(**known), url, RULES) is None


@pytest.mark.parametrize(
    ("title", "url"),
    [
        pytest.param("Bridge", "https://lund.example/press-releases/2025/bridge", id="folder"),
        pytest.param("Press release: bridge stays closed", None, id="press-release"),
        pytest.param("Joint statement on the bridge", None, id="statement"),
    ],
)
def test_is_the_publishers_own_voice(title: str, url: str | None) -> None:
    assert own_voice(a_text(publisher="City of Lund", title=title), url, RULES) == "City of Lund"
