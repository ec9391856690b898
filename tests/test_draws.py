"""Within a round texts are drawn anew; a function that no check fits is given up."""

from pathlib import Path

import pytest

from tests import test_write as whole
from tests.author.misbehaving import served
from tests.author.scripted import Script, teacher
from tests.test_write import FIRST, FIRST_HOLDS, GOOD, LAST_HOLDS, SECOND


@pytest.fixture(scope="module", autouse=True)
def _root(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Share what checks keep, as there."""
    whole.root = tmp_path_factory.mktemp("project")


def test_what_is_wrong_is_drawn_anew_within_a_round(tmp_path: Path) -> None:
    texts = iter([SECOND, FIRST, LAST_HOLDS, FIRST_HOLDS])
    good = teacher(GOOD)

    def say(asked: str) -> str:
        about_first = "there is no sign" in asked or "take_first" in asked
        return next(texts) if about_first else good(asked)

    with served(reply=say) as server:
        written, asking = whole.run(tmp_path, server, rounds=1, draws=2)
        assert whole.repair_in(server) == ""
    assert whole.sources(written).keys() == {"take_last", "take_first"}
    purposes = [e.purpose for e in asking.used if "no sign" in e.purpose]
    assert purposes == [
        "pick: there is no sign; body",
        "pick: there is no sign; body 2",
        "pick: there is no sign; property",
        "pick: there is no sign; property 2",
    ]
    drawn = [e.request for e in asking.used if "no sign; body" in e.purpose]
    assert [(one.temperature, one.seed) for one in drawn] == [(0.2, 0), (0.8, 1)]


def test_a_function_whose_checks_all_fail_is_given_up_for_another(
    tmp_path: Path,
) -> None:
    bodies = iter([FIRST, FIRST.replace("[0]", "[-1] + 0"), FIRST])
    good = teacher(GOOD)

    def say(asked: str) -> str:
        if "there is no sign" in asked:
            return next(bodies)
        wrong = "take_first" in asked
        return LAST_HOLDS if wrong else good(asked)

    with served(reply=say) as server:
        written, _ = whole.run(tmp_path, server, rounds=3)
    (left,) = [p for p in written.pieces if not p.accepted]
    assert (left.bodies, left.checks) == (2, 2)
    assert "answers as take_last does" in left.wrong[0]


def test_a_function_that_took_a_word_of_the_task_for_a_name_gets_another(
    tmp_path: Path,
) -> None:
    taken = FIRST.replace("take_first", "balls").replace("the first", "a decide of")
    script = {**GOOD, "no sign": (taken, FIRST_HOLDS)}
    with served(reply=lambda asked: _say(script, asked)) as server:
        written, _ = whole.run(tmp_path, server, rounds=1)
    texts = whole.sources(written)
    (name,) = texts.keys() - {"take_last"}
    assert "return state.balls[0]" in texts[name]
    assert "Take a decide of ball." in texts[name]


def test_only_the_function_is_renamed_not_what_is_said_of_it(tmp_path: Path) -> None:
    said = FIRST.replace("take_first", "decide").replace("the first", "or decide on a")
    script = {**GOOD, "no sign": (said, FIRST_HOLDS)}
    with served(reply=lambda asked: _say(script, asked)) as server:
        written, _ = whole.run(tmp_path, server, rounds=1)
    (text,) = (t for n, t in whole.sources(written).items() if n != "take_last")
    assert '"""Take or decide on a ball.' in text


def _say(script: Script, asked: str) -> str:
    """Answer about the function without a sign, whatever it is called."""
    first = "there is no sign" in asked or "[0]" in asked
    body, check = script["no sign" if first else "sign is red"]
    return check if "Write a check" in asked else body
