import json

import pytest

from provcheck.report.line_schema import line_schema
from provcheck.report.schema import json_schema


@pytest.mark.parametrize(
    ("words", "schema"),
    [
        pytest.param(("schema",), json_schema, id="json where none is named"),
        pytest.param(("schema", "json"), json_schema, id="json"),
        pytest.param(("schema", "jsonl"), line_schema, id="jsonl"),
    ],
)
def test_the_schema_is_printed_as_it_is(words, schema, invoke) -> None:
    done = invoke(*words)
    assert done.exit_code == 0
    assert json.loads(done.stdout) == schema()
    assert done.stderr == ""


def test_a_format_without_a_schema_is_refused(invoke) -> None:
    done = invoke("schema", "csv")
    assert done.exit_code == 2
    assert "'csv'" in done.stderr
