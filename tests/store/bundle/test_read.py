import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from bundling import HARBOUR, HARBOUR_SEQ, SALT, SALT_SEQ, TRANSCRIPT, name_of, redacted, two_runs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from storing import NOON

from provcheck.errors import StoreError
from provcheck.store.bundle.read import flaw_of, is_bundle, read_bundle
from provcheck.store.bundle.shape import left_out
from provcheck.store.bundle.write import write_bundle
from provcheck.store.chain import line, link_of, unline
from provcheck.store.evidence import Store
from provcheck.store.record import Run

NAME = "0" * 64
Damage = Callable[[Path], object]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return two_runs(tmp_path / "store")


@pytest.fixture
def bundle(store: Store, tmp_path: Path) -> Path:
    write_bundle(store, tmp_path / "bundle")
    return tmp_path / "bundle"


def test_an_ordinary_folder_is_no_bundle(tmp_path: Path) -> None:
    assert not is_bundle(tmp_path)
    (tmp_path / "bundle.json").write_text('{"name": "some package of a site"}')
    assert not is_bundle(tmp_path)
    (tmp_path / "objects").mkdir()
    assert not is_bundle(tmp_path)


def test_a_bundle_is_one_also_when_it_is_damaged(bundle: Path) -> None:
    assert is_bundle(bundle)
    (bundle / "ledger.jsonl").rename(bundle / "gone")
    assert is_bundle(bundle)
    (bundle / "gone").rename(bundle / "ledger.jsonl")
    (bundle / "bundle.json").write_text("{}")
    assert is_bundle(bundle)


def test_a_store_given_as_a_source_is_told(store: Store) -> None:
    with pytest.raises(StoreError, match="name a store with --store"):
        is_bundle(store.root)


def test_all_records_come_back(store: Store, bundle: Path) -> None:
    found = read_bundle(bundle)

    assert found.records == tuple(store.ledger.chained())
    assert [run.article for run in found.runs] == ["harbour.txt", "salt.txt"]


def test_records_of_one_run_come_back(store: Store, tmp_path: Path) -> None:
    write_bundle(store, tmp_path / "one", (SALT_SEQ,))

    assert [said.seq for said in read_bundle(tmp_path / "one").records] == [1, 2, 6, 7]


@pytest.mark.parametrize(
    ("article", "name"),
    [
        pytest.param(SALT, "salt.txt", id="by its bytes"),
        pytest.param("harbour.txt", "harbour.txt", id="by its name"),
        pytest.param("f" * 64, None, id="unknown"),
        pytest.param(None, None, id="none"),
    ],
)
def test_the_run_on_an_article_is_found(
    bundle: Path, article: str | None, name: str | None
) -> None:
    run = read_bundle(bundle).run_on(article)

    assert (run.article if run else None) == name


def test_of_several_runs_the_last_counts(store: Store, tmp_path: Path) -> None:
    store.note(Run(article="x", article_sha256=HARBOUR, tool="0"))
    write_bundle(store, tmp_path / "bundle")

    found = read_bundle(tmp_path / "bundle").run_on(HARBOUR)

    assert found
    assert found.article == "x"


def test_given_sources_keep_their_order_and_keys(bundle: Path) -> None:
    found = read_bundle(bundle)

    placed = list(found.given(found.run_on(HARBOUR)))

    speech = bundle / "given" / "0001-speech.txt"
    assert [(p.key, p.path) for p in placed] == [
        ("deep/speech.txt", speech),
        ("https://t.example/s", None),
        ("../odd name?.txt", speech),
    ]
    assert placed[0].entry.publisher == "Ada"
    assert [p.key for p in found.given(None)][-1] == "notes.txt"


def test_what_was_given_and_redacted_is_not_there(store: Store, tmp_path: Path) -> None:
    redacted(store, TRANSCRIPT)
    write_bundle(store, tmp_path / "bundle", (HARBOUR_SEQ,))

    assert [p.key for p in read_bundle(tmp_path / "bundle").given(None)] == ["https://t.example/s"]


def edited(name: str, change: Callable[[bytes], bytes]) -> Damage:
    return lambda root: (root / name).write_bytes(change((root / name).read_bytes()))


def card(**fields: object) -> Damage:
    return edited("bundle.json", lambda b: json.dumps({**json.loads(b), **fields}).encode())


