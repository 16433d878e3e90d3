import pytest
from ci_reports import HIDDEN, OPEN, SETTLED, YOUNGER, a_notice, everything, known, remarked
from commands_of_github import Command, commands
from hostile import TOKEN, a_report_of, payloads, ruled
from hypothesis import given, settings
from hypothesis import strategies as st
from reporting import a_report, altered, an_article, unavailable, unsourced, verbatim

from provcheck.model.report import Report
from provcheck.model.span import Span
from provcheck.model.verdict import Level
from provcheck.report.github import MOST, render
from provcheck.report.visible import visible
from provcheck.rulebook.book import Rulebook, load_rulebook

COLUMNS = {"col", "endColumn"}


def annotations(*reports: Report, rules: Rulebook) -> list[Command]:
    """The commands of an output in which every line is one."""
    text = render(reports, rules)
    found = commands(text)
    assert len(found) == len([line for line in text.split("\n") if line])
    return found


@pytest.mark.parametrize("name", sorted(SETTLED))
def test_what_is_settled_or_right_commands_nothing(name: str, rules: Rulebook) -> None:
    assert render((a_report(SETTLED[name]),), rules) == "\n"


@pytest.mark.parametrize("name", sorted(OPEN))
def test_a_finding_that_is_open_is_exactly_one_command(name: str, rules: Rulebook) -> None:
    assert len(annotations(a_report(OPEN[name]), rules=rules)) == 1


def test_a_whole_command(rules: Rulebook) -> None:
    assert render((a_report(altered()),), rules) == (
        "::error file=ferry.txt,line=2,endLine=2,col=35,endColumn=77,"
        "title=altered%3A words changed::ferry.txt:2:35: "
        "altered: The source has “may” where the article has “will”.%0A"
        "date-conflict: The minutes are of 13 March.%0A"
        "Ines Falk: “We will open the new ferry line in spring.”\n"
    )


def test_a_quotation_over_several_lines_has_no_columns(rules: Rulebook) -> None:
    finding = altered()
    span = Span(start=finding.claim.span.start, end=finding.claim.span.end + 30)
    claim = finding.claim.model_copy(update={"span": span})
    (command,) = annotations(a_report(finding.model_copy(update={"claim": claim})), rules=rules)

    assert command.properties["line"] == "2"
    assert command.properties["endLine"] == "3"
    assert not COLUMNS & set(command.properties)
    assert command.data.startswith("ferry.txt:2:35: ")


def test_the_title_is_that_of_the_gravest_and_only_what_is_open_is_told(rules: Rulebook) -> None:
    (command,) = annotations(a_report(OPEN["verdict-ignored-remark-not"]), rules=rules)

    assert command.name == "warning"
    assert command.properties["title"].startswith("date-conflict: ")
    assert "altered" not in command.data


def test_the_gravest_come_first(rules: Rulebook) -> None:
    report = a_report(unsourced(), unavailable(), altered(), notices=(a_notice(),))

    assert [command.name for command in annotations(report, rules=rules)] == [
        "error",
        "warning",
        "warning",
        "notice",
    ]


def test_a_notice_stands_in_its_own_file(rules: Rulebook) -> None:
    *_, command = annotations(a_report(known(altered()), notices=(a_notice(),)), rules=rules)

    assert command.properties["file"] == "ferry.provcheck.toml"
    assert command.properties["line"] == "7"


def many(errors: int, warnings: int, notes: int) -> Report:
    soft = remarked(verbatim(), YOUNGER)
    return a_report(
        *[soft] * notes, *[remarked(verbatim(), HIDDEN)] * warnings, *[altered()] * errors
    )


@pytest.mark.parametrize("counts", [(1, 0, 0), (10, 10, 10), (0, 10, 3)])
def test_up_to_ten_of_a_kind_all_are_shown(counts: tuple, rules: Rulebook) -> None:
    assert len(annotations(many(*counts), rules=rules)) == sum(counts)


@pytest.mark.parametrize(
    ("counts", "shown", "told"),
    [
        ((11, 0, 0), {"error": 10, "notice": 1}, "1 error more"),
        (
            (12, 13, 14),
            {"error": 10, "warning": 10, "notice": 10},
            "2 errors, 3 warnings, 5 notices more",
        ),
        ((0, 11, 10), {"warning": 10, "notice": 10}, "1 warning, 1 notice more"),
    ],
)
def test_beyond_ten_the_rest_is_counted_in_a_last_one(
    counts: tuple, shown: dict, told: str, rules: Rulebook
) -> None:
    found = annotations(many(*counts), rules=rules)
    names = [command.name for command in found]

    assert {name: names.count(name) for name in dict.fromkeys(names)} == shown
    assert found[-1].name == "notice"
    assert found[-1].data.startswith(told)
    assert max(shown.values()) <= MOST


def test_the_limits_are_those_of_a_step_not_of_an_article(rules: Rulebook) -> None:
    other = many(9, 0, 0).model_copy(update={"article": an_article(path="second.txt")})
    found = annotations(many(9, 0, 0), other, rules=rules)

    assert [command.name for command in found].count("error") == 10


@pytest.mark.parametrize(
    "path", ["50%, of: all.txt", "a,line=9::x.txt", "new\nline.txt", "ä 😀.txt", "b%0Ac.txt"]
)
def test_any_path_comes_back_whole(path: str, rules: Rulebook) -> None:
    (command,) = annotations(a_report(altered(), article=an_article(path=path)), rules=rules)

    assert command.properties["file"] == path
    assert command.properties["line"] == "2"


def test_the_path_in_the_repository_comes_first(rules: Rulebook) -> None:
    (command,) = annotations(a_report(altered(), file="./news/ferry.txt"), rules=rules)

    assert command.properties["file"] == "news/ferry.txt"


@pytest.mark.parametrize("payload", payloads(), ids=repr)
def test_hostile_words_command_nothing(payload: str, rules: Rulebook) -> None:
    text = render((a_report_of(payload),), rules)
    found = annotations(a_report_of(payload), rules=rules)

    assert "##[" not in text
    assert [c.name for c in found] == [c.name for c in annotations(a_report_of(TOKEN), rules=rules)]
    for command in found:
        assert set(command.properties) - COLUMNS == {"file", "line", "endLine", "title"}


@pytest.mark.parametrize("word", ["\ud800", "\u202ex", "a\n::b", "##[x]"], ids=repr)
def test_a_rule_of_another_version_commands_nothing(word: str, rules: Rulebook) -> None:
    report, rules = ruled(word, rules)
    text = render((report,), rules)

    assert "##[" not in text
    assert visible(text) == text
    assert all(line.startswith("::") for line in text.splitlines())


@settings(max_examples=60, deadline=None)
@given(payload=st.text(alphabet="%:,=\r\n# []ADae0123456789\u2028\x85\x1b", min_size=1))
def test_one_finding_is_one_line_whatever_it_quotes(payload: str) -> None:
    report = a_report_of(payload)
    wanted = [f for f in report.findings if f.outstanding is not Level.OK]

    assert len(annotations(report, rules=load_rulebook())) == len(wanted) + len(report.notices)


def test_everything_at_once_fits(rules: Rulebook) -> None:
    assert len(annotations(everything(), rules=rules)) == len(OPEN) + 1
