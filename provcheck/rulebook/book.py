from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from importlib.resources.abc import Traversable
from pathlib import Path

from provcheck.model.value import Value
from provcheck.model.verdict import Level
from provcheck.rulebook import house_files
from provcheck.rulebook.addresses import Addresses
from provcheck.rulebook.agencies import Agencies
from provcheck.rulebook.agency_files import load_agencies
from provcheck.rulebook.cues import CueRules, LanguageCues
from provcheck.rulebook.days import Days, day_rules
from provcheck.rulebook.frequencies import Frequencies, WordBits
from provcheck.rulebook.houses import House
from provcheck.rulebook.lexicon import Lexicon
from provcheck.rulebook.limits import Limits, limit_rules
from provcheck.rulebook.load import load, shipped
from provcheck.rulebook.people import People, people_rules
from provcheck.rulebook.places import Places
from provcheck.rulebook.platforms import Platforms
from provcheck.rulebook.quotation import Quotation
from provcheck.rulebook.search import SearchRules, search_rules
from provcheck.rulebook.usage import Usage
from provcheck.rulebook.verdicts import VerdictRules


class Rulebook(Value):
    """Everything that an editor may argue about, read from rules/ once.

    `digest` is the start of a SHA-256 over all shipped rules files, the house in use and the
    user's own outlets: reports with the same digest were made by the same rules.
    """

    verdicts: VerdictRules
    cues: CueRules
    agencies: Agencies
    addresses: Addresses
    platforms: Platforms
    places: Places
    people: People
    lexicon: Lexicon
    frequencies: Frequencies
    limits: Limits
    quotation: Quotation
    days: Days
    usage: Usage
    search: SearchRules
    house: House
    digest: str

    def level(self, remark: str) -> Level | None:
        """Return how grave the house takes a remark, None where it has set it to off.

        A LookupError means that verdicts.yaml has no such remark.
        """
        stated = self.house.rules.get(remark)
        return stated.level.level if stated else self.verdicts.remark(remark).level


def load_rulebook(house: str = "default", agencies: tuple[Path, ...] = ()) -> Rulebook:
    """Return the shipped rules with one house style, a shipped one by name or a file by path.

    The files `agencies` add outlets to the shipped ones. Raises RuleError naming file and field of
    a broken file, SettingsError for an unknown house. Files of the user's are read each time, what
    is shipped once a process.
    """
    if not agencies and house_files.is_shipped(house):
        return _as_shipped(house)
    return _loaded(house, agencies)


@lru_cache
def _as_shipped(house: str) -> Rulebook:
    return _loaded(house, ())


def _loaded(house: str, agencies: tuple[Path, ...]) -> Rulebook:
    rules = shipped()
    verdicts = load(rules / "verdicts.yaml", VerdictRules)
    style, files = house_files.load_house(house, verdicts.remarks)
    return Rulebook(
        verdicts=verdicts,
        cues=_cues(rules / "cues"),
        agencies=load_agencies(agencies),
        addresses=load(rules / "addresses.yaml", Addresses),
        platforms=load(rules / "platforms.yaml", Platforms),
        places=load(rules / "places.yaml", Places),
        people=people_rules(),
        lexicon=load(rules / "lexicon.yaml", Lexicon),
        frequencies=_frequencies(rules / "frequencies"),
        limits=limit_rules(),
        quotation=load(rules / "quotation.yaml", Quotation),
        days=day_rules(),
        usage=load(rules / "usage.yaml", Usage),
        search=search_rules(),
        house=style,
        digest=_digest(rules, files, agencies),
    )


def _cues(folder: Traversable) -> CueRules:
    """Return the cues of every language that has a file in `folder`."""
    languages = [load(file, LanguageCues) for file in _files(folder)]
    return CueRules(languages={each.lang: each for each in languages})


def _frequencies(folder: Traversable) -> Frequencies:
    """Return the word lists of every language that has a file in `folder`."""
    languages = [load(file, WordBits) for file in _files(folder)]
    return Frequencies(languages={each.lang: each for each in languages})


def _files(folder: Traversable) -> list[Traversable]:
    files = (file for file in folder.iterdir() if file.name.endswith(".yaml"))
    return sorted(files, key=lambda file: file.name)


def load_house(name: str) -> House:
    """Return the house style `name`, with what it inherits filled in.

    `name` is a shipped house or the path of a YAML file. Raises SettingsError when there is no
    such house, RuleError when its file is broken or it extends itself.
    """
    verdicts = load(shipped() / "verdicts.yaml", VerdictRules)
    return house_files.load_house(name, verdicts.remarks)[0]


def _digest(rules: Traversable, houses: tuple[Traversable, ...], agencies: tuple[Path, ...]) -> str:
    files = [(file.name, file.read_bytes()) for file in _yaml_in(rules)]
    files += [("house", house.read_bytes()) for house in houses]
    files += [(f"agencies {n:04}", file.read_bytes()) for n, file in enumerate(agencies)]
    whole = sha256()
    for name, source in sorted(files):
        # Line ends may differ between checkouts; the rules do not.
        whole.update(name.encode() + b"\0" + source.replace(b"\r\n", b"\n") + b"\0")
    return whole.hexdigest()[:12]


def _yaml_in(folder: Traversable) -> Iterator[Traversable]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _yaml_in(entry)
        elif entry.name.endswith(".yaml"):
            yield entry
