"""`provcheck schema`: what users of the JSON output may rely on."""

import typer

app = typer.Typer()


@app.command("schema")
def schema() -> None:
    """Print the JSON Schema of what --format json writes."""
    import json  # noqa: PLC0415

    from provcheck.cli.output import emit  # noqa: PLC0415
    from provcheck.report.schema import json_schema  # noqa: PLC0415

    emit(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n", utf8=True)
