"""The shape of rules/agencies.yaml: agencies, outlets and institutes that articles cite by name."""

from provcheck.model.value import Value


class Agency(Value):
    """One outlet: the names and handles it goes by, and the hosts that publish it."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    kind: str


class Agencies(Value):
    """All of them."""

    agencies: tuple[Agency, ...]
