import pytest
from building import a_mention, a_prose
from discoursing import RULES, a_discourse
from hypothesis import given, settings
from hypothesis import strategies as st

from provcheck.extract.anaphora import Story, is_same
from provcheck.extract.claims import claims
from provcheck.model.claim import Mention
from provcheck.model.span import Span

ADA, PER, NOBODY = "Ada Brandvold", "Per Olsen", (None, "unresolved")
BOARD = "“It is open,” the Harbour Board said."
FAR = "It rained.\n" * 9
PIECES = st.sampled_from(
    ["Ada Brandvold", "Per Olsen", "the Harbour Board", "Mayor", "the mayor", "the report", "he",
     "She", "they", "who", "said", "left", ".", ",", "“It is shut,”", "two", "of", "OLSEN", "\n"]
)  # fmt: skip


def last(text: str, lang: str = "en") -> Mention | None:
    """Return the speaker of the last claim in a text."""
    return claims(a_prose(text, lang=lang), RULES)[-1].speaker


def resolved(text: str, lang: str = "en") -> tuple[str | None, str] | None:
    """Return whose the last words of a text are, and how that was told."""
    speaker = last(text, lang)
    return None if speaker is None else (speaker.resolved, speaker.how)


def subject_before(text: str) -> str | None:
    """Return the person whom the sentence before the last quotation is about."""
    story = Story(a_discourse(text))
    found = story.subject_before(story.discourse.quoted[-1][-1].outer)
    return None if found is None else found.of(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“It is shut,” he said.", id="nobody before"),
        pytest.param("“It is shut,” he said. Per Olsen left.", id="named only later"),
        pytest.param("“It is shut,” he told Per Olsen.", id="nor whom he tells"),
        pytest.param("“It is shut,” I said.", id="whoever writes"),
        pytest.param(f"{BOARD} “It is shut,” I said.", id="whoever writes, behind a body"),
        pytest.param("Ada Brandvold came. “It is shut,” we said.", id="whoever they are"),
        pytest.param("Ms Kestrane came. “It is shut,” he said.", id="a woman by her title"),
        pytest.param("Ada Brandvold came. “It is shut,” he said.", id="a woman by her name"),
        pytest.param("Per Olsen came. “It is shut,” she said.", id="a man by his name"),
        pytest.param("Kestrane, a fisherman, came. “It is shut,” she said.", id="by his calling"),
        pytest.param("“It is open,” Per Olsen said. “It is shut,” she said.", id="who spoke last"),
        pytest.param("Halvik is old. “It is shut,” she said.", id="a town"),
        pytest.param("The Harbour Board met. “It is shut,” he said.", id="a body"),
        pytest.param("A spokeswoman came. “It is shut,” she said.", id="nobody by name"),
        pytest.param("Per Olsen’s brother left. “It is shut,” he said.", id="a brother of his"),
        pytest.param(f"Per Olsen came.\n{FAR}“It is shut,” he said.", id="too long ago"),
    ],
)
def test_a_pronoun_means_nobody(text: str) -> None:
    assert resolved(text) == NOBODY


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Ada Brandvold came. “It is shut,” she said.", ADA, id="the only one"),
        pytest.param("Per Olsen met Ada Brandvold. “It is shut,” she said.", ADA, id="the woman"),
        pytest.param("Ada Brandvold met Per Olsen. “It is shut,” he said.", PER, id="the man"),
        pytest.param(
            "Per Olsen met Mr Lind. “It is shut,” he told Mr Lathe.", PER, id="the subject"
        ),
        pytest.param(
            "Per Olsen came. “No,” Ada Brandvold said.\n“It is shut,” she added.",
            ADA,
            id="who spoke",
        ),
        pytest.param(
            "“No,” Mr Lind said.\nPer Olsen slept. “It is shut,” he said.", PER, id="since"
        ),
        pytest.param(
            "Dr Odalys Kestrane came. “It is shut,” she said.", "Odalys Kestrane", id="of no list"
        ),
        pytest.param(
            "VELDEN (Northgate Wire) — Per Olsen left. “No,” he said.", PER, id="dateline"
        ),
        pytest.param("‘It is shut,’ said Per Olsen. ‘It was open,’ he added.", PER, id="British"),
        pytest.param('"It is shut," said Per Olsen. "It was open," he adds.', PER, id="straight"),
        pytest.param("Ada Brandvold came.\nShe frowned.\n“It is shut now.”", ADA, id="no cue"),
    ],
)
def test_he_and_she(text: str, name: str) -> None:
    assert resolved(text) == (name, "pronoun")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“It is open,” Ada Brandvold said. “It is shut,” they added.", id="they"),
        pytest.param("“It is open,” Ada Brandvold said. “It is shut,” it added.", id="it"),
        pytest.param("Ada Brandvold and Per Olsen came. “It is shut,” they said.", id="two people"),
        pytest.param(
            f"{BOARD}\n“No,” Per Olsen said.\n“It is shut,” it added.", id="a person since"
        ),
        pytest.param("“It is open,” two residents said. “It is shut,” they added.", id="no names"),
        pytest.param(f"{BOARD}\n{FAR * 16}“It is shut,” it added.", id="pages ago"),
    ],
)
def test_they_and_it_are_never_one_person(text: str) -> None:
    assert resolved(text) == NOBODY


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{BOARD} “It is shut,” it added.", id="it"),
        pytest.param(f"{BOARD} “It is shut,” they added.", id="they"),
        pytest.param(f"{BOARD}\nIt added: “It is shut.”", id="ahead"),
        pytest.param(f"{BOARD}\nPer Olsen left. “It is shut,” it added.", id="nobody else spoke"),
    ],
)
def test_they_and_it_are_the_body_that_spoke(text: str) -> None:
    assert resolved(text) == ("Harbour Board", "pronoun")


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("an official", id="an official"),
        pytest.param("another official", id="another"),
        pytest.param("a Ukrainian official", id="of a country"),
        pytest.param("officials", id="several, without a number"),
        pytest.param("two officials", id="two"),
        pytest.param("12 officials", id="a number"),
        pytest.param("several officials", id="several"),
        pytest.param("a source close to the talks", id="a source"),
        pytest.param("the source", id="the source"),
        pytest.param("a person familiar with the matter", id="a person"),
        pytest.param("an official of the Harbour Board", id="of a body"),
        pytest.param("people in Halvik", id="of a town"),
        pytest.param("a senior official who asked not to be named", id="who asked for it"),
        pytest.param("someone", id="someone"),
    ],
)
@pytest.mark.parametrize(
    "ahead",
    [
        pytest.param("", id="alone"),
        pytest.param("Per Olsen, an official, came. ", id="an official by name"),
        pytest.param("“It is open,” Ada Brandvold said. ", id="somebody who spoke"),
    ],
)
def test_an_unnamed_source_is_never_resolved(ahead: str, source: str) -> None:
    assert resolved(f"{ahead}“It is shut now,” {source} said.") == NOBODY


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("“It is shut,” Ada Brandvold said.", ADA, id="a name"),
        pytest.param("“It is shut,” Kestrane said.", "Kestrane", id="a surname alone"),
        pytest.param("“It is shut,” said the owner, Ada Brandvold.", ADA, id="a calling ahead"),
        pytest.param("“It is shut,” Tarn Bank spokesman Per Olsen said.", PER, id="and a body"),
        pytest.param("“It is shut,” Per Olsen of the Harbour Board said.", PER, id="of a body"),
        pytest.param("“It is shut,” the Chancellery said.", "Chancellery", id="a body by name"),
        pytest.param("“It is shut,” Reuters wrote.", "Reuters", id="an agency"),
        pytest.param("LATHE: “It is shut now.”", "Lathe", id="a label in capitals"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert resolved(text) == (name, "name")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Ada Brandvold came. “It is shut,” Brandvold said.", ADA, id="a surname"),
        pytest.param("“It is shut,” Mr Olsen said.\nPer Olsen left.", PER, id="in full later"),
        pytest.param("Per Olsen came.\nOLSEN: “It is shut now.”", PER, id="a label in capitals"),
        pytest.param(
            "Mayor Per Drachenskyy came. “It is shut,” Drachensky said.",
            "Per Drachenskyy",
            id="another spelling",
        ),
    ],
)
def test_surnames(text: str, name: str) -> None:
    assert resolved(text) == (name, "surname")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“It is shut,” the mayor said.", id="nobody before"),
        pytest.param("Minister Per Olsen came. “It is shut,” the mayor said.", id="another office"),
        pytest.param("“It is shut,” the mayor of Halvik said.", id="a town is no speaker"),
        pytest.param("“It is shut,” Ada Brandvold’s lawyer said.", id="nor is who has a lawyer"),
        pytest.param("“It is shut,” said an aide to Per Olsen.", id="nor is who has an aide"),
        pytest.param("Ada Brandvold came. “It is shut,” her lawyer said.", id="a lawyer of hers"),
        pytest.param("“It is shut,” the company said.", id="no body before"),
        pytest.param("“It is shut,” the agency wrote.", id="no agency before"),
    ],
)
def test_a_description_that_means_nobody(text: str) -> None:
    assert resolved(text) == NOBODY


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "Ukraine’s Ada Brandvold came. “No,” the Ukrainian leader said.", ADA, id="land"
        ),
        pytest.param("Minister Ada Brandvold came. “No,” the minister said.", ADA, id="an office"),
        pytest.param(
            "Minister Ada Brandvold came. Mayor Per Olsen left. “No,” the minister said.",
            ADA,
            id="the office, not the last name",
        ),
        pytest.param("Per Olsen, the mayor, left. “No,” the mayor said.", PER, id="an apposition"),
        pytest.param("The Tarn Union met. “No,” the union said.", "Tarn Union", id="a body"),
        pytest.param("Tarn Ferries met. “No,” the company said.", "Tarn Ferries", id="a company"),
    ],
)
def test_descriptions(text: str, name: str) -> None:
    assert resolved(text) == (name, "description")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Q: Is it shut?\nA: It is shut, and so is the pier.", id="an interview"),
        pytest.param("She is the woman who said “It is shut now.”", id="who, of a description"),
        pytest.param("Ada Brandvold’s brother, who said “It is shut now,” left.", id="of kin"),
    ],
)
def test_nothing_to_take_up(text: str) -> None:
    assert resolved(text) == NOBODY


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "“No,” a Thursday harbour report reads.\n“It is shut,” the report adds.",
            "harbour report",
            id="the report",
        ),
        pytest.param(
            "“No,” she told the Meridian News Agency.\n“It is shut,” the agency wrote.",
            "Meridian News Agency",
            id="the agency",
        ),
        pytest.param(
            "“No,” she told Reuters.\n“It is shut,” the agency wrote.", "Reuters", id="by one word"
        ),
        pytest.param(
            "“No,” he told Halden Broadcasting. “Yes,” she told the Northgate Wire.\n"
            "“It is shut,” the broadcaster reported.",
            "Halden Broadcasting",
            id="the broadcaster, not the last",
        ),
        pytest.param("It was Ada Brandvold who said: “It is shut.”", ADA, id="who"),
        pytest.param("They met Ada Brandvold, who said: “It is shut.”", ADA, id="who, a comma"),
        pytest.param(
            "Per Olsen runs a ferry.\nQ: Is it?\nA: It is shut, and so is the pier.",
            PER,
            id="answer",
        ),
        pytest.param(
            f"Per Olsen runs a ferry.\n{FAR}Q: Is it?\nA: It is shut, and so is the pier.",
            PER,
            id="who answers, presented long before",
        ),
    ],
)
def test_what_is_taken_up(text: str, name: str) -> None:
    assert resolved(text) == (name, "anaphora")


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        pytest.param("Tove Lind kam. „Es ist zu“, sagte er.", "de", NOBODY, id="German, he"),
        pytest.param("Per Olsen kom. ”Det är stängt”, sade hon.", "sv", NOBODY, id="Swedish, she"),
        pytest.param("„Es ist zu“, sagte ein Sprecher.", "de", NOBODY, id="German, unnamed"),
        pytest.param("« C’est fermé », ont dit deux témoins.", "fr", NOBODY, id="French, unnamed"),
        pytest.param("«Está cerrado», dijo un testigo.", "es", NOBODY, id="Spanish, unnamed"),
        pytest.param("Per Olsen kam. „Nein“, sagte er.", "de", (PER, "pronoun"), id="German er"),
        pytest.param("Per Olsen kwam. „Nee”, zei hij.", "nl", (PER, "pronoun"), id="Dutch hij"),
        pytest.param("Per Olsen llegó. «No», dijo él.", "es", (PER, "pronoun"), id="Spanish él"),
        pytest.param(
            "Le maire Per Olsen dort. « Non », a dit le maire.",
            "fr",
            (PER, "description"),
            id="French maire",
        ),
        pytest.param(
            "Міністерка Ада Лінд прийшла. «Ні», — сказала міністерка.",
            "uk",
            ("Ада Лінд", "description"),
            id="Ukrainian minister",
        ),
    ],
)
def test_other_languages(text: str, lang: str, found: tuple[str | None, str]) -> None:
    assert resolved(text, lang) == found


