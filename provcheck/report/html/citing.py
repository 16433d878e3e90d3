"""What an editor takes along from the page: the source as a citation, a command to sign with."""

import shlex

from provcheck.model.evidence import Found, Mode
from provcheck.model.finding import Finding
from provcheck.report.dates import day, moment
from provcheck.report.visible import visible

_NO_FILE = "://"  # an article at an address has no file to be signed beside


def citation(finding: Finding, passage: str) -> str | None:
    """Return on one line who said what, where it stands, and how to see it again.

    `passage` are the source's words. None where no source was read or no passage found.
    """
    found = finding.evidence
    if not isinstance(found, Found) or not passage:
        return None
    speaker = finding.speaker_in_source or _speaker(finding)
    words = f"“{passage}”"
    parts = [f"{speaker}: {words}" if speaker else words, *_work(found), *_copy(found)]
    return " ".join(" ".join(f"{part}." for part in parts).split())


def _speaker(finding: Finding) -> str:
    speaker = finding.claim.speaker
    return (speaker.resolved or speaker.as_written) if speaker else ""


def _work(found: Found) -> list[str]:
    text = found.text
    named = (
        text.title_in_marks or "",
        text.publisher or "",
        day(text.published) if text.published else "",
    )
    return [*filter(None, [", ".join(filter(None, named))]), f"<{found.snapshot.url}>"]


def _copy(found: Found) -> list[str]:
    snapshot = found.snapshot
    archived = snapshot.mode is Mode.ARCHIVE and snapshot.final_url != snapshot.url
    parts = [f"Archived copy <{snapshot.final_url}>"] if archived else []
    if snapshot.fetched_at:
        parts.append(f"Taken {moment(snapshot.fetched_at)}")
    return [*parts, f"SHA-256 {snapshot.sha256}"]


def sign_command(claim: str, path: str) -> str:
    """Return the command that signs the claim of that id in the article at `path`.

    It is safe to paste into a shell. What is written large in it is to be filled in; so is what no
    shell could be given plainly: a name with a line break or a hidden character, or no file's.
    """
    file = "ARTICLE" if _unfit(path) or _NO_FILE in path else shlex.quote(_as_file(path))
    named = "CLAIM" if _unfit(claim) or claim.startswith("-") else shlex.quote(claim)
    return f"provcheck sign {named} {file} --by INITIALS --note 'REASON'"


def _as_file(path: str) -> str:
    """Return `path` so that it is no option, nor `=name`, which zsh takes for a program's place."""
    return f"./{path}" if path.startswith(("-", "=")) else path


def _unfit(word: str) -> bool:
    return not word or not word.isprintable() or visible(word) != word
