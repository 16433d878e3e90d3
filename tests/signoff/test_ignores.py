import pytest
from reporting import a_report, altered, an_article, unavailable, unsourced, verbatim

from provcheck.errors import ArticleError
from provcheck.model.article import Comment, Position
from provcheck.model.finding import Finding, Remark
from provcheck.model.report import Report
from provcheck.model.signoff import Ignore
from provcheck.model.span import Span
from provcheck.model.verdict import Level
from provcheck.rulebook.book import Rulebook
from provcheck.rulebook.houses import Severity, StyleRule
from provcheck.signoff.ignores import UNUSED, ignored

PLACE = Position(line=3, column=7)
ALL = Span(start=0, end=10_000)


def commented(*words: str, covers: Span | None = ALL, of: tuple[Finding, ...] = ()) -> Report:
    """A report on an article with such comments."""
    comments = tuple(Comment(words=each, position=PLACE, covers=covers) for each in words)
    return a_report(*of, article=an_article(comments=comments))


def settled(report: Report) -> list[tuple[str, str]]:
    return [(f.claim.id, ignore.rule) for f in report.findings for ignore in f.ignores]


def test_an_article_without_comments_is_as_it_was(rules: Rulebook) -> None:
    assert ignored(a_report(), rules) == a_report()


@pytest.mark.parametrize(
    ("words", "finding"),
    [
        pytest.param("ignore not-found -- so", altered(), id="another verdict"),
        pytest.param("ignore verbatim -- so", verbatim(), id="a verdict that is no fault"),
        pytest.param("ignore date-conflict -- so", verbatim(), id="a remark that is not there"),
    ],
)
def test_what_settles_nothing_is_told_at_its_place(words, finding, rules: Rulebook) -> None:
    report = ignored(commented(words, of=(finding,)), rules)
    (notice,) = report.notices

    assert settled(report) == []
    assert (notice.rule, notice.level) == (UNUSED, Level.WARNING)
    assert (notice.path, notice.position) == ("ferry.txt", PLACE)
    assert notice.message.startswith(words.removesuffix(" -- so"))


@pytest.mark.parametrize(
    ("covers", "why"),
    [
        pytest.param(None, "no text of the article", id="nothing follows"),
        pytest.param(Span(start=0, end=3), "no claim begins", id="another paragraph"),
        pytest.param(
            Span(start=altered().claim.span.start + 1, end=10_000),
            "no claim begins",
            id="the claim began before",
        ),
    ],
)
def test_a_claim_elsewhere_is_not_settled(covers, why: str, rules: Rulebook) -> None:
    report = ignored(commented("ignore altered -- so", covers=covers, of=(altered(),)), rules)

    assert settled(report) == []
    assert why in report.notices[0].message


def test_a_comment_is_not_idle_where_a_claim_could_not_be_checked(rules: Rulebook) -> None:
    report = ignored(commented("ignore altered -- so", of=(unavailable(), unsourced())), rules)

    assert settled(report) == []
    assert report.notices == ()


def test_a_house_may_set_idle_comments_to_off(rules: Rulebook) -> None:
    off = StyleRule(level=Severity.OFF, origin="test")
    house = rules.house.model_copy(update={"rules": {**rules.house.rules, UNUSED: off}})
    lax = rules.model_copy(update={"house": house})

    assert ignored(commented("ignore spliced -- so"), lax).notices == ()


def test_a_verdict_is_settled_with_reason_and_place(rules: Rulebook) -> None:
    report = ignored(commented("ignore altered -- the desk  knows -- and agreed"), rules)

    assert settled(report) == [("q-ferry", "altered"), ("q-fares", "altered")]
    assert report.findings[0].ignores == (
        Ignore(rule="altered", reason="the desk  knows -- and agreed", position=PLACE),
    )
    assert report.notices == ()
    assert report.findings[0].outstanding is Level.WARNING  # its remark
    assert report.findings[2].outstanding is Level.OK


def test_a_remark_is_settled_alone(rules: Rulebook) -> None:
    report = ignored(commented("ignore date-conflict -- so", of=(altered(),)), rules)

    assert settled(report) == [("q-ferry", "date-conflict")]
    assert report.findings[0].outstanding is Level.ERROR


