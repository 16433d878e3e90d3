import json

from provcheck.report.schema import json_schema


def test_the_schema_is_printed_as_it_is(invoke) -> None:
    done = invoke("schema")
    assert done.exit_code == 0
    assert json.loads(done.stdout) == json_schema()
    assert done.stderr == ""
