"""The same call gives the same bytes: in a fresh worker, a warm one, another zygote."""

from ldc.jail import Jail, Lab, Yard, zygotes
from tests.jail.functions import written
from tests.jail.test_jail import HERE
from tests.toy import TOY

TEXT = """
from enum import Enum
import math


class Side(Enum):
    LEFT = 1
    RIGHT = 2


def go(n):
    mixed = {None, "a", 7, Side.LEFT, Side.RIGHT, (None, 1), 0.5, True, len, int}
    depth = 0

    def down(k):
        nonlocal depth
        depth = k
        return down(k + 1)

    try:
        down(0)
    except RuntimeError:
        pass
    words = [repr(x) for x in mixed if x is not len]
    small = math.ldexp(1.0, -1074)
    return [words, depth, 0.1 + 0.2, small / 2 * 2, small > 0, round(2.5), 2**0.5]
"""


def addresses_can_be_fixed() -> bool:
    """Say whether this system lets a process have the same addresses each time."""
    with zygotes._SamePlaces() as same:
        return same


def told(zygotes_: int) -> list[str]:
    """Return what workers say, fresh and warm, two of each zygote."""
    said = []
    for _ in range(zygotes_):
        for _ in range(2):
            with Yard({"go": TEXT}) as yard:
                said += [repr(yard.batch("go", [{"n": 1}] * 3)) for _ in range(2)]
        zygotes._zygote_of.cache_clear()
    return said


def test_every_worker_says_the_same() -> None:
    said = told(zygotes_=2 if addresses_can_be_fixed() else 1)
    assert len(said) >= 4
    assert "Returned" in said[0]
    assert len({*said}) == 1


def test_what_was_called_before_changes_nothing() -> None:
    plain = written("return sum(state.balls) * steps")
    with Jail(TOY, (plain,)) as jail:
        first = jail.batch("go", [{**HERE, "steps": n} for n in range(50)])
        again = jail.batch("go", [{**HERE, "steps": n} for n in range(49, -1, -1)])
    assert first == again[::-1]


def test_counting_changes_no_answer() -> None:
    plain = written("return ''.join({*'abcdefgh'}) * steps", returns="str")
    with Jail(TOY, (plain,)) as jail, Lab(TOY, (plain,)) as lab:
        assert jail.batch("go", [HERE]) == lab.batch("go", [HERE])
