"""What every reader is told of the file it reads."""

from provcheck.language.detect import language_of
from provcheck.model.value import Value
from provcheck.rulebook.pages import page_rules
from provcheck.settings import Settings

_DEFAULT = "en"


class Origin(Value):
    """The path as the caller gave it, the hash of the bytes, and what settings override.

    `url` and `charset` are what a server said of an article that was fetched.
    """

    path: str
    sha256: str
    settings: Settings
    url: str | None = None
    charset: str | None = None

    def told(self, text: str, lang: str | None = None) -> dict[str, str]:
        """Return path, hash and language; `lang` is what the file says of its language."""
        said = self.settings.lang or lang or language_of(text, page_rules()) or _DEFAULT
        return {"path": self.path, "sha256": self.sha256, "lang": said}
