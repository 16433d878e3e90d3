"""What every part of the JSON output is."""

from pydantic import BaseModel, ConfigDict


class Output(BaseModel):
    """A part of the output: no field is left out, an unknown one is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)