def without(number: int) -> Callable[[bytes], bytes]:
    return lambda b: b"".join(
        x for i, x in enumerate(b.splitlines(keepends=True), 1) if i != number
    )


def forged(data: bytes) -> bytes:
    """Record 3 with other words and a link that belongs to them; record 4 is left as it is."""
    lines = data.splitlines(keepends=True)
    old = unline(lines[2][:-1])
    assert old
    body = old.body.replace("pier", "Pier")
    new = {"seq": 3, "body": body, "prev": old.prev, "link": link_of(3, body, old.prev)}
    lines[2] = line(old.model_copy(update=new))
    return b"".join(lines)


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        pytest.param(edited("bundle.json", lambda _: b"{"), r"bundle.json: field", id="no JSON"),
        pytest.param(edited("bundle.json", lambda _: b"[]"), r"bundle.json: field", id="a list"),
        pytest.param(card(records="many"), "field records", id="a wrong type"),
        pytest.param(card(extra=1), "field extra", id="an unknown field"),
        pytest.param(card(version=2), "written by a newer provcheck", id="a newer version"),
        pytest.param(card(records=6), "records are missing", id="another count"),
        pytest.param(card(left_out=[]), None, id="nothing left out, as it is"),
        pytest.param(card(left_out=[{"first": 9, "last": 9}]), "are missing", id="a false stretch"),
        pytest.param(card(head={"seq": 7, "link": NAME}), "its last link", id="another head"),
        pytest.param(card(head={"seq": 9, "link": NAME}), "are missing", id="a later head"),
        pytest.param(edited("ledger.jsonl", without(7)), "are missing", id="last line gone"),
        pytest.param(edited("ledger.jsonl", without(3)), "are missing", id="a line gone"),
        pytest.param(
            edited("ledger.jsonl", lambda b: b + b.splitlines(keepends=True)[0]),
            "line 8",
            id="one twice",
        ),
        pytest.param(
            edited("ledger.jsonl", lambda b: b.replace(b"Found", b"Fount")), "line 4", id="a word"
        ),
        pytest.param(edited("ledger.jsonl", lambda b: b[:-1]), "line 7 is damaged", id="cut"),
        pytest.param(edited("ledger.jsonl", forged), "line 4 does not follow", id="forged"),
        pytest.param(lambda r: (r / "ledger.jsonl").unlink(), "ledger.jsonl", id="no ledger"),
        pytest.param(
            lambda r: ((r / "bundle.json").unlink(), (r / "bundle.json").mkdir()),
            "bundle.json: cannot be read",
            id="a folder in the place of a file",
        ),
    ],
)
def test_what_is_not_as_it_was_written_is_told_in_one_line(
    bundle: Path, damage: Damage, told: str | None
) -> None:
    damage(bundle)
    if told is None:
        read_bundle(bundle)
        return
    with pytest.raises(StoreError, match=told) as problem:
        read_bundle(bundle)

    assert "\n" not in str(problem.value)
    assert str(bundle) in str(problem.value)
    assert "take the bundle anew" in str(problem.value) or "update" in str(problem.value)


def test_a_record_of_an_unknown_kind_is_of_a_newer_program(bundle: Path) -> None:
    body = '{"kind":"omen"}'
    held = {"seq": 1, "body": body, "prev": NAME, "link": link_of(1, body, NAME)}
    old = unline((bundle / "ledger.jsonl").read_bytes().splitlines()[0])
    assert old
    (bundle / "ledger.jsonl").write_bytes(line(old.model_copy(update=held)))

    with pytest.raises(StoreError, match="line 1 is of a kind that is not known here; update"):
        read_bundle(bundle)


