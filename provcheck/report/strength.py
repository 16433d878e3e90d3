"""How strong a match is as evidence, in words that need no statistics."""

from provcheck.model.alignment import Alignment


def strength(alignment: Alignment) -> str:
    """Return one sentence on what the matching words prove, with the figures behind it."""
    figures = f"{alignment.bits:.0f} bits of evidence, {alignment.needed:.0f} asked for"
    if alignment.strong and alignment.exact:
        return f"Every word stands unbroken in the source; that is no coincidence ({figures})."
    share = f"{alignment.coverage:.0%} of the words stand there"
    if alignment.strong:
        return (
            f"The matching words are too many or too rare to be a coincidence; {share} ({figures})."
        )
    if alignment.exact:
        return (
            "Every word stands unbroken in the source, but the words are few or common: "
            f"on their own they would prove little ({figures})."
        )
    return f"The matching words are few or common and prove little; {share} ({figures})."
