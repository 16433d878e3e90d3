"""The shape of rules/places.yaml: countries with the adjectives made of them."""

from provcheck.model.value import Value


class Places(Value):
    """Country to adjectives: "Ukraine" to "Ukrainian"."""

    demonyms: dict[str, tuple[str, ...]]
