"""What a page built on the report may add to it; the report itself adds nothing."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Extras:
    """`style` and `script` follow the page's own and are hashed into its policy with them.

    `connect`: the script may ask the host that served the page (connect-src 'self').
    `sign_form`: each claim's card shows the macro `sign_form(claim)` of parts.html.
    `banner`: one line of text above everything; "" for none.
    """

    style: str = ""
    script: str = ""
    connect: bool = False
    sign_form: bool = False
    banner: str = ""


NOTHING = Extras()
