from provcheck.model.verdict import Level


def test_levels_rank_from_ok_to_error() -> None:
    assert [level.rank for level in (Level.OK, Level.NOTE, Level.WARNING, Level.ERROR)] == [
        0,
        1,
        2,
        3,
    ]
