"""Many links over many hosts, some of them slow or broken: every link comes to an end.

PROVCHECK_LINKS=1000 asks for the full size: 50 hosts, the limits that users have, about a minute.
"""

import asyncio
import json
import os
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from crowd import Crowd

FULL = int(os.environ.get("PROVCHECK_LINKS", "0")) >= 1000
RUN = """
import json, resource, sys, time
from pathlib import Path
from provcheck import check
from provcheck.settings import Limits, Settings

limits = json.loads(sys.argv[2])
settings = Settings(private=("127.0.1.0/24",), store=Path("store"), limits=Limits(**limits))
began = time.monotonic()
report = check(sys.argv[1], settings)
usage = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({
    "seconds": time.monotonic() - began,
    "mb": [u.ru_maxrss / 1024 for u in usage],
    "verdicts": [[f.claim.cites[0].url, f.verdict, f.message] for f in report.findings],
    "reads": len(report.sources),
}))
"""


@pytest.fixture
def crowd() -> Iterator[Crowd]:
    """Three hosts in five are sound, as in the full size."""
    if FULL:
        kinds = {"good": 30, "slow": 6, "hang": 4, "reset": 4, "drip": 3, "garbage": 3}
        crowd = Crowd(kinds, links=20)
    else:
        kinds = {"good": 6, "slow": 1, "hang": 1, "reset": 1, "drip": 1, "garbage": 0}
        crowd = Crowd(kinds, links=6, slow_seconds=0.3)
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    asyncio.run_coroutine_threadsafe(crowd.start(), loop).result()
    yield crowd
    loop.call_soon_threadsafe(crowd.stop)
    for task in asyncio.all_tasks(loop):
        loop.call_soon_threadsafe(task.cancel)
    time.sleep(0.1)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


def test_every_link_has_an_outcome_and_all_sound_ones_are_fetched(
    crowd: Crowd, tmp_path: Path
) -> None:
    (tmp_path / "quays.html").write_text(crowd.article())
    limits = {} if FULL else {"host_interval": 0.2, "total_seconds": 2, "read_seconds": 1}
    run = subprocess.run(
        [sys.executable, "-c", RUN, "quays.html", json.dumps(limits)],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    told = json.loads(run.stdout)
    kinds = dict(crowd.hosts())
    ends = Counter((kinds[url.split("/")[2].split(":")[0]], v) for url, v, _ in told["verdicts"])
    print(f"\n{len(told['verdicts'])} links: {told['seconds']:.1f} s, {told['mb']} MB\n{ends}")  # noqa: T201

    assert run.stderr == ""
    assert len(told["verdicts"]) == crowd.links * len(kinds) == told["reads"]
    for kind, number in crowd.kinds.items():
        verdict = "verbatim" if kind in {"good", "slow"} else "unavailable"
        assert ends[kind, verdict] == number * crowd.links, kind
    assert all(why for _, verdict, why in told["verdicts"] if verdict == "unavailable")
    interval = limits.get("host_interval", 1.0)
    for host, seen in crowd.seen.items():
        assert seen.most <= 2, host
        gaps = [later - before for before, later in pairwise(seen.starts)]
        # Starts are an interval apart where they are made; on the way here one may be held up.
        assert min(gaps, default=interval) >= interval - 0.1, host
