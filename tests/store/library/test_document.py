from datetime import date

from provcheck.store.library.document import Document


def a_document(**known: object) -> Document:
    fields = {
        "key": "k", "text_sha256": "t", "url": None, "title": None, "publisher": None,
        "published": None, "lang": "en", "media_type": "text/html", "wire": None, "name": "n",
    }  # fmt: skip
    return Document(**{**fields, **known})


def test_a_later_word_on_a_document_loses_nothing_of_an_earlier_one() -> None:
    by_hand = a_document(
        publisher="Skerry Radio", published=date(2025, 3, 1), title="Old", lang="no"
    )
    fetched = a_document(url="https://skerry-radio.example/a", title="New")

    assert fetched.filled_from(by_hand) == a_document(
        url="https://skerry-radio.example/a",
        title="New",
        publisher="Skerry Radio",
        published=date(2025, 3, 1),
    )
    assert fetched.filled_from(a_document()) == fetched
