import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provcheck.errors import RuleError
from provcheck.rulebook.agency_files import load_agencies
from provcheck.rulebook.book import load_rulebook

PAGE = Path(__file__).parents[2] / "docs" / "outlets.md"
WIRE = "{id: halden-wire, name: Halden Wire, kind: agency}"


def own(folder: Path, body: str, name: str = "wires.yaml") -> Path:
    file = folder / name
    file.write_text(body, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("{}", id="nothing in it"),
        pytest.param("agencies: []", id="no outlets"),
        pytest.param(f"agencies: [{WIRE}]", id="one with nothing but a name"),
        pytest.param("outlet_words: [Kringkasting]", id="words alone"),
    ],
)
def test_a_file_that_is_right(tmp_path: Path, body: str) -> None:
    shipped = load_agencies().agencies

    assert load_agencies((own(tmp_path, body),)).agencies[: len(shipped)] == shipped


def test_the_file_on_the_page_adds_its_outlet(tmp_path: Path) -> None:
    (body,) = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    agencies = load_agencies((own(tmp_path, body),))
    wire = agencies.by_id("halden-wire")

    assert wire is not None
    assert agencies.named("Haldener Draht") == agencies.named("HW") == wire
    assert agencies.at_host("www.halden-wire.example") == wire
    assert agencies.with_handle("@HaldenWire") == wire
    assert agencies.is_outlet("Halden Kringkasting")
    assert agencies.by_id("reuters") is not None


def test_an_entry_with_a_known_id_takes_its_place(tmp_path: Path) -> None:
    body = "agencies: [{id: reuters, name: Reuters, hosts: [reuters.example], kind: agency}]"
    agencies = load_agencies((own(tmp_path, body),))

    assert agencies.at_host("reuters.com") is None
    assert agencies.at_host("reuters.example") == agencies.named("Reuters")
    assert len(agencies.agencies) == len(load_agencies().agencies)


def test_the_file_named_last_holds(tmp_path: Path) -> None:
    one = own(tmp_path, f"agencies: [{WIRE}]", "one.yaml")
    two = own(tmp_path, "agencies: [{id: hw, name: Halden Wire, kind: newspaper}]", "two.yaml")

    assert [
        agency and agency.id
        for agency in (
            load_agencies((one, two)).named("Halden Wire"),
            load_agencies((two, one)).named("Halden Wire"),
        )
    ] == ["hw", "halden-wire"]


@pytest.mark.parametrize(
    ("body", "place", "remedy"),
    [
        pytest.param("agencies: [}", "line 1", "not valid YAML", id="no YAML"),
        pytest.param("- a", "the whole file", "a mapping of rules is expected", id="a list"),
        pytest.param("outlets: []", "field outlets", "no such field; remove it", id="no such part"),
        pytest.param(f"agencies: {WIRE}", "field agencies", "a list is expected", id="no list"),
        pytest.param("agencies: [Reuters]", "agencies.0", "a mapping", id="a name alone"),
        pytest.param(
            "agencies: [{id: hw, name: HW}]", "agencies.hw.kind", "missing; add it", id="no kind"
        ),
        pytest.param(
            "agencies: [{name: HW, kind: agency}]", "agencies.entry 1.id", "missing", id="no id"
        ),
        pytest.param(
            "agencies: [{id: hw, name: HW, kind: wire}]", "agencies.hw.kind", "'agency'", id="kind"
        ),
        pytest.param(
            "agencies: [{id: hw, name: HW, kind: agency, host: [a.example]}]",
            "agencies.hw.host",
            "no such field",
            id="a slip in a field's name",
        ),
        pytest.param(
            "agencies: [{id: hw, name: HW, kind: agency, hosts: ['https://a.example/x']}]",
            "agencies.hw.hosts.0",
            "without https://",
            id="an address for a host",
        ),
        pytest.param(
            "agencies: [{id: hw, name: HW, kind: agency, signature: '(']}]".replace("']}", "'}"),
            "agencies.hw.signature",
            "no pattern",
            id="a broken pattern",
        ),
        pytest.param(
            f"agencies: [{WIRE}, {WIRE}]", "agencies.halden-wire", "rename one", id="an id twice"
        ),
    ],
)
def test_a_broken_file_is_told_with_entry_field_and_remedy(
    tmp_path: Path, body: str, place: str, remedy: str
) -> None:
    file = own(tmp_path, body)

    with pytest.raises(RuleError) as told:
        load_agencies((file,))

    message = str(told.value)
    assert message.startswith(f"{file}: ")
    assert place in message
    assert remedy in message
    assert "\n" not in message


def test_no_such_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="cannot be read"):
        load_agencies((tmp_path / "none.yaml",))


def test_outlets_of_ones_own_are_counted_among_the_rules(tmp_path: Path) -> None:
    one, two = (own(tmp_path, f"agencies: [{WIRE}]", f"{n}.yaml") for n in "ab")
    empty = own(tmp_path, "{}", "c.yaml")
    digest = load_rulebook(agencies=(one,)).digest

    assert digest == load_rulebook(agencies=(two,)).digest  # what a file is called is no rule
    assert digest != load_rulebook(agencies=(empty,)).digest != load_rulebook().digest


@given(body=st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_bytes_are_taken_or_told(tmp_path: Path, body: bytes) -> None:
    file = tmp_path / "any.yaml"
    file.write_bytes(body)
    with suppress(RuleError):
        load_agencies((file,))