@pytest.mark.parametrize(
    ("words", "name"),
    [
        pytest.param("", None, id="nothing"),
        pytest.param("The mayor", None, id="an article with a capital"),
        pytest.param("Her mother", None, id="hers"),
        pytest.param("the Ukrainian leader", None, id="an adjective of a country"),
        pytest.param("the European leader", None, id="an adjective by its ending"),
        pytest.param("the harbour master of Halvik", None, id="of a town"),
        pytest.param("the spokesman for the Harbour Board", None, id="for a body"),
        pytest.param("the mayor, Per Olsen", None, id="behind a comma"),
        pytest.param("the Fish Board of Halvik", "Fish Board of Halvik", id="a body's own of"),
        pytest.param("Ada Brandvold of Velden", ADA, id="a person's of"),
        pytest.param("Per Olsen (Velden)", PER, id="brackets"),
        pytest.param("his friend Olsen", "Olsen", id="behind a calling"),
        pytest.param("The Harbour Board", "Harbour Board", id="an article goes"),
        pytest.param("the Ukrainian", "Ukrainian", id="an adjective as a noun"),
        pytest.param("Harbour Board spokesman Per Olsen", PER, id="the last of two"),
    ],
)
def test_the_name_in_a_phrase(words: str, name: str | None) -> None:
    assert Story(a_discourse("It rained.")).heads.name_in(words) == name


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        pytest.param("“It is shut.”", None, id="nothing before"),
        pytest.param("Rain. “It is shut.”", None, id="no subject"),
        pytest.param("It rained. “It is shut.”", None, id="it"),
        pytest.param("They frowned. “It is shut.”", None, id="they"),
        pytest.param("I frowned. “It is shut.”", None, id="whoever writes"),
        pytest.param("The mayor frowned. “It is shut.”", None, id="an office"),
        pytest.param("Kestrane frowned. “It is shut.”", None, id="a surname, maybe a place's"),
        pytest.param("Ada Brandvold’s dog barked. “It is shut.”", None, id="what is hers"),
        pytest.param("She frowned at “It is shut.”", None, id="part of a sentence"),
        pytest.param("She frowned at “a boat”. “It is shut.”", None, id="a quotation in it"),
        pytest.param("She frowned. “It is shut.”", "She", id="she"),
        pytest.param("He shrugged. ‘It is shut.’", "He", id="he, British"),
        pytest.param("In the end, she frowned. “It is shut.”", "she", id="past a scene"),
        pytest.param("She frowned.\n“It is shut.”", "She", id="a paragraph before"),
        pytest.param("Ada Brandvold frowned. “It is shut.”", ADA, id="a name"),
        pytest.param("Per Olsen left. Olsen sang. “It is shut.”", "Olsen", id="a known surname"),
    ],
)
def test_the_person_right_before(text: str, subject: str | None) -> None:
    assert subject_before(text) == subject


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        pytest.param(None, None, False, id="no mentions"),
        pytest.param("Ada Brandvold", None, False, id="one mention"),
        pytest.param("Ada Brandvold", "Per Olsen", False, id="two people"),
        pytest.param("Ada Brandvold", "Tove Brandvold", False, id="sisters"),
        pytest.param("Ada Brandvold", "Ada Brandvold", True, id="one name"),
        pytest.param("Oleksan Drachenskyy", "Drachensky", True, id="another spelling"),
    ],
)
def test_same_bearer(one: str | None, two: str | None, same: bool) -> None:  # noqa: FBT001
    assert is_same(a_mention(one), a_mention(two)) is same
    assert is_same(a_mention(two), a_mention(one)) is same


