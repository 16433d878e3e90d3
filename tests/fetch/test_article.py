import asyncio
from contextlib import aclosing
from pathlib import Path

import pytest
from internet import online, settings
from serving import answer

from provcheck.errors import ArticleError
from provcheck.fetch.article import fetched
from provcheck.fetch.desk import Desk
from provcheck.model.article import Article
from provcheck.rulebook.book import Rulebook
from provcheck.store.given import Given

PAGE = b"<html lang=en><title>The pier</title><p>The pier is shut, and nobody says why."
URL = "https://herald.example/pier"


def got(folder: Path, rules: Rulebook, **known: object) -> Article:
    async def get() -> Article:
        async with aclosing(Desk(Given(), settings(folder, **known), rules)) as desk:
            return await fetched(URL, desk)

    return asyncio.run(get())


def test_an_article_is_fetched_and_found_again_without_a_network(
    tmp_path: Path, rules: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    with online({"herald.example": {"/pier": answer(PAGE)}}, tmp_path, monkeypatch):
        article = got(tmp_path, rules)

    assert (article.path, article.title) == (URL, "The pier")
    assert got(tmp_path, rules, offline=True) == article


@pytest.mark.parametrize("known", [{}, {"offline": True}], ids=["gone", "offline"])
def test_what_cannot_be_fetched_is_a_clear_error(
    tmp_path: Path, rules: Rulebook, monkeypatch: pytest.MonkeyPatch, known: dict[str, object]
) -> None:
    with (
        online({"herald.example": {}}, tmp_path, monkeypatch),
        pytest.raises(ArticleError, match=r"herald\.example/pier: .*; check the address"),
    ):
        got(tmp_path, rules, **known)
