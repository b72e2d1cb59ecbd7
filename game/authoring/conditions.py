"""Conditions: read and checked.

    season >= 2 and rung(norland) <= 2 and not happened(the-bond)

Nothing an author writes is executed. The text is cut into tokens from a fixed alphabet; ids become literals (so that an id may be
any word, `in` and `class` too, and a hyphen is never a minus); what is left is parsed by Python's ast, and only the node
types listed here are walked into a small tree of our own, which expressions.py turns into arrays.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..rules import vocabulary as v
from .diagnostics import did_you_mean, quoted
from .reads import NAMES, Frame

MOST_LETTERS = 600
MOST_BRACKETS = 12


@dataclass(frozen=True, slots=True)
class Quantity:
    """A name with its ids: rung(norland)."""

    name: str
    ids: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.name}({', '.join(self.ids)})" if self.ids else self.name


@dataclass(frozen=True, slots=True)
class Compare:
    left: Quantity
    sign: str
    right: float | str | Quantity

    def __str__(self) -> str:
        right = repr(self.right) if isinstance(self.right, float) else str(self.right)
        return f"{self.left} {self.sign} {right}"


@dataclass(frozen=True, slots=True)
class Joined:
    word: str  # and, or
    parts: tuple[Tree, ...]

    def __str__(self) -> str:
        return f" {self.word} ".join(f"({part})" for part in self.parts)


@dataclass(frozen=True, slots=True)
class Not:
    part: Tree

    def __str__(self) -> str:
        return f"not ({self.part})"


Tree = Quantity | Compare | Joined | Not


class Fault(Exception):
    """Why a condition is refused; `at` counts letters from 0. Raised by parse() only, and shown by whoever called it."""

    def __init__(self, code: str, at: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.at, self.message, self.hint = code, at, message, hint


def parse(text: str, frame: Frame, place: str = "") -> Tree:
    """The tree of a condition; `place` is "verdicts" where the names for verdicts may stand. Raises Fault."""
    if len(text) > MOST_LETTERS:
        raise Fault(
            "S009",
            0,
            f"The condition is longer than {MOST_LETTERS} letters.",
            "Set a flag earlier, and ask for the flag here.",
        )
    source, origin = _rewritten(text)
    try:
        node = ast.parse(source, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        at = origin[min(len(origin) - 1, max(0, (getattr(error, "offset", None) or 1) - 1))]
        raise Fault(
            "S014", at, "The condition cannot be read from here on.", "Look for a missing bracket, comparison or “and”."
        ) from None
    return _Walk(frame, place, origin).truth(node)


def quantities(tree: Tree) -> Iterator[Quantity]:
    """Every quantity that a tree reads."""
    if isinstance(tree, Quantity):
        yield tree
    elif isinstance(tree, Compare):
        yield tree.left
        if isinstance(tree.right, Quantity):
            yield tree.right
    elif isinstance(tree, Not):
        yield from quantities(tree.part)
    else:
        for part in tree.parts:
            yield from quantities(part)


# --- text to Python's grammar

_TOKEN = re.compile(
    r"\s*(?:(?P<word>[A-Za-z_][A-Za-z0-9_-]*)|(?P<number>-?(?:\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})(?![\w.]))"
    r"|(?P<sign><=|>=|==|!=|<|>)|(?P<bracket>[(),]))"
)
_WORDS = ("and", "or", "not")


def _rewritten(text: str) -> tuple[str, list[int]]:
    """The condition with every id a quoted literal and every name an identifier, and where each of its letters came from."""
    out: list[str] = []
    origin: list[int] = []
    calls: list[bool] = []  # for each open bracket: does it hold ids?
    before = ""
    for match in _tokens(text):
        token, at = match[match.lastgroup or 0], match.start(match.lastgroup or 0)
        opens_call = text[match.end() :].lstrip().startswith("(")
        if match["word"] is None:
            if token == "(":
                calls.append(bool(before) and before not in _WORDS and before[-1].isalnum())
                if len(calls) > MOST_BRACKETS:
                    raise Fault("S009", at, f"More than {MOST_BRACKETS} brackets are open here.")
            elif token == ")" and calls:
                calls.pop()
            piece = f" {token} "
        elif (calls and calls[-1]) or (before in ("<", ">", "<=", ">=", "==", "!=") and not opens_call):
            piece = f" '{token}' "
        elif token in _WORDS:
            piece = f" {token} "
        else:
            _known_name(token, at)
            piece = f" {token.replace('-', '_')} "
        out.append(piece)
        origin += [at] * len(piece)
        before = token
    if not out:
        raise Fault("S014", 0, "The condition is empty.", "Write one, or take “when” away: then it always holds.")
    # A leading blank would be an indent to Python's grammar; dropping it keeps `origin` in step.
    return "".join(out)[1:], origin[1:]


def _tokens(text: str) -> Iterator[re.Match[str]]:
    at, end = 0, len(text.rstrip())
    while at < end:
        match = _TOKEN.match(text, at)
        if match is None:
            at += len(text[at:]) - len(text[at:].lstrip())
            hint = (
                "Compare with ==, as in: leaning == open-hand."
                if text[at] == "="
                else "A condition holds names, ids, numbers, comparisons, brackets, and, or, not."
            )
            raise Fault("S014", at, f"{quoted(text[at])} may not stand in a condition.", hint)
        yield match
        at = match.end()


def _known_name(token: str, at: int) -> None:
    if token not in NAMES:
        raise Fault(
            "S014", at, f"{quoted(token)} is not a name that conditions know.", did_you_mean(token, NAMES, most=60)
        )


# --- Python's tree to ours

_SIGNS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
_FLIPPED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


class _Walk:
    """Only the node types named here pass; everything else is refused."""

    def __init__(self, frame: Frame, place: str, origin: list[int]) -> None:
        self.frame, self.place, self.origin = frame, place, origin

    def truth(self, node: ast.expr) -> Tree:
        if isinstance(node, ast.BoolOp):
            return Joined(
                "and" if isinstance(node.op, ast.And) else "or", tuple(self.truth(part) for part in node.values)
            )
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            return Not(self.truth(node.operand))
        if isinstance(node, ast.Compare):
            return self.comparison(node)
        if isinstance(node, (ast.Name, ast.Call)):
            quantity = self.quantity(node)
            if NAMES[quantity.name].gives != "truth":
                gives = NAMES[quantity.name].gives
                to = (
                    "a number: season >= 2" if gives == "number" else f"a word: {quantity} == {self.words(quantity)[0]}"
                )
                raise self.fault(node, f"{quoted(quantity)} is neither true nor false.", f"Compare it with {to}.")
            return quantity
        raise self.fault(
            node, "A comparison or a name is expected here.", "For example: season >= 2 and not happened(the-bond)."
        )

    def comparison(self, node: ast.Compare) -> Tree:
        sides = [node.left, *node.comparators]
        parts = [
            self.pair(left, _SIGNS.get(type(sign), ""), right)
            for left, sign, right in zip(sides, node.ops, sides[1:], strict=False)
        ]
        return parts[0] if len(parts) == 1 else Joined("and", tuple(parts))

    def pair(self, left: ast.expr, sign: str, right: ast.expr) -> Compare:
        if not sign:
            raise self.fault(left, "This comparison is not one conditions know.", "Use == != < <= > >=.")
        if not self.names_something(left):
            left, right, sign = right, left, _FLIPPED[sign]
        if not self.names_something(left):
            raise self.fault(left, "A name is expected on one side of a comparison.", "For example: season >= 2.")
        quantity = self.quantity(left)
        gives = NAMES[quantity.name].gives
        if gives == "truth":
            raise self.fault(
                left,
                f"{quoted(quantity)} is true or false, and is not compared.",
                f"Write {quantity} or not {quantity}.",
            )
        if gives == "number":
            return Compare(quantity, sign, self.number(right))
        if sign not in ("==", "!="):
            raise self.fault(left, f"{quoted(quantity)} is a word; only == and != compare words.")
        return Compare(quantity, sign, self.word(right, quantity))

    def names_something(self, node: ast.expr) -> bool:
        """A name, or a word after a comparison, made a literal because it might have been an id: 1 <= season."""
        return isinstance(node, (ast.Name, ast.Call)) or (isinstance(node, ast.Constant) and node.value in NAMES)

    def number(self, node: ast.expr) -> float | Quantity:
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            inner = self.number(node.operand)
            return -inner if isinstance(inner, float) else inner
        if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)) and not isinstance(node.value, bool):
            return float(node.value)
        if self.names_something(node):
            quantity = self.quantity(node)
            if NAMES[quantity.name].gives == "number":
                return quantity
        raise self.fault(node, "A number is expected here.", "There is no arithmetic in conditions.")

    def word(self, node: ast.expr, of: Quantity) -> str:
        words = self.words(of)
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            raise self.fault(node, f"A word is expected after {of}.", f"One of: {', '.join(words)}.")
        if node.value not in words:
            raise self.fault(
                node, f"{quoted(of)} is never {quoted(node.value)}.", did_you_mean(node.value, words), "S010"
            )
        return node.value

    def words(self, of: Quantity) -> tuple[str, ...]:
        """The words a quantity may equal."""
        gives = NAMES[of.name].gives
        assert isinstance(gives, tuple)
        return tuple(self.frame.names["mandates"]) if gives == ("mandates",) else gives

    def quantity(self, node: ast.expr) -> Quantity:
        called = node.func if isinstance(node, ast.Call) else node
        if isinstance(called, ast.Constant):
            word = str(called.value)
        elif isinstance(called, ast.Name):
            word = called.id.replace("_", "-")
        else:
            raise self.fault(node, "A name is expected before the bracket.")
        name = NAMES.get(word)
        if name is None:
            raise self.fault(node, f"{quoted(word)} is not a name that conditions know.", did_you_mean(word, NAMES))
        if name.only and name.only != self.place:
            raise self.fault(node, f"{quoted(word)} may stand in {name.only} only.")
        given = node.args if isinstance(node, ast.Call) else []
        if isinstance(node, ast.Call) and node.keywords:
            raise self.fault(node, "Ids alone stand between the brackets.")
        least = sum(not kind.endswith("?") for kind in name.takes)
        if not least <= len(given) <= len(name.takes):
            shape = f"{word}({', '.join(_A_KIND[kind.rstrip('?')] for kind in name.takes)})" if name.takes else word
            raise self.fault(node, f"{quoted(word)} is not written like this.", f"Write {shape}.")
        ids: list[str] = []
        for kind, arg in zip(name.takes, given, strict=False):
            ids.append(self.id(arg, kind.rstrip("?"), ids))
        return Quantity(word, tuple(ids))

    def id(self, node: ast.expr, kind: str, before: list[str]) -> str:
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            raise self.fault(node, "An id is expected between the brackets.")
        known = self.frame.options.get(before[-1], ()) if kind == "options" else _ids(self.frame, kind)
        if node.value not in known:
            same = next((k for k in known if k.lower() == node.value.lower()), "")
            code = "S012" if same else "S010"
            raise self.fault(
                node,
                f"{quoted(node.value)} is not among the {kind_words(kind)}.",
                did_you_mean(node.value, known),
                code,
            )
        return node.value

    def fault(self, node: ast.expr, message: str, hint: str = "", code: str = "S014") -> Fault:
        return Fault(code, self.origin[min(node.col_offset, len(self.origin) - 1)], message, hint)


CLOSED: dict[str, tuple[str, ...]] = {"tones": v.TONES, "dimensions": v.DIMENSIONS, "scores": v.SCORES}


_A_KIND = {
    "counterparts": "counterpart",
    "audiences": "audience",
    "kinds": "pledge",
    "injects": "inject",
    "options": "option",
    "flags": "flag",
    "initiatives": "initiative",
    "tones": "tone",
    "dimensions": "dimension",
    "scores": "part",
}


def kind_words(kind: str) -> str:
    """A kind of id as an author would say it."""
    return {
        "kinds": "kinds of pledge of the playbook",
        "deeds": "deeds of the playbook",
        "initiatives": "initiatives of the playbook",
        "injects": "injects",
        "scores": "parts of the score",
        "dimensions": "dimensions of trust",
        "options": "options of that inject",
    }.get(kind, kind)


def _ids(frame: Frame, kind: str) -> tuple[str, ...]:
    return CLOSED.get(kind) or tuple(id for id in frame.names.get(kind, {}) if id)
