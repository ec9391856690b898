"""Finds the Python in a reply: fenced or bare, in several blocks, with prose around."""

import ast
import re
from dataclasses import dataclass
from textwrap import dedent

from ldc.author.definition import PROPERTY

FENCE = re.compile(
    r"^[ \t]*(?P<mark>```|~~~)[^\n]*\n(?P<code>.*?)(?:^[ \t]*(?P=mark)|\Z)",
    re.MULTILINE | re.DOTALL,
)
OPENS = re.compile(r"(?:def|from|import|@|async def|class)\b|@|[A-Za-z_]\w*(?::.*)? = ")
"""How a line of code at the margin begins; prose seldom does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The code of a reply."""

    code: str
    """Parses; empty when there was none."""
    changes: tuple[str, ...]
    """What was done to get at it."""


def code_in(reply: str) -> Found:
    """Return the code that a reply holds; of broken code, the statements that parse."""
    text = reply.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    blocks = [dedent(found["code"].expandtabs(4)) for found in FENCE.finditer(text)]
    changes = [] if blocks else ["took code that stands outside of a block"]
    if len(blocks) > 1:
        changes.append(f"joined {len(blocks)} blocks")
    kept = []
    for block in blocks or [dedent(text.expandtabs(4))]:
        if parses(block):
            kept.append(block)
            continue
        chunks = _chunks(block)
        sound = [chunk for chunk in chunks if parses(chunk)]
        lost = len(chunks) - len(sound)
        if lost and blocks:
            changes.append(f"left out what does not parse, {lost} of {len(chunks)}")
        kept += sound
    code = "\n\n".join(part.strip("\n") for part in kept if part.strip())
    return Found(code=f"{code}\n" if code else "", changes=tuple(changes))


def parted(code: str) -> tuple[str, str]:
    """Return the code without its properties, and the properties.

    Args:
        code: It parses.
    """
    lines = code.split("\n")
    checks = []
    for node in ast.parse(code).body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith(PROPERTY):
            end = node.end_lineno or node.lineno
            checks.append("\n".join(lines[node.lineno - 1 : end]))
            lines[node.lineno - 1 : end] = [""] * (end - node.lineno + 1)
    return _closed("\n".join(lines)), _closed("\n\n\n".join(checks))


def head_in(code: str) -> tuple[str, str]:
    """Return name and docstring of the first public function; "" for what lacks.

    Args:
        code: It parses.
    """
    for node in ast.parse(code).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            return node.name, ast.get_docstring(node) or ""
    return "", ""


def _closed(code: str) -> str:
    plain = code.strip("\n")
    return f"{plain}\n" if plain.strip() else ""


def parses(text: str) -> bool:
    """Say whether a text is Python."""
    try:
        ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _chunks(block: str) -> list[str]:
    """Split a text before each line at the margin that looks like code, or is prose."""
    chunks: list[list[str]] = []
    inside = False
    for line in block.split("\n"):
        at_margin = line[:1] not in ("", " ", ")", "]", "}")
        if at_margin and OPENS.match(line):
            chunks.append([line])
            inside = True
        elif at_margin and not line.startswith("#"):
            inside = False
        elif inside:
            chunks[-1].append(line)
    return ["\n".join(chunk) for chunk in chunks]
