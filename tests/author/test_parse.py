"""Code is found in a reply, whatever stands around it."""

import pytest

from ldc.author.parse import code_in, parted

CODE = 'def pick(state: State) -> Ball:\n    """Pick."""\n    return state.balls[0]\n'
OTHER = "def always_first(state: State) -> bool:\n    return pick(state) == 1\n"
BROKEN = "def last(state):\n    return state.balls[\n"

REPLIES = {
    "bare": (CODE, CODE),
    "fenced": (f"```python\n{CODE}```", CODE),
    "fenced without a language": (f"```\n{CODE}```", CODE),
    "with tildes": (f"~~~py\n{CODE}~~~", CODE),
    "with prose around": (f"Sure! Here:\n\n```python\n{CODE}```\nDone.", CODE),
    "never closed": (f"Here:\n```python\n{CODE}", CODE),
    "indented": ("  ```python\n    x = 1\n  ```", "x = 1\n"),
    "windows lines": (f"```python\n{CODE}```".replace("\n", "\r\n"), CODE),
    "two blocks": (
        f"First\n```python\n{CODE}```\nthen\n```python\n{OTHER}```",
        f"{CODE}\n{OTHER}",
    ),
    "prose without fences": (f"Of course.\n\n{CODE}\nThis picks a ball.", CODE),
    "a broken end": (f"```python\n{CODE}\n\n{BROKEN}```", CODE),
    "a broken block": (f"```python\n{BROKEN}```\n```python\n{CODE}```", CODE),
    "a NUL": (f"```python\n{CODE}```\0", CODE),
}


@pytest.mark.parametrize(("reply", "code"), REPLIES.values(), ids=REPLIES)
def test_code_is_found(reply: str, code: str) -> None:
    assert code_in(reply).code == code


NOTHING = {
    "nothing": "",
    "prose": "I am sorry, I cannot help with that.",
    "an empty block": "```python\n```",
    "broken code": f"```python\n{BROKEN}```",
    "JSON": '{"name": "pick", "arguments": {}}',
    "backticks": "`" * 20_000,
    "brackets": "(" * 20_000,
}


@pytest.mark.parametrize("reply", NOTHING.values(), ids=NOTHING)
def test_where_there_is_none_there_is_none(reply: str) -> None:
    found = code_in(reply).code
    assert "def" not in found


def test_what_was_done_is_told() -> None:
    found = code_in(f"```python\n{CODE}\n{BROKEN}```\n```python\n{OTHER}```")
    assert found.changes == ("joined 2 blocks", "left out what does not parse, 1 of 2")
    assert code_in(CODE).changes == ("took code that stands outside of a block",)
    assert code_in(f"```python\n{CODE}```").changes == ()


def test_properties_are_parted_from_the_function() -> None:
    assert parted(f"{CODE}\n\n{OTHER}") == (CODE, OTHER)
    assert parted(f"{OTHER}\n\n{CODE}") == (CODE, OTHER)
    assert parted(CODE) == (CODE, "")
    assert parted("") == ("", "")
