from provcheck.rulebook.scripts import scripts


def test_pairs_of_letters_come_first() -> None:
    lengths = [len(letters) for letters in scripts().letters]

    assert lengths == sorted(lengths, reverse=True)


def test_every_letter_becomes_latin_ones() -> None:
    assert all(latin.isascii() for latin in scripts().letters.values())
    assert {*"абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ"} <= scripts().letters.keys()
    assert {*"αβγδεζηθικλμνξοπρσςτυφχψω"} <= scripts().letters.keys()


def test_folds_end() -> None:
    assert all(len(put) < len(spelling) or len(put) == 1 for spelling, put in scripts().folds)