@pytest.mark.parametrize("words", ["altered, date-conflict", "altered date-conflict"])
def test_several_rules_at_once(words: str, rules: Rulebook) -> None:
    report = ignored(commented(f"ignore {words} -- so", of=(altered(),)), rules)

    assert settled(report) == [("q-ferry", "altered"), ("q-ferry", "date-conflict")]
    assert report.findings[0].outstanding is Level.OK


def test_each_rule_that_settles_nothing_is_told(rules: Rulebook) -> None:
    report = ignored(commented("ignore altered, spliced, not-found -- so", of=(altered(),)), rules)

    assert [notice.message.split(":")[0] for notice in report.notices] == [
        "ignore spliced",
        "ignore not-found",
    ]


def test_a_second_comment_of_the_same_is_idle(rules: Rulebook) -> None:
    report = ignored(commented(*["ignore altered -- so"] * 2, of=(altered(),)), rules)

    assert settled(report) == [("q-ferry", "altered")]
    assert "another comment says so" in report.notices[0].message


def test_a_remark_of_no_weight_is_no_finding(rules: Rulebook) -> None:
    remark = Remark(rule="syndicated", level=Level.OK, message="A copy.")
    finding = verbatim().model_copy(update={"remarks": (remark,)})

    assert settled(ignored(commented("ignore syndicated -- so", of=(finding,)), rules)) == []


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        pytest.param("", "says nothing, or is never closed", id="nothing"),
        pytest.param("foo altered -- so", "foo: no such order; write `<!-- provcheck", id="order"),
        pytest.param("ingore altered -- so", "did you mean ignore?", id="order-misspelt"),
        pytest.param("ignore -- so", "names no verdict or remark", id="no-rule"),
        pytest.param("ignore", "names no verdict or remark", id="nothing-but-the-order"),
        pytest.param("ignore altred -- so", "altred: no such verdict", id="unknown"),
        pytest.param("ignore altred -- so", "did you mean altered?", id="misspelt"),
        pytest.param("ignore xyzzy -- so", "`provcheck explain` lists them", id="far-off"),
        pytest.param("ignore ALTERED -- so", "no such verdict or remark", id="capitals"),
        pytest.param("ignore negation -- so", "negation: is a kind of edit", id="an-edit"),
        pytest.param("ignore altered, zz -- so", "zz: no such verdict", id="second-of-two"),
        pytest.param("ignore altered", "gives no reason", id="no-reason"),
        pytest.param("ignore altered --", "gives no reason", id="empty-reason"),
        pytest.param("ignore altered --so", "no such verdict or remark", id="no-blank"),
        pytest.param("ignore rejected-by-editor -- x", "only `provcheck sign`", id="editor-s"),
        pytest.param("ignore stale-signoff -- x", "only `provcheck sign`", id="stale"),
        pytest.param("ignore orphan-signoff -- x", "is said of no claim", id="orphan"),
        pytest.param("ignore unused-ignore -- x", "is said of no claim", id="itself"),
        pytest.param("ignore baseline-absent -- x", "is said of no claim", id="baseline"),
    ],
)
def test_a_wrong_comment_is_refused_with_place_and_remedy(words, fault, rules: Rulebook) -> None:
    with pytest.raises(ArticleError) as problem:
        ignored(commented(words), rules)

    message = str(problem.value)
    assert message.startswith("ferry.txt:3:7: comment to provcheck: ")
    assert fault in message
    assert "\n" not in message


def test_every_other_verdict_and_remark_may_be_ignored(rules: Rulebook) -> None:
    words = rules.verdicts
    refused = []
    for rule in (*words.verdicts, *words.remarks):
        try:
            ignored(commented(f"ignore {rule.id} -- so", of=(verbatim(),)), rules)
        except ArticleError:
            refused.append(rule.id)
    assert refused == [
        "stale-signoff",
        "rejected-by-editor",
        "orphan-signoff",
        "unused-ignore",
        "baseline-absent",
    ]
