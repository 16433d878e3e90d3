import pytest

from provcheck.model.post import PostFacts


@pytest.mark.parametrize(
    ("author", "handle", "signature"),
    [
        ("Ada Brandvold", "ada", "Ada Brandvold (@ada)"),
        ("Ada Brandvold", None, "Ada Brandvold"),
        (None, "ada", "@ada"),
        (None, None, ""),
    ],
)
def test_signature(author: str | None, handle: str | None, signature: str) -> None:
    facts = PostFacts(platform="X", url="u", author=author, handle=handle, witness="w")

    assert facts.signature == signature
