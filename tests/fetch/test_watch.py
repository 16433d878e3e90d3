import asyncio
import threading

from provcheck.fetch.watch import Progress, Watch


def test_nothing_is_told_by_default() -> None:
    Watch().tell(Progress(done=1, total=2))


def test_waiting_for_a_stop_ends_with_it_from_another_thread() -> None:
    async def run() -> bool:
        watch = Watch()
        threading.Timer(0.05, watch.stop).start()
        await asyncio.wait_for(watch.stopped(), 5)
        return watch.is_stopped

    assert asyncio.run(run())


def test_a_stop_that_came_first_is_not_waited_for() -> None:
    async def run() -> None:
        watch = Watch()
        watch.stop()
        watch.stop()
        await asyncio.wait_for(watch.stopped(), 5)

    asyncio.run(run())


def test_a_run_has_begun_once_it_may_be_stopped() -> None:
    watch = Watch()
    assert not watch.has_begun
    watch.stop()
    asyncio.run(watch.stopped())
    assert watch.has_begun
