"""The manual page and the table of options, written from the commands themselves.

`python -m provcheck.cli.manual DOCS` writes both into a folder of documentation (`make man`).
"""

import re
import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

from typer._click.core import Command, Context
from typer.core import TyperArgument, TyperGroup, TyperOption

from provcheck import __version__
from provcheck.cli.roff import example, paragraphs, section, subsection, tagged
from provcheck.config.keys import KEYS, Key
from provcheck.files import write_whole

PAGE = "provcheck.1"
TABLE = re.compile(r"(?<=<!-- options -->\n).*?(?=<!-- end of options -->)", re.DOTALL)
_EXITS = (
    ("0", "Nothing at or above --fail-on."),
    ("1", "Findings."),
    ("2", "Usage, configuration, missing or unreadable input, or nothing was checked."),
    ("3", "An internal error."),
    ("4", "With --require-sources: some source could not be read."),
    ("130", "Interrupted by Ctrl-C; what was read by then was reported."),
)
_VARIABLES = (
    ("PROVCHECK_BRAVE_KEY", "The key of Brave Search, for --search brave."),
    ("PROVCHECK_FACTCHECK_KEY", "The key of Google Fact Check Tools, for --search factcheck."),
    ("SSL_CERT_FILE", "Further authorities to trust, beside those of --cacert."),
    ("NO_COLOR, FORCE_COLOR", "Never, or always, colours."),
)
_FILES = (
    (
        "provcheck.toml, .provcheck.toml, pyproject.toml",
        "Configuration: the closest one upwards; of pyproject.toml, the table [tool.provcheck].",
    ),
    (".provcheck/", "The evidence store, beside the configuration or in the current folder."),
    ("STEM.provenance.html", "The report on an article, in the current folder."),
)
_EXAMPLES = (
    ("Check an article; fetch what it cites:", "provcheck article.txt"),
    ("Check it against a folder of sources, without a network:",
     "provcheck article.txt --sources sources --offline"),
    ("Show what is quoted, and from whom:", "provcheck claims article.txt"),
    ("Show which options hold, and where from:", "provcheck config show"),
)  # fmt: skip

_NEEDLESS = re.compile(r"^(\.S[HS] .*\n)\.PP\n", re.MULTILINE)  # a heading begins a paragraph


def page(root: Command) -> str:
    """Return the manual page of the program whose commands are those of `root`; no day is in it."""
    written = "".join(
        (
            f'.TH PROVCHECK 1 "" "provcheck {__version__}" "User Commands"\n',
            section("Name"),
            "provcheck \\- check every quotation in an article against the source it cites\n",
            section("Synopsis"),
            ".B provcheck\n[OPTIONS] FILE...\n.br\n.B provcheck\nCOMMAND ...\n",
            section("Description"),
            paragraphs(_told(root)),
            section("Commands"),
            *(_command(path, command) for path, command in commands(root)),
            section("Exit status"),
            *(tagged(*entry) for entry in _EXITS),
            section("Environment"),
            *(tagged(key.variable, f"Sets --{key.name}.") for key in KEYS if key.variable),
            *(tagged(*entry) for entry in _VARIABLES),
            section("Files"),
            *(tagged(*entry) for entry in _FILES),
            section("Examples"),
            *(paragraphs([why]) + example([command]) for why, command in _EXAMPLES),
        )
    )
    return _NEEDLESS.sub(r"\1", written)


def commands(root: Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Command]]:
    """Yield every command below `root` with the words that call it, in the order of the help."""
    for name, command in getattr(root, "commands", {}).items():
        if command.hidden:
            continue
        if isinstance(command, TyperGroup):
            yield from commands(command, (*path, name))
        else:
            yield " ".join((*path, name)), command


def table(check: Command) -> str:
    """Return the options of `check` as a table in Markdown: option, key in a file, variable."""
    options = {name for parameter in check.params for name in parameter.opts}
    rows = [_row(key) for key in KEYS if f"--{key.name}" in options]
    return "\n".join(("| option | in a file | variable |", "|---|---|---|", *rows, ""))


def _row(key: Key) -> str:
    in_file = f"no: {key.refused}" if key.refused else f"`{key.name}`, {_SHAPES[key.shape]}"
    variable = f"`{key.variable}`" if key.variable else f"none: {key.unbound}"
    return f"| `--{key.name}` | {in_file} | {variable} |"


_SHAPES = {
    "switch": "`true` or `false`",
    "word": "words",
    "number": "a number",
    "path": "a path",
    "paths": "a list of paths",
    "outputs": "a list of formats",
    "house": "a name or a path",
}


def _command(path: str, command: Command) -> str:
    arguments = [each for each in command.params if isinstance(each, TyperArgument)]
    options = [each for each in command.params if isinstance(each, TyperOption) and not each.hidden]
    words = [_argument(each) for each in arguments]
    entries = [(_argument(each), each.help) for each in arguments]
    entries += [(_option(each), each.help) for each in options]
    return "".join(
        (
            subsection(" ".join(("provcheck", path, *words))),
            paragraphs(_told(command)),
            *(tagged(written, meaning or "") for written, meaning in entries),
        )
    )


def _told(command: Command) -> list[str]:
    """Return the paragraphs of a command's help."""
    return cleandoc(command.help or "").replace("`", "").split("\n\n")


def _argument(argument: TyperArgument) -> str:
    return argument.metavar or argument.name.upper()


def _option(option: TyperOption) -> str:
    """Return how an option is written, with what stands for its value."""
    names = ", ".join((*option.opts, *option.secondary_opts))
    if option.is_flag:
        return names
    value = option.display_type_rich(Context(TyperGroup(name="provcheck"))) or ""
    return f"{names} {value.strip('<>')}"


def write(docs: Path) -> None:
    """Write the manual page, and the table into configuration.md, in the folder `docs`."""
    from provcheck.cli.main import tree  # noqa: PLC0415  (it is the program itself)

    root = tree()
    write_whole(docs / PAGE, page(root))
    guide = docs / "configuration.md"
    check = root.commands["check"]
    write_whole(guide, TABLE.sub(lambda _: table(check), guide.read_text(encoding="utf-8")))


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
