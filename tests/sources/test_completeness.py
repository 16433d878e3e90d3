import pytest
from sources.files import FILLER

from provcheck.model.evidence import Completeness
from provcheck.rulebook.pages import page_rules
from provcheck.sources.completeness import Seen, judged

RULES = page_rules()
LONG = (FILLER,) * 20


def seen(*blocks: str, **known: object) -> Seen:
    visible = "\n".join(blocks)
    fields = {"blocks": blocks, "visible": visible, "words": len(visible.split()), **known}
    return Seen(**fields)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(seen(FILLER), id="a-short-page"),
        pytest.param(seen("The bridge stays closed."[:-1] + " for good."), id="one-sentence"),
        pytest.param(seen(*LONG), id="a-long-page"),
        pytest.param(seen(FILLER, visible=FILLER + "Subscribe to read"), id="navigation"),
        pytest.param(seen(*LONG, "Already a subscriber? Sign in."), id="offer-below-an-article"),
        pytest.param(seen("Subscribe to read our letter.", *[FILLER] * 5), id="offer-above"),
        pytest.param(seen(FILLER, heads=("404 days without a bridge",)), id="a-number-in-a-title"),
        pytest.param(seen(*LONG, heads=("Not found",)), id="an-article-of-that-title"),
        pytest.param(seen(FILLER, FILLER, "Are you a robot? he asked."), id="robots-in-an-article"),
        pytest.param(seen(*LONG, free=False, counted=600), id="not-free-but-all-there"),
        pytest.param(seen(*LONG, counted=900), id="counted-otherwise"),
        pytest.param(seen(FILLER, free=True, tier="free"), id="free"),
        pytest.param(seen(FILLER * 2, mounts=True), id="scripts-on-a-page-with-text"),
        pytest.param(seen(FILLER, url="https://lund.example/login/bridge"), id="login-in-a-path"),
        pytest.param(seen(FILLER, url="http://[bad"), id="a-broken-address"),
    ],
)
def test_is_whole(page: Seen) -> None:
    reading = judged(page, RULES)
    assert (reading.completeness, reading.why) == (Completeness.WHOLE, "")


@pytest.mark.parametrize(
    ("page", "completeness"),
    [
        pytest.param(seen(FILLER, sound=False), Completeness.WRONG_CHARSET, id="charset"),
        pytest.param(seen(*LONG, cut=True), Completeness.TRUNCATED, id="cut"),
        pytest.param(seen(FILLER, counted=300), Completeness.TRUNCATED, id="most-words-missing"),
        pytest.param(seen(FILLER, free=False), Completeness.GATED, id="not-free"),
        pytest.param(seen(FILLER, tier="locked"), Completeness.GATED, id="locked"),
        pytest.param(
            seen(FILLER, "Subscribe to read the rest."), Completeness.GATED, id="gate-at-the-end"
        ),
        pytest.param(
            seen(FILLER, url="https://consent.yahoo.com/v2/x"), Completeness.GATED, id="consent"
        ),
        pytest.param(
            seen(FILLER, url="https://lund.example/login"), Completeness.GATED, id="login"
        ),
        pytest.param(
            seen("Sorry, try the search.", heads=("Page not found | Wire",)),
            Completeness.STUB,
            id="soft-404",
        ),
        pytest.param(
            seen("Verify you are human.", heads=("Just a moment...",)),
            Completeness.STUB,
            id="robots",
        ),
        pytest.param(seen("Loading"), Completeness.STUB, id="next-to-nothing"),
        pytest.param(seen(""), Completeness.STUB, id="nothing"),
        pytest.param(
            seen("Please enable JavaScript to use this site."),
            Completeness.SCRIPT_ONLY,
            id="notice",
        ),
        pytest.param(seen("Loading", mounts=True), Completeness.SCRIPT_ONLY, id="empty-mount"),
    ],
)
def test_is_not_whole(page: Seen, completeness: Completeness) -> None:
    reading = judged(page, RULES)
    assert reading.completeness == completeness
    assert reading.why
