"""What a shell offers when the Tab key is pressed: words, houses, formats, files."""

import os

from typer._click.core import Context
from typer._click.shell_completion import CompletionItem

from provcheck.report.formats import FORMATS

_MOST = 500  # files that are offered


def words(incomplete: str) -> list[tuple[str, str]]:
    """Return the words that `explain` knows and that begin so, each with its title."""
    from provcheck.rulebook.load import load, shipped  # noqa: PLC0415  (heavy; not for --help)
    from provcheck.rulebook.verdicts import VerdictRules  # noqa: PLC0415

    rules = load(shipped() / "verdicts.yaml", VerdictRules)
    titles = {
        **{str(rule.id): rule.title for rule in rules.verdicts},
        **{str(rule.id): rule.title for rule in rules.edits},
        **{str(rule.id): rule.title for rule in rules.slips},
        **{rule.id: rule.title for rule in rules.remarks},
    }
    begin = incomplete.casefold().replace("_", "-")
    return [(word, title) for word, title in titles.items() if word.startswith(begin)]


def houses(incomplete: str) -> list[str]:
    """Return the shipped houses that begin so."""
    from provcheck.rulebook.house_files import house_names  # noqa: PLC0415  (as above)

    return [name for name in house_names() if name.startswith(incomplete)]


def formats(incomplete: str) -> list[str]:
    """Return the formats of `check` that begin so."""
    return [name for name in FORMATS if name.startswith(incomplete)]


def claim_formats(incomplete: str) -> list[str]:
    """Return the formats of `claims` that begin so."""
    return [name for name in ("terminal", "json") if name.startswith(incomplete)]


def searches(incomplete: str) -> list[str]:
    """Return the services that may be searched and begin so."""
    from provcheck.cli.options import SEARCH_NAMES  # noqa: PLC0415  (it imports this module)

    names = (*SEARCH_NAMES.split(", "), "all")
    return [name for name in names if name.startswith(incomplete)]


def files(incomplete: str) -> list[CompletionItem]:
    """Return the files that begin so: a shell offers none of its own where commands match.

    Hidden ones only when asked for; none with a character that would upset the shell.
    """
    folder, begin = os.path.split(incomplete)
    try:
        entries = sorted(os.scandir(folder or "."), key=lambda entry: entry.name)
    except OSError:
        return []
    fitting = (
        entry
        for entry in entries
        if entry.name.startswith(begin)
        and entry.name.isprintable()
        and entry.name.startswith(".") <= begin.startswith(".")
    )
    paths = (incomplete[: len(incomplete) - len(begin)] + _ended(entry) for entry in fitting)
    return [CompletionItem(path, type="file") for _, path in zip(range(_MOST), paths, strict=False)]


def _ended(entry: os.DirEntry[str]) -> str:
    return f"{entry.name}/" if entry.is_dir() else entry.name


def options_of(ctx: Context, command: str, incomplete: str) -> list[CompletionItem]:
    """Return the options of a command of the root `ctx` that begin so."""
    inner = ctx.command.commands[command]  # type: ignore[attr-defined]
    with inner.make_context(command, [], parent=ctx, resilient_parsing=True) as its:
        found: list[CompletionItem] = inner.shell_complete(its, incomplete)
    return found
