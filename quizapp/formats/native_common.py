"""What all questions share: the common keys, and the defaults that a deck sets for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TypedDict

from quizapp.core.question import Level, QuestionId, Ref, TextRule
from quizapp.formats import keys
from quizapp.formats.native_fields import Fields, shortened
from quizapp.formats.native_nodes import Scalar

MAX_ID = 100
_OPEN = TextRule()
_NOT_IN_ID = re.compile(r"[\s/\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for every question that does not say otherwise."""

    tags: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    level: Level | None = None
    points: Decimal = Decimal(1)
    shuffle: bool = True
    rule: TextRule = _OPEN


class CommonKeys(TypedDict):
    """The arguments that every question takes besides its prompt."""

    id: QuestionId
    id_written: bool
    why: str
    hints: tuple[str, ...]
    ref: Ref | None
    tags: tuple[str, ...]
    objectives: tuple[str, ...]
    level: Level | None
    points: Decimal
    shuffle: bool
    note: str
    suspend: bool
    replaces: tuple[QuestionId, ...]
    origin: str
    line: int


def read_common(fields: Fields, derived: QuestionId, defaults: Defaults) -> CommonKeys:
    """The common keys; `derived` is the id when none is written."""
    written = written_id(fields) if "id" in fields else ""
    shuffle = fields.flag("shuffle") if "shuffle" in fields else None
    return {
        "id": QuestionId(written) if written else derived,
        "id_written": bool(written),
        "why": fields.text("why"),
        "hints": fields.texts("hints"),
        "ref": read_ref(fields) if "ref" in fields else None,
        "tags": read_tags(fields) if "tags" in fields else defaults.tags,
        "objectives": fields.texts("objectives") if "objectives" in fields else defaults.objectives,
        "level": read_level(fields) if "level" in fields else defaults.level,
        "points": read_points(fields) if "points" in fields else defaults.points,
        "shuffle": defaults.shuffle if shuffle is None else shuffle,
        "note": fields.text("note"),
        "suspend": bool(fields.flag("suspend")) if "suspend" in fields else False,
        "replaces": tuple(map(QuestionId, fields.texts("replaces"))),
        "origin": fields.text("origin"),
        "line": fields.report.source.line(fields.node.start),
    }


def read_defaults(fields: Fields | None) -> Defaults:
    """The deck's `defaults`."""
    if fields is None:
        return Defaults()
    fields.check_keys(keys.DEFAULTS, "default")
    shuffle = fields.flag("shuffle")
    return Defaults(
        tags=read_tags(fields),
        objectives=fields.texts("objectives"),
        level=read_level(fields),
        points=read_points(fields),
        shuffle=True if shuffle is None else shuffle,
        rule=read_rule(fields, _OPEN),
    )


def read_rule(fields: Fields, default: TextRule) -> TextRule:
    """How typed text is compared."""
    if not any(key in fields for key in ("typos", "case", "accents", "articles")):
        return default
    case, accents, articles = fields.flag("case"), fields.flag("accents"), fields.flag("articles")
    return TextRule(
        typos=_typos(fields) if "typos" in fields else default.typos,
        case=default.case if case is None else case,
        accents=default.accents if accents is None else accents,
        articles=default.articles if articles is None else articles,
    )


def _typos(fields: Fields) -> int | None:
    text = fields.text("typos")
    if text.isascii() and text.isdigit() and len(text) < 3:
        return int(text)
    if text:
        fields.error(
            "bad-typos", "typos", f"`typos` takes a whole number, not `{shortened(text)}`.", "Write typos: 1."
        )
    return None


def written_id(fields: Fields) -> str:
    """The id as written; "" when it is reported."""
    text = fields.text("id")
    if text and (_NOT_IN_ID.search(text) or len(text) > MAX_ID):
        fields.error(
            "bad-id",
            "id",
            f"`{shortened(text)}`: an id has no spaces, no slashes and at most {MAX_ID} characters.",
            "Use letters, digits and hyphens, as in first-emperor.",
        )
        return ""
    return text


def read_level(fields: Fields) -> Level | None:
    """easy, medium or hard; None when it is absent or reported."""
    text = fields.text("level")
    if not text:
        return None
    try:
        return Level(text.casefold())
    except ValueError:
        fields.error(
            "bad-level", "level", f"`level` cannot be `{shortened(text)}`.", "Write easy, medium or hard."
        )
        return None


def read_points(fields: Fields) -> Decimal:
    """What the question is worth; 1 when it is absent or reported."""
    number = fields.decimal("points")
    if number is None:
        return Decimal(1)
    if not 0 <= number <= 1_000_000:
        fields.error("bad-points", "points", "`points` must be 0 or more.", "Write points: 2.")
        return Decimal(1)
    return number


def read_tags(fields: Fields) -> tuple[str, ...]:
    """The tags, each once."""
    node = fields.nodes.get("tags")
    if isinstance(node, Scalar) and "," in node.text:
        fields.warn(
            "tag-comma",
            "tags",
            "This is one tag with a comma in it, not several tags.",
            "Put several tags in brackets, as in tags: [history, war].",
        )
    return tuple(dict.fromkeys(fields.texts("tags")))


def read_ref(fields: Fields) -> Ref | None:
    """Where the fact stands."""
    if isinstance(fields.nodes["ref"], Scalar):
        text = fields.text("ref")
        return Ref(section=text) if text else None
    inner = fields.mapping("ref", "a text, or the keys section, quote, title, url and page")
    if inner is None:
        return None
    inner.check_keys(keys.REF, "reference")
    return Ref(
        section=inner.text("section"),
        quote=inner.text("quote"),
        title=inner.text("title"),
        url=inner.text("url"),
        page=inner.text("page"),
    )
