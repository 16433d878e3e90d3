"""`provcheck schema`: what users of the JSON output may rely on."""

from enum import StrEnum
from typing import Annotated

import typer

app = typer.Typer()


class Described(StrEnum):
    """The formats that have a schema."""

    JSON = "json"
    JSONL = "jsonl"


@app.command("schema")
def schema(
    form: Annotated[
        Described, typer.Argument(metavar="[FMT]", help="json, or jsonl for one of its lines.")
    ] = Described.JSON,
) -> None:
    """Print the JSON Schema of what --format json or --format jsonl writes."""
    import json  # noqa: PLC0415

    from provcheck.cli.output import emit  # noqa: PLC0415
    from provcheck.report.line_schema import line_schema  # noqa: PLC0415
    from provcheck.report.schema import json_schema  # noqa: PLC0415

    described = line_schema() if form is Described.JSONL else json_schema()
    emit(json.dumps(described, indent=2, ensure_ascii=False) + "\n", utf8=True)
