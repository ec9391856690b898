"""Code without a head gets the one that was asked for; a check gets its name."""

import pytest

from ldc.author.headless import as_property, headed

HEAD = "def pick(state: State) -> Ball:"


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("return 20\n", "return 20"),
        ("20\n", "return 20"),
        ("ball = max(state.balls)\n", "ball = max(state.balls)\n    return ball"),
        (
            "if state.balls:\n    return 1\nreturn 2\n",
            "if state.balls:\n        return 1\n    return 2",
        ),
    ],
)
def test_a_body_gets_its_head(code: str, body: str) -> None:
    assert headed(code, HEAD) == f"{HEAD}\n    {body}\n"


@pytest.mark.parametrize(
    "code", ["", "import math\n", f"{HEAD}\n    return 20\n", "# nothing\n"]
)
def test_what_has_a_head_or_is_nothing_stays(code: str) -> None:
    assert headed(code, HEAD) == code


def test_a_check_gets_the_name_of_a_property() -> None:
    code = "def check(state, answer):\n    return answer == 1\n"
    assert as_property(code, "always_one") == code.replace("check", "always_one")
    named = code.replace("check", "always_right")
    assert as_property(named, "always_one") == named
    two = f"{code}\n\ndef other(state):\n    return 2\n"
    assert as_property(two, "always_one") == two
