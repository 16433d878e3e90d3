import pytest
from pydantic import SecretStr, ValidationError

from provcheck.fetch.keys import key_fields
from provcheck.settings import Key, Settings

SECRET = "s3cr3t-8f2a"  # noqa: S105  (invented, to look for)
KEY = Key(endpoint="https://api.find.example/v1/search", field="X-Token", secret=SecretStr(SECRET))


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("http://api.find.example/v1/search?q=a", id="not sealed"),
        pytest.param("https://api.find.example:8443/v1/search?q=a", id="another port"),
        pytest.param("https://find.example/v1/search?q=a", id="the host above"),
        pytest.param("https://api.find.example.evil.example/v1/search", id="a host below another"),
        pytest.param("https://api.find.example./v1/search", id="the host with a dot"),
        pytest.param("https://api.find.example/robots.txt", id="robots.txt"),
        pytest.param("https://api.find.example/v1/search/", id="another path"),
        pytest.param("https://api.find.example/v1/%2e%2e/other", id="a way round"),
        pytest.param("https://wire.example/?u=https://api.find.example/v1/search", id="a page"),
    ],
)
def test_a_key_is_kept_from(url: str) -> None:
    assert key_fields(url, (KEY,)) == {}


@pytest.mark.parametrize(
    "url",
    ["https://api.find.example/v1/search?q=a", "https://API.find.example:443/v1/search?q=b"],
)
def test_a_key_goes_to_its_endpoint(url: str) -> None:
    assert key_fields(url, (KEY,)) == {"X-Token": SECRET}
    assert key_fields(url, ()) == {}


def test_a_key_is_never_shown() -> None:
    settings = Settings(keys=(KEY,))
    shown = f"{KEY} {KEY!r} {settings!r} {settings.model_dump()} {settings.model_dump_json()}"
    with pytest.raises(ValidationError) as problem:
        Key(endpoint="https://a.example", field="X", secret=[SECRET])  # type: ignore[arg-type]
    with pytest.raises(ValidationError) as unknown:
        Key(endpoint="https://a.example", field="X", sceret=SECRET)  # type: ignore[call-arg]

    assert "find.example" in shown
    assert SECRET not in f"{shown} {problem.value} {unknown.value}"
