"""What `provcheck store verify` does with a bundle that was handed on."""

from pathlib import Path

import typer

from provcheck.cli.exits import Exit


def verify_bundle(bundle: Path, certificates: Path | None) -> None:
    """Print what is wrong with the bundle and its timestamps, or how much is sound.

    Raises typer.Exit when something is wrong, StoreError when it is no folder or its records cannot
    be trusted.
    """
    from provcheck.cli.output import emit  # noqa: PLC0415  (heavy from here on; not for --help)
    from provcheck.cli.stamps import of_proofs  # noqa: PLC0415
    from provcheck.errors import StoreError  # noqa: PLC0415
    from provcheck.report.visible import one_line  # noqa: PLC0415
    from provcheck.store.bundle.check import bundle_faults  # noqa: PLC0415
    from provcheck.store.bundle.read import read_bundle  # noqa: PLC0415
    from provcheck.store.objects import Objects  # noqa: PLC0415

    if not bundle.is_dir():
        message = f"{bundle}: no folder; name one that `provcheck store export` wrote"
        raise StoreError(message)
    found = read_bundle(bundle)
    faults = bundle_faults(found)
    emit("".join(f"{one_line(fault)}\n" for fault in faults))
    told, proved = of_proofs(found.records, Objects(bundle), certificates)
    if not faults:
        head = f"{found.card.head.seq} records up to {found.card.head.link}"
        emit(one_line(f"{len(found.records)} of {head}: all sound") + "\n")
    emit(told)
    if faults or not proved:
        raise typer.Exit(Exit.FINDINGS)
