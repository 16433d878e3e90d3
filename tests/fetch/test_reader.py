import asyncio

import pytest
from building import an_article

from provcheck.fetch.reader import Reader, in_part
from provcheck.model.evidence import Completeness, Found, Mode, Snapshot, Unavailable
from provcheck.rulebook.book import Rulebook
from provcheck.settings import Limits
from provcheck.sources.body import Body

URL = "https://herald.example/pier"
WORDS = "The pier is shut for the winter, and nobody on the quay says why. " * 8
PAGE = f"<html lang=en><title>The pier</title><p>{WORDS}".encode()


def a_place(**known: object) -> Snapshot:
    fields = {
        "url": URL, "final_url": URL, "sha256": "", "text_sha256": "", "media_type": "text/html",
        "mode": Mode.LIVE,
    }  # fmt: skip
    return Snapshot(**{**fields, **known})


def read(
    rules: Rulebook, data: bytes = PAGE, where: Snapshot | None = None, **known: object
) -> Found | Unavailable:
    async def go() -> Found | Unavailable:
        reader = Reader(rules, known.get("limits", Limits()))
        reader.article = known.get("article")
        body = Body(data=data, media_type=str(known.get("kind", "text/html")), name=URL)
        try:
            return await reader.read(body, where or a_place())
        finally:
            await reader.aclose()

    return asyncio.run(go())


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        pytest.param({"limits": Limits(source_bytes=9)}, "larger than a source", id="too large"),
        pytest.param({"kind": "image/png"}, "holds no text", id="no text"),
        pytest.param(
            {"article": an_article("x", path=f"{URL}?utm_source=a")}, "the article itself",
            id="the address of the article",
        ),
    ],
)  # fmt: skip
def test_why_nothing_is_read(rules: Rulebook, known: dict[str, object], reason: str) -> None:
    end = read(rules, **known)

    assert isinstance(end, Unavailable)
    assert end.reason.startswith(f"{URL}: ")
    assert reason in end.reason


def test_the_bytes_of_the_article_are_no_source_of_it(rules: Rulebook) -> None:
    first = read(rules)
    assert isinstance(first, Found)
    article = an_article("x", sha256=first.snapshot.sha256)

    assert isinstance(read(rules, article=article), Unavailable)


def test_a_page_is_read_whole_or_as_what_it_is(rules: Rulebook) -> None:
    whole = read(rules)
    astray = read(rules, where=a_place(final_url="https://herald.example/"))

    assert isinstance(whole, Found)
    assert isinstance(astray, Found)
    assert (whole.completeness, astray.completeness) == (Completeness.WHOLE, Completeness.STUB)
    assert len(whole.snapshot.sha256) == len(whole.snapshot.text_sha256) == 64
    assert in_part(whole).completeness is Completeness.TRUNCATED
    assert in_part(astray) == astray
