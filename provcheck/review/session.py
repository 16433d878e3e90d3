"""What is decided in one review: which claims are open, and each decision written at once."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from hashlib import file_digest
from http import HTTPStatus
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from provcheck.errors import ProvcheckError, SettingsError
from provcheck.model.report import Report
from provcheck.model.signoff import Method, Signoff, Status
from provcheck.model.value import Value
from provcheck.review.answer import Answer, refused, told
from provcheck.signoff.draft import Decision, drafted
from provcheck.signoff.place import beside
from provcheck.signoff.write import sign, unsign

LONGEST_NOTE = 2000


class Asked(Value):
    """Which claim is meant, by its anchor on the page, and the id that it had there."""

    claim: str = Field(max_length=40)
    id: str = Field(max_length=80)


class Signing(Asked):
    """What the page sends to sign a claim."""

    status: Status
    by: str = Field(max_length=200)
    note: str = Field(default="", max_length=LONGEST_NOTE)
    method: Method | None = None
    expires: date | None = None


@dataclass(frozen=True)
class Ways:
    """What a session needs from outside: the decisions laid over a report anew, and the day."""

    lay: Callable[[Report], Report]
    today: Callable[[], date]


class Session:
    """One review of `reports`, which bear no decisions yet; safe to use from several threads.

    `by` are the initials that the page fills in: those last signed with. Raises SettingsError when
    a file of sign-offs is broken.
    """

    def __init__(self, reports: tuple[Report, ...], ways: Ways, by: str = "") -> None:
        self._found, self._ways, self.by = reports, ways, by
        self._lock = threading.Lock()
        self._reports = [ways.lay(report) for report in reports]

    @property
    def reports(self) -> tuple[Report, ...]:
        """Return the reports with all that is decided so far."""
        with self._lock:
            return tuple(self._reports)

    def sign(self, given: dict[str, Any]) -> Answer:
        """Write the decision that `given` says beside the article, before it is answered."""
        return self._done(Signing, given, self._sign)

    def undo(self, given: dict[str, Any]) -> Answer:
        """Remove the sign-off of the claim that `given` names."""
        return self._done(Asked, given, self._undo)

    def _done(
        self, form: type[Asked], given: dict[str, Any], do: Callable[[Any, int, int], str]
    ) -> Answer:
        try:
            asked = form.model_validate(given)
        except ValidationError as problem:
            return refused(HTTPStatus.UNPROCESSABLE_ENTITY, _fault(problem))
        with self._lock:
            try:
                article, number = self._place(asked)
                words = do(asked, article, number)
                self._reports[article] = self._ways.lay(self._found[article])
            except Refusal as problem:
                return refused(problem.status, str(problem))
            except ProvcheckError as problem:
                return refused(HTTPStatus.CONFLICT, str(problem))
            return told(done=words, open=open_in(self._reports))

    def _place(self, asked: Asked) -> tuple[int, int]:
        """Return which article and which of its findings is meant."""
        number = asked.claim.rpartition("c")[2]
        several = len(self._found) > 1
        for at, report in enumerate(self._found):
            anchor = f"a{at + 1}-c{number}" if several else f"c{number}"
            if anchor == asked.claim and number in _numbers(report):
                finding = report.findings[int(number) - 1]
                if finding.claim.id == asked.id:
                    return at, int(number) - 1
        message = "there is no such claim in this review; reload the page"
        raise Refusal(HTTPStatus.NOT_FOUND, message)

    def _sign(self, asked: Signing, article: int, number: int) -> str:
        report = self._unchanged(article)
        finding = report.findings[number]
        decision = Decision(
            status=asked.status,
            by=asked.by,
            note=asked.note,
            method=asked.method,
            expires=asked.expires,
            day=self._ways.today(),
        )
        try:
            signoff = drafted(finding, decision)
        except SettingsError as problem:
            raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, str(problem)) from None
        file = beside(Path(report.article.path))
        sign(file, signoff)
        self._replaced(file, self._reports[article].findings[number].signoff, signoff)
        self.by = signoff.by
        return f"Claim {number + 1} is signed: {signoff.status} by {signoff.by}"

    def _replaced(self, file: Path, before: Signoff | None, after: Signoff) -> None:
        """Remove the entry that spoke of the claim by its words, when it had another id."""
        if before and before.claim != after.claim:
            try:
                unsign(file, before.claim)
            except SettingsError:  # somebody else did
                return

    def _undo(self, _asked: Asked, article: int, number: int) -> str:
        report = self._unchanged(article)
        finding = self._ways.lay(report).findings[number]
        if not finding.signoff:
            message = f"claim {number + 1} is not signed; reload the page"
            raise Refusal(HTTPStatus.CONFLICT, message)
        unsign(beside(Path(report.article.path)), finding.signoff.claim)
        return f"The sign-off of claim {number + 1} is removed"

    def _unchanged(self, article: int) -> Report:
        report = self._found[article]
        path = report.article.path
        if not _is_file_of(report.article.sha256, Path(path)):
            message = f"{path}: the article changed since it was read; start the review again"
            raise Refusal(HTTPStatus.CONFLICT, message)
        return report


class Refusal(Exception):  # noqa: N818  (an answer, not a fault)
    """Why a decision is not taken, in words for the editor."""

    def __init__(self, status: HTTPStatus, why: str) -> None:
        super().__init__(why)
        self.status = status


def _is_file_of(sha256: str, path: Path) -> bool:
    """Tell whether `path` is a file with that hash; what is none, as a pipe, is not waited for."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return False


def open_in(reports: list[Report]) -> int:
    """Return how many claims still wait for a decision."""
    return sum(finding.undecided for report in reports for finding in report.findings)


def _numbers(report: Report) -> set[str]:
    return {str(number) for number in range(1, len(report.findings) + 1)}


def _fault(problem: ValidationError) -> str:
    first = problem.errors()[0]
    field = ".".join(map(str, first["loc"]))
    return f"{field}: {first['msg']}"
