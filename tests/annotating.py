"""What www.w3.org/TR/annotation-model asks of a collection, written from its text as a schema.

Stricter than the model in one thing: a property that the model does not define is refused.
"""

from typing import Any

from jsonschema import Draft202012Validator

MOTIVATIONS = [
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing"),
    *("highlighting", "identifying", "linking", "moderating", "questioning", "replying"),
    "tagging",
]
REFERENCE = {"type": "string", "minLength": 1, "pattern": r"^[!#-;=?-Z_a-z~%\[\]@&$'()*+,]+$"}
NAME = {"allOf": [REFERENCE, {"pattern": "^[a-z][a-z0-9+.-]*:"}]}
WORDS = {"type": "string"}
COUNT = {"type": "integer", "minimum": 0}
LANGUAGE = {"type": "string", "pattern": "^[a-z]{2,3}(-[a-z0-9]{2,8})*$"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$"}


def of(kind: str, *optional: str, **properties: Any) -> dict[str, Any]:
    """An object of one class; all but the `optional` properties have to be there."""
    known = {"type": {"const": kind}, **properties}
    required = [name for name in known if name not in optional]
    return {
        "type": "object",
        "properties": known,
        "required": required,
        "additionalProperties": False,
    }


QUOTATION = of("TextQuoteSelector", exact=WORDS, prefix=WORDS, suffix=WORDS)
POSITION = of("TextPositionSelector", start=COUNT, end=COUNT)
PAGE = of("FragmentSelector", value=WORDS, conformsTo=NAME, refinedBy=QUOTATION)
STATE = of("TimeState", "sourceDate", sourceDate=MOMENT, cached=NAME)
RESOURCE = of(
    *("Text", "format", "language", "label"),
    id=REFERENCE,
    format={"type": "string", "pattern": "^[a-z]+/[^ ]+$"},
    language=LANGUAGE,
    label=WORDS,
)
SPECIFIC = of(
    *("SpecificResource", "purpose", "selector"),
    purpose={"enum": MOTIVATIONS},
    source=RESOURCE,
    selector={"type": "array", "minItems": 1, "items": {"oneOf": [QUOTATION, POSITION, PAGE]}},
    state={"oneOf": [STATE, {"type": "array", "minItems": 1, "items": STATE}]},
)
TEXT = of(
    *("TextualBody", "format", "language"),
    value=WORDS,
    purpose={"enum": MOTIVATIONS},
    format={"const": "text/plain"},
    language=LANGUAGE,
)
ANNOTATION = of(
    "Annotation",
    id=NAME,
    motivation={"enum": MOTIVATIONS},
    creator=of("Software", name=WORDS),
    body={"type": "array", "minItems": 1, "items": {"oneOf": [TEXT, SPECIFIC]}},
    target=SPECIFIC,
)
COLLECTION = of(
    *("AnnotationCollection", "first"),
    **{"@context": {"const": "http://www.w3.org/ns/anno.jsonld"}},
    id=NAME,
    label=WORDS,
    total=COUNT,
    first=of(
        "AnnotationPage",
        id=NAME,
        partOf=NAME,
        startIndex=COUNT,
        items={"type": "array", "minItems": 1, "items": ANNOTATION},
    ),
)
Draft202012Validator.check_schema(COLLECTION)


def faults(collection: dict[str, Any]) -> list[str]:
    """What the model would not have so."""
    found = [each.message for each in Draft202012Validator(COLLECTION).iter_errors(collection)]
    page = collection.get("first", {"items": [], "partOf": collection["id"]})
    if len(page["items"]) != collection["total"]:
        found.append("total is not the number of annotations")
    if page["partOf"] != collection["id"]:
        found.append("the page belongs to another collection")
    names = [collection["id"], page.get("id"), *(item["id"] for item in page["items"])]
    if len(set(names)) < len(names):
        found.append("two things have the same id")
    return found


def anchored(text: str, specific: dict[str, Any]) -> str:
    """The words of `text` that the selectors of `specific` agree on, found each on its own."""
    quotation, position = specific["selector"][:2]
    whole = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
    assert whole in text, "the quotation is not in the text"
    words = text[position["start"] : position["end"]]
    assert words == quotation["exact"], "the selectors select different words"
    assert text[: position["start"]].endswith(quotation["prefix"])
    assert text[position["end"] :].startswith(quotation["suffix"])
    return words
