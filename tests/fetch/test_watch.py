import asyncio
import threading

from provcheck.fetch.watch import Progress, Waiting, Watch


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


def test_a_stop_after_the_end_of_a_run_is_none() -> None:
    watch = Watch()
    watch.stop()
    asyncio.run(watch.stopped())
    watch.stop()


def test_hosts_are_told_of_while_any_of_their_addresses_is_open() -> None:
    waiting = Waiting()

    assert waiting.begin("a.example") == Progress(done=0, total=1, hosts=("a.example",))
    assert waiting.begin("b.example").hosts == ("a.example", "b.example")
    assert waiting.begin("a.example").total == 3
    assert waiting.end("a.example") == Progress(done=1, total=3, hosts=("a.example", "b.example"))
    assert waiting.end("a.example") == Progress(done=2, total=3, hosts=("b.example",))
    assert waiting.end("b.example") == Progress(done=3, total=3)


def test_a_step_does_not_grow_with_the_hosts() -> None:
    waiting = Waiting()
    steps = [waiting.begin(f"{number}.example") for number in range(50)]

    assert len(steps[-1].hosts) + steps[-1].more == 50
    assert steps[-1].hosts == steps[20].hosts
