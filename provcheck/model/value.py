"""The base of every value that passes between stages."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value: no field changes after it is made, no unknown field is taken.

    Raises pydantic's ValidationError when a field is missing, unknown or of the wrong type.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)