def test_what_is_unresolved_is_the_same_as_nothing() -> None:
    he = Story(a_discourse("He said so.")).mention(Span(start=0, end=2))

    assert (he.as_written, he.resolved) == ("He", None)
    assert not is_same(he, he)
    assert not is_same(he, a_mention(ADA))
    assert not is_same(a_mention(ADA), he)


@given(st.lists(PIECES, max_size=16).map(" ".join) | st.text(max_size=60), st.data())
@settings(max_examples=100)
def test_any_stretch_is_resolved_or_said_to_be_unresolved(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start=start, end=data.draw(st.integers(start, len(text))))
    mention = Story(a_discourse(text)).mention(span)

    assert mention.span == span
    assert mention.as_written == span.of(text)
    assert (mention.how == "unresolved") == (mention.resolved is None)


@given(st.lists(PIECES, max_size=16).map(" ".join), st.sampled_from(["they", "it"]))
@settings(max_examples=100)
def test_they_are_no_person_in_any_text(ahead: str, pronoun: str) -> None:
    text = f"{ahead}.\n“It is shut now,” {pronoun} said."
    speaker = last(text)
    entities = Story(a_discourse(text)).entities

    assert speaker is not None
    assert speaker.as_written == pronoun
    assert speaker.resolved is None or not entities.is_person(speaker.resolved)
