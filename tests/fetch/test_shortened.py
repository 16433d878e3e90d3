import pytest
from hypothesis import given
from hypothesis import strategies as st

from provcheck.fetch.answer import Answer
from provcheck.fetch.shortened import leads_to

TARGET = "https://halvik-port.example/grain?a=1&b=2"
ESCAPED, SCRIPT = TARGET.replace("&", "&amp;"), TARGET.replace("/", r"\/")
OLD = (
    f'<noscript><META http-equiv="refresh" content="0;URL={ESCAPED}"></noscript>'
    f"<title>{ESCAPED}</title></head><script>window.opener = null; "
    f'location.replace("{SCRIPT}")</script>'
)


def shown(page: str | bytes, status: int = 200) -> Answer:
    body = page if isinstance(page, bytes) else page.encode()
    return Answer(url="https://t.co/AbC", status=status, body=body)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("", id="nothing"),
        pytest.param("<title>Grain at Halvik</title><p>words", id="a page with a title"),
        pytest.param("<title>/grain</title>", id="no whole address"),
        pytest.param("<title>javascript:alert(1)</title>", id="no web address"),
        pytest.param("<title>https://a.example/ and more</title>", id="an address among words"),
        pytest.param(f"<title>https://a.example/{'a' * 5000}</title>", id="one without end"),
        pytest.param('<script>location.replace("\\x")</script>', id="a broken script"),
        pytest.param("<meta http-equiv=refresh content=5>", id="a page that only reloads"),
        pytest.param(" " * 20_000 + f"<title>{TARGET}</title>", id="far below"),
    ],
)
def test_leads_nowhere(page: str) -> None:
    assert leads_to(shown(page)) is None


def test_an_error_leads_nowhere() -> None:
    assert leads_to(shown(OLD, status=404)) is None


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(f"<head>{OLD}", id="with a head"),
        pytest.param(OLD, id="without"),
        pytest.param(
            f"<meta http-equiv='refresh' content='0; url={ESCAPED}'>", id="in single marks"
        ),
        pytest.param(f"<title>{ESCAPED}</title>", id="a title alone"),
        pytest.param(f'<script>location.replace("{SCRIPT}")</script>', id="a script alone"),
        pytest.param(f"<script>location.replace('{SCRIPT}')</script>", id="its single marks"),
        pytest.param(
            '<meta http-equiv="refresh" content="0;URL=about:blank">' + f"<title>{ESCAPED}</title>",
            id="a refresh that leads nowhere",
        ),
    ],
)
def test_where_a_page_leads(page: str) -> None:
    assert leads_to(shown(page)) == TARGET


@given(st.binary(max_size=200), st.text(st.sampled_from("<>\"'\\/;:=metalocation.(u"), max_size=80))
def test_any_page_leads_to_a_web_address_or_nowhere(data: bytes, text: str) -> None:
    for page in (data, text, f"{OLD[:30]}{text}", f"<script>location.replace('{text}')"):
        found = leads_to(shown(page))
        assert found is None or found.startswith("http")
