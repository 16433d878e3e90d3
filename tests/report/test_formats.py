import subprocess
import sys

import pytest
from reporting import a_report

from provcheck.report.formats import FORMATS
from provcheck.rulebook.book import Rulebook

HEAVY = ("pydantic", "jinja2", "yaml", "provcheck.model.report")


def test_the_names_cost_no_heavy_import() -> None:
    code = f"import sys, provcheck.report.formats; print([m for m in {HEAVY} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_equal_reports_give_equal_text(name: str, rules: Rulebook) -> None:
    first, second = (FORMATS[name]((a_report(),), rules) for _ in range(2))
    assert first == second
    assert first.endswith("\n")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_several_articles_in_one_output(name: str, rules: Rulebook) -> None:
    article = a_report().article.model_copy(update={"path": "second.txt"})
    text = FORMATS[name]((a_report(), a_report(article=article)), rules)
    assert "ferry.txt" in text
    assert "second.txt" in text


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_an_article_without_findings_is_no_accident(name: str, rules: Rulebook) -> None:
    assert FORMATS[name]((a_report().model_copy(update={"findings": ()}),), rules)
