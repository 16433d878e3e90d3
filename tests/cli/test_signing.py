from pathlib import Path

import pytest
from desk import CLAIM, a_desk
from reporting import a_report
from signing import DAY, a_file, a_signoff, a_table

from provcheck.cli import signing
from provcheck.cli.exits import Exit
from provcheck.cli.signing import removed, signed
from provcheck.errors import ArticleError, SettingsError
from provcheck.settings import Settings
from provcheck.signoff.book import read_signoffs
from provcheck.signoff.draft import Decision
from provcheck.signoff.write import sign

SETTINGS = Settings(sources=(Path("src"),), offline=True)
DECISION = Decision(by="ab", note="heard it", day=DAY)


@pytest.fixture
def article(folder: Path) -> Path:
    return a_desk(folder).relative_to(folder)


def test_what_is_found_now_is_what_is_signed(article: Path) -> None:
    assert signed("q-", None, DECISION, SETTINGS) is Exit.OK
    (whole,) = read_signoffs(Path("pier.provcheck.toml"))
    assert (whole.claim, str(whole.verdict)) == (CLAIM, "altered")

    assert signed(CLAIM, article, DECISION, Settings(offline=True)) is Exit.OK
    (bare,) = read_signoffs(Path("pier.provcheck.toml"))
    assert (str(bare.verdict), bare.evidence) == ("unavailable", None)


@pytest.mark.usefixtures("article")
def test_articles_of_one_stem_are_signed_apart(folder: Path) -> None:
    a_desk(folder, "pier.md")
    assert signed(CLAIM, Path("pier.md"), DECISION, SETTINGS) is Exit.OK
    assert [path.name for path in folder.glob("*.toml")] == ["pier.md.provcheck.toml"]


def test_nothing_is_checked_where_nothing_could_be_written(
    article: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signing, "check", lambda *_: pytest.fail("work was done"))
    with pytest.raises(SettingsError, match="nobody is named"):
        signed(CLAIM, article, Decision(day=DAY), SETTINGS)
    a_file(folder, "<<<<<<< HEAD\n", "pier.provcheck.toml")
    with pytest.raises(SettingsError, match="a merge conflict stands here"):
        signed(CLAIM, article, DECISION, SETTINGS)


def test_a_check_that_was_stopped_signs_nothing(
    article: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(signing, "check", lambda *_: a_report(interrupted=True))
    assert signed(CLAIM, article, DECISION, SETTINGS) is Exit.INTERRUPTED
    assert capsys.readouterr().err == "provcheck: pier.txt: interrupted; nothing was signed\n"
    assert list(folder.glob("*.toml")) == []


def test_an_article_that_changed_meanwhile_is_told(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signing, "check", lambda *_: a_report())
    with pytest.raises(ArticleError, match="was changed while it was checked"):
        signed(CLAIM, article, DECISION, SETTINGS)


def test_the_signoff_of_an_article_that_is_gone_is_removed(folder: Path) -> None:
    sign(folder / "gone.provcheck.toml", a_signoff("q-1a"))
    sign(folder / "left.provcheck.toml", a_signoff("q-2b"))
    assert removed("q-1", Path("gone.txt")) is Exit.OK
    assert removed("q-2", None) is Exit.OK
    assert list(folder.iterdir()) == []


def test_the_same_claim_signed_beside_two_articles_asks_which(folder: Path) -> None:
    for name in ("a.provcheck.toml", "b.provcheck.toml"):
        a_file(folder, a_table("q-1"), name)
    with pytest.raises(SettingsError, match=r"q-1: is in a\.provcheck\.toml and b\.provcheck"):
        removed("q-1", None)
