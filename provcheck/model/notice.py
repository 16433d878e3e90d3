from provcheck.model.article import Position
from provcheck.model.value import Value
from provcheck.model.verdict import Level


class Notice(Value):
    """Something found that belongs to no claim: a sign-off without its claim, an unused comment.

    `rule` is that of a remark in verdicts.yaml; `path` the file that `position` is in; `level`
    counts for the exit code.
    """

    rule: str
    level: Level
    message: str
    path: str
    position: Position = Position(line=1, column=1)
