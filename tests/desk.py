"""A desk with one bad quotation: the article, the speech it quotes, and its claim's id."""

from pathlib import Path

ARTICLE = "“We will close the north pier for the winter,” Ada Brandvold said in a speech.\n"
SPEECH = (
    "Speech by Ada Brandvold\n\n"
    "We will not close the north pier for the winter. The cranes go first.\n"
)
CLAIM = "q-48e8fb877a6f"
CHECKED = ("--sources", "src", "--offline", "--no-store")


def a_desk(folder: Path, name: str = "pier.txt") -> Path:
    """Lay the article and the speech into `folder`, and return the article's path."""
    (folder / "src").mkdir(exist_ok=True)
    (folder / "src" / "speech.txt").write_text(SPEECH)
    article = folder / name
    article.parent.mkdir(parents=True, exist_ok=True)
    article.write_text(ARTICLE)
    return article
