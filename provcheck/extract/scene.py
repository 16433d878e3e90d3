"""What carries on while the same speech goes on: outlet, day, citations."""

from provcheck.extract.anaphora import Story, is_same
from provcheck.extract.citations import cites_carrier, via_of
from provcheck.extract.dates import said_on
from provcheck.extract.told import Told
from provcheck.model.citation import Citation
from provcheck.model.interval import Interval
from provcheck.model.span import Span

_SCENE = 2_000  # characters of a paragraph before a sentence that set its scene
_NEXT = 2  # line ends up to the next paragraph, a blank line between


def same_scene(told: Told, before: list[Told], story: Story) -> Told:
    """Carry outlet, day and citations on while the same speech goes on.

    A pronoun, "the report", or a description takes up the scene before it: an interview named a
    sentence ago, or the claim before by the same speaker in this paragraph or the one before.
    """
    speaker = told.speaker
    if speaker is None or (
        speaker.how in {"name", "surname"} and told.via is not None and speaker.resolved != told.via
    ):
        return told
    update: dict[str, object] = {}
    last = before[-1] if before else None
    scene = _scene(told, story)
    if last is not None and _continues(told, last, story):
        scene = (told.via or last.via, last.said, last.cites)
    via, when, cites = scene
    if told.via is None and via:
        update["via"] = via
    if told.said is None and when:
        update["said"] = when
    if not told.cites and cites:
        update["cites"] = cites
    return told.model_copy(update=update)


def _continues(told: Told, last: Told, story: Story) -> bool:
    taken_up = told.speaker is not None and told.speaker.how in {
        "pronoun",
        "anaphora",
        "description",
    }
    near = (
        story.prose.text.count(
            "\n", last.passage.outer.end, max(told.passage.outer.start, last.passage.outer.end)
        )
        <= _NEXT
    )
    elsewhere = told.via is not None and last.via is not None and told.via != last.via
    return taken_up and near and not elsewhere and is_same(told.speaker, last.speaker)


def _scene(told: Told, story: Story) -> tuple[str | None, Interval | None, tuple[Citation, ...]]:
    """Return what the paragraph told of outlet and day before, by a named event."""
    block = story.discourse.block_round(told.passage.outer)
    own = story.discourse.sentence_round(told.passage.outer)
    lead = Span(start=max(block.start, own.start - _SCENE), end=max(own.start, block.start))
    words = lead.of(story.prose.text)
    takes_up = told.speaker is not None and told.speaker.how not in {"name", "surname"}
    if not takes_up or story.cues.event is None or not story.cues.event.search(words):
        return None, None, ()
    via = via_of(lead, None, story)
    when = said_on(words, story.prose.published_on, story.days)
    return (via[0] if via else None), when, (cites_carrier(via, story),) if via else ()
