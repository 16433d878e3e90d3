import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from discoursing import RULES

from provcheck.fetch.jobs import LENGTH, Answer, Start
from provcheck.fetch.quoting import read_quoting
from provcheck.settings import Limits
from provcheck.sources.body import Body

PAGE = Body(
    data="<p>“The pier is shut until the spring,” Ada Brandvold said.</p>".encode(), name="a.html"
)
Worker = subprocess.Popen[bytes]


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    command = [sys.executable, "-P", "-m", "provcheck.fetch.worker"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        send(process, Start(rules=RULES, limits=Limits()).model_dump_json().encode())
        assert received(process) == b""
        yield process
        process.kill()


def send(process: Worker, message: bytes) -> None:
    process.stdin.write(LENGTH.pack(len(message)) + message)
    process.stdin.flush()


def received(process: Worker) -> bytes:
    (length,) = LENGTH.unpack(process.stdout.read(LENGTH.size))
    return process.stdout.read(length)


def asked(process: Worker, body: Body) -> Answer:
    head = body.model_dump(mode="json", exclude={"data"})
    send(process, json.dumps(head).encode())
    send(process, body.data)
    return Answer.model_validate_json(received(process))


def test_reads_one_source_after_another_as_we_would(worker: Worker) -> None:
    text, completeness = read_quoting(PAGE, RULES)
    for _ in range(2):
        answer = asked(worker, PAGE)

        assert (answer.text, answer.completeness, answer.why) == (text, completeness, "")


@pytest.mark.parametrize(
    ("body", "why"),
    [
        pytest.param(Body(data=b"", name="a.txt"), "the file holds no words", id="empty"),
        pytest.param(
            Body(data=b"x", name="a.png", media_type="image/png"),
            "a file of type image/png holds no text that can be read",
            id="no text",
        ),
    ],
)
def test_says_why_a_source_cannot_be_read(worker: Worker, body: Body, why: str) -> None:
    assert asked(worker, body) == Answer(why=why)


def test_a_file_name_of_any_bytes_is_taken(worker: Worker) -> None:
    named = PAGE.model_copy(update={"name": "caf\udce9.html"})

    assert asked(worker, named) == asked(worker, PAGE)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells and limits it")
@pytest.mark.parametrize(
    ("limit", "most"),
    [("Max core file size", 0), ("Max file size", 0), ("Max data size", Limits().reading_bytes)],
)
def test_is_held_within_limits(worker: Worker, limit: str, most: int) -> None:
    lines = Path(f"/proc/{worker.pid}/limits").read_text().splitlines()
    (line,) = (line for line in lines if line.startswith(limit))

    assert int(line.removeprefix(limit).split()[0]) <= most


def test_ends_when_nothing_more_comes() -> None:
    command = [sys.executable, "-P", "-m", "provcheck.fetch.worker"]
    start = Start(rules=RULES, limits=Limits()).model_dump_json().encode()
    run = subprocess.run(
        command, input=LENGTH.pack(len(start)) + start, capture_output=True, check=False
    )

    assert (run.returncode, run.stdout) == (0, LENGTH.pack(0))