def test_a_time_without_a_zone_is_refused(bundle: Path) -> None:
    first = (bundle / "ledger.jsonl").read_bytes().splitlines()[0]
    old = unline(first)
    assert old
    body = old.body.replace(f"{NOON:%Y-%m-%dT%H:%M:%S}Z", f"{NOON:%Y-%m-%dT%H:%M:%S}")
    held = {"body": body, "link": link_of(1, body, old.prev)}
    (bundle / "ledger.jsonl").write_bytes(line(old.model_copy(update=held)))

    with pytest.raises(StoreError, match="line 1, field fetched_at: a time without a zone"):
        read_bundle(bundle)


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        pytest.param(
            edited("given/0001-speech.txt", lambda b: b.swapcase()), "damaged", id="changed"
        ),
        pytest.param(
            lambda r: (r / "given" / "0001-speech.txt").unlink(), "cannot be read", id="gone"
        ),
        pytest.param(
            card(given=[{"file": "../ledger.jsonl", "sha256": name_of(TRANSCRIPT)}]),
            "lies elsewhere",
            id="leads out of its folder",
        ),
        pytest.param(
            card(given=[{"file": "/etc/hostname", "sha256": name_of(TRANSCRIPT)}]),
            "lies elsewhere",
            id="an absolute path",
        ),
        pytest.param(
            card(given=[{"file": "a\0b", "sha256": name_of(TRANSCRIPT)}]),
            "cannot be read",
            id="a name that no file has",
        ),
    ],
)
def test_a_given_file_that_is_not_as_it_was_is_told(
    bundle: Path, damage: Damage, told: str
) -> None:
    damage(bundle)
    found = read_bundle(bundle)

    with pytest.raises(StoreError, match=told):
        list(found.given(None))


def test_a_link_in_the_place_of_a_file_is_not_followed(bundle: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").write_bytes(TRANSCRIPT)
    (bundle / "given" / "0001-speech.txt").unlink()
    (bundle / "given" / "0001-speech.txt").symlink_to(tmp_path / "outside")

    with pytest.raises(StoreError, match="cannot be read"):
        list(read_bundle(bundle).given(None))


def test_a_link_in_the_place_of_the_folder_is_not_followed(bundle: Path, tmp_path: Path) -> None:
    (bundle / "given").rename(tmp_path / "outside")
    (bundle / "given").symlink_to(tmp_path / "outside")

    with pytest.raises(StoreError, match="lies elsewhere"):
        list(read_bundle(bundle).given(None))


def test_a_flaw_of_a_file_is_one_clause(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")

    assert flaw_of(tmp_path / "a", name_of(b"x")) is None
    assert flaw_of(tmp_path / "a", NAME) == "damaged"
    assert flaw_of(tmp_path / "b", NAME) == "cannot be read (No such file or directory)"


QUIET = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=120)


@given(name=st.sampled_from(["bundle.json", "ledger.jsonl"]), data=st.data())
@QUIET
def test_any_flipped_bit_is_read_as_before_or_told(
    bundle: Path, name: str, data: st.DataObject
) -> None:
    """JSON can be written in several ways, and the wording of one is no evidence."""
    sound = (bundle / name).read_bytes()
    before = read_bundle(bundle)
    at = data.draw(st.integers(0, len(sound) - 1))
    flipped = sound[at] ^ (1 << data.draw(st.integers(0, 7)))
    try:
        (bundle / name).write_bytes(sound[:at] + bytes([flipped]) + sound[at + 1 :])
        after = read_bundle(bundle)
        assert after.records == before.records
    except StoreError as problem:
        assert "\n" not in str(problem)  # noqa: PT017
    finally:
        (bundle / name).write_bytes(sound)


@given(name=st.sampled_from(["bundle.json", "ledger.jsonl"]), content=st.binary(max_size=200))
@QUIET
def test_any_bytes_are_refused_in_one_line(bundle: Path, name: str, content: bytes) -> None:
    broken = bundle.parent / "broken"
    shutil.copytree(bundle, broken, dirs_exist_ok=True)
    (broken / name).write_bytes(content)

    with pytest.raises(StoreError) as problem:
        list(read_bundle(broken).given(None))
    assert "\n" not in str(problem.value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@given(
    field=st.sampled_from(["head", "records", "left_out", "given", "missing", "version"]),
    value=JSON,
)
@QUIET
def test_any_card_is_read_or_refused_in_one_line(bundle: Path, field: str, value: object) -> None:
    sound = (bundle / "bundle.json").read_bytes()
    try:
        card(**{field: value})(bundle)
        list(read_bundle(bundle).given(None))
    except StoreError as problem:
        assert "\n" not in str(problem)  # noqa: PT017
    finally:
        (bundle / "bundle.json").write_bytes(sound)


def test_what_is_left_out_is_as_it_is_written() -> None:
    assert left_out((1, 2), 2) == ()
