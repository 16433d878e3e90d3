"""The token that X's embed service wants beside a post's id."""

from math import floor, inf, nextafter, pi

_BASE = 36
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_SMALLEST = nextafter(0.0, inf)


def token(post_id: str) -> str:
    """Return the token for the post with this id (digits, 25 at the most).

    It is id / 10^15 * π as a double, written in base 36 without zeros and point [vercel/react-tweet
    packages/react-tweet/src/api/fetch-tweet.ts], with the digits that JavaScript's
    Number.toString(36) gives: as few as tell the double from its neighbours.
    """
    value = int(post_id) / 1e15 * pi
    whole, part = floor(value), value - floor(value)
    digits, carried = _fraction(part, max(0.5 * (nextafter(value, inf) - value), _SMALLEST))
    return (_integer(whole + carried) + digits).replace("0", "")


def _fraction(part: float, delta: float) -> tuple[str, int]:
    """Return the digits of a fraction down to `delta`, and what rounding carries beyond them."""
    digits: list[int] = []
    while part >= delta:
        part *= _BASE
        delta *= _BASE
        digits.append(int(part))
        part -= digits[-1]
        above = part > 0.5 or (part == 0.5 and digits[-1] % 2 == 1)  # noqa: PLR2004  (half a digit)
        if above and part + delta > 1:
            return _rounded_up(digits)
    return _written(digits), 0


def _rounded_up(digits: list[int]) -> tuple[str, int]:
    while digits:
        last = digits.pop() + 1
        if last < _BASE:
            return _written([*digits, last]), 0
    return "", 1


def _integer(number: int) -> str:
    digits: list[int] = []
    while number:
        number, last = divmod(number, _BASE)
        digits.append(last)
    return _written(digits[::-1])


def _written(digits: list[int]) -> str:
    return "".join(_DIGITS[digit] for digit in digits)
