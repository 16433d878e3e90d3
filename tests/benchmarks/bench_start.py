"""How soon `provcheck --help` answers, less the start of the interpreter; nothing asserted."""

import subprocess
import sys
import time

RUNS = 15


def best(*command: str) -> float:
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        subprocess.run([sys.executable, *command], capture_output=True, check=True)
        times.append(time.perf_counter() - started)
    return min(times)


def test_help() -> None:
    took = best("-m", "provcheck.cli.main", "--help") - best("-c", "pass")
    print(f"\n== provcheck --help: {took:.3f} s of a budget of 0.15 s, best of {RUNS}")
