"""What a page built on the report may add to it; the report itself adds nothing."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Extras:
    """`style` and `script` follow the page's own and are hashed into its policy with them.

    `connect`: the script may ask the host that served the page (connect-src 'self').
    `sign_form`: each claim's card shows a form of signing.html, and a bar above has `editor` as the
    initials to sign with.
    `banner`: one line of text above everything; "" for none.
    """

    style: str = ""
    script: str = ""
    connect: bool = False
    sign_form: bool = False
    editor: str = ""
    banner: str = ""


NOTHING = Extras()
