from provcheck.model.claim import ClaimKind
from provcheck.model.prose import Embed
from provcheck.model.span import Span
from provcheck.model.value import Value


class Passage(Value):
    """Words that the text gives as somebody's, before it is known whose.

    `span` is their hull without outer marks, `outer` the hull with them; `segments` the parts that
    are the speaker's own. `intro` is the paragraph that introduces a block quotation; `continues`
    marks its second and later paragraphs. A paraphrase comes with its `speaker`, `cue` and the
    sentence that is its `frame`. `fragment`: one to three words.
    """

    kind: ClaimKind
    span: Span
    outer: Span
    segments: tuple[Span, ...]
    intro: Span | None = None
    continues: bool = False
    embed: Embed | None = None
    fragment: bool = False
    speaker: Span | None = None
    cue: Span | None = None
    frame: Span | None = None
