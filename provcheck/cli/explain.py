"""`provcheck explain`: what a verdict, a kind of edit or a remark means, and what to do."""

from typing import TYPE_CHECKING, Annotated

import typer

from provcheck.cli import complete

if TYPE_CHECKING:
    from provcheck.rulebook.book import Rulebook
    from provcheck.rulebook.verdicts import EditRule, RemarkRule, SlipRule, VerdictRule

WIDTH = 78
_TAKEN = {
    "permitted": "It is no fault.",
    "noted": "It is no fault, and is noted.",
    "warned": "It makes the quotation altered, with a warning.",
    "refused": "It makes the quotation altered, an error.",
}
app = typer.Typer()


@app.command("explain")
def explain(
    word: Annotated[
        str | None,
        typer.Argument(
            metavar="WORD",
            help="A verdict, kind of edit or remark; none lists all.",
            autocompletion=complete.words,
        ),
    ] = None,
    *,
    house: Annotated[
        str,
        typer.Option(
            "--house",
            metavar="NAME|FILE",
            help="House style to tell of.",
            autocompletion=complete.houses,
        ),
    ] = "default",
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Everything, as a page for a newsroom's handbook.")
    ] = False,
) -> None:
    """Explain a verdict, a kind of edit or a remark."""
    from provcheck.cli.handbook import handbook  # noqa: PLC0415  (not for --help)
    from provcheck.cli.output import emit  # noqa: PLC0415
    from provcheck.errors import SettingsError  # noqa: PLC0415
    from provcheck.rulebook.book import load_rulebook  # noqa: PLC0415

    if markdown and word:
        message = f"explain {word}: --markdown writes all of them; leave the word out"
        raise SettingsError(message)
    rules = load_rulebook(house)
    if markdown:
        emit(handbook(rules), utf8=True)
    else:
        emit(_listed(rules) if word is None else explained(word, rules))


def explained(word: str, rules: "Rulebook") -> str:
    """Return the explanation of `word`; raises SettingsError, with the nearest word, for others."""
    from difflib import get_close_matches  # noqa: PLC0415

    from provcheck.errors import SettingsError  # noqa: PLC0415

    known = _known(rules)
    asked = word.strip().lower().replace("_", "-").replace(" ", "-")
    if asked in known:
        return known[asked]
    near = get_close_matches(asked, known, 1)
    hint = f"did you mean {near[0]}?" if near else "`provcheck explain` lists them all"
    message = f"explain {word}: no such verdict, edit, slip or remark; {hint}"
    raise SettingsError(message)


def _known(rules: "Rulebook") -> dict[str, str]:
    """Return every explanation by its word."""
    words = rules.verdicts
    return {
        **{remark.id: _remark(remark, rules) for remark in words.remarks},
        **{str(slip.id): _slip(slip, rules) for slip in words.slips},
        **{edit.id: _edit(edit, rules) for edit in words.edits},
        **{verdict.id: _verdict(verdict) for verdict in words.verdicts},
    }


def _listed(rules: "Rulebook") -> str:
    words = rules.verdicts
    parts = (
        ("Verdicts", words.verdicts),
        ("Edits", words.edits),
        ("Slips", words.slips),
        ("Remarks", words.remarks),
    )
    lines: list[str] = []
    for heading, entries in parts:
        lines += [heading, *(f"  {entry.id:<26} {entry.title}" for entry in entries), ""]
    return "\n".join([*lines, "`provcheck explain WORD` says more.", ""])


def _verdict(rule: "VerdictRule") -> str:
    heading = f"{rule.sign} {rule.id}: {rule.title}"
    return _page(heading, f"Level: {rule.level}", f"Said when: {rule.said_when}", rule.help)


def _edit(rule: "EditRule", rules: "Rulebook") -> str:
    weight = "can change the meaning" if rule.grave else "does not change the meaning as a rule"
    stance = rules.house.edits.get(rule.id)
    taken = rules.house.stance(rule.id)
    origin = f" ({stance.origin})" if stance else ""
    house = f"House style {rules.house.id}: {taken}{origin}. {_TAKEN[taken]}"
    return _page(f"{rule.id}: {rule.title}", f"An edit that {weight}.", house, rule.help)


def _slip(rule: "SlipRule", rules: "Rulebook") -> str:
    stance = rules.house.edits.get(rule.id)
    taken = "taken as the kind of edit is."
    if stance:
        taken = f"{stance.stance} ({stance.origin}). {_TAKEN[stance.stance]}"
    heading = f"{rule.id}: {rule.title}"
    weight = "An edit that amounts to no more than this."
    return _page(heading, weight, f"House style {rules.house.id}: {taken}", rule.help)


def _remark(rule: "RemarkRule", rules: "Rulebook") -> str:
    stated = rules.house.rules.get(rule.id)
    level = stated.level if stated else rule.level
    told = [f"{rule.id}: {rule.title}", f"A remark beside the verdict; level: {level}"]
    if stated:
        told.append(f"House style {rules.house.id}: {stated.level} ({stated.origin})")
    if stated and rule.counts:
        told.append(f"Limit: {stated.limit} {rule.counts}.")
    return _page(*told, rule.help)


def _page(*paragraphs: str) -> str:
    from textwrap import fill  # noqa: PLC0415

    return "\n\n".join(fill(" ".join(part.split()), WIDTH) for part in paragraphs) + "\n"
