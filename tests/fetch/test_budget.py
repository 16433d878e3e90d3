import asyncio

import pytest

from provcheck.fetch.budget import Budget


def test_what_is_spent_is_gone_for_the_next() -> None:
    async def run() -> float:
        budget = Budget(10)
        async with budget.spending():
            await asyncio.sleep(0.05)
        return budget.left

    assert 9.5 < asyncio.run(run()) <= 9.951


def test_the_time_between_is_not_spent() -> None:
    async def run() -> float:
        budget = Budget(1)
        await asyncio.sleep(0.05)
        return budget.left

    assert asyncio.run(run()) == 1


@pytest.mark.parametrize("seconds", [0.05, 0.0, -1.0], ids=["little", "nothing", "overspent"])
def test_more_than_is_left_is_a_timeout(seconds: float) -> None:
    async def run() -> None:
        async with Budget(seconds).spending():
            await asyncio.sleep(5)

    with pytest.raises(TimeoutError):
        asyncio.run(run())
