"""What a caller must fix.

ProvcheckError
├── ArticleError     an article that cannot be read: missing, binary, undecodable, without claims
├── RuleError        a file of rules that is broken: names file and field
├── SettingsError    an option, variable or configuration value that is wrong
└── StoreError       a source given by hand, or a store, that is broken: names file, entry, field
"""


class ProvcheckError(Exception):
    """The message is one line: the file, the place, and the remedy."""


class ArticleError(ProvcheckError):
    """An article cannot be read."""


class RuleError(ProvcheckError):
    """A rules file is broken."""


class SettingsError(ProvcheckError):
    """A setting is wrong."""


class StoreError(ProvcheckError):
    """Sources given by hand, or the evidence store, are broken."""
