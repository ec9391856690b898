"""Batches in heaps: what crosses while what runs, and what then counts."""

from typing import Any

import pytest

from ldc.errors import JailError
from ldc.jail import Jail, Raised, Returned, Yard
from ldc.jail.awake import MOST, Awake
from ldc.jail.heaps import HEAP, Heaps
from tests.jail.functions import written
from tests.jail.test_jail import HERE
from tests.jail.test_losses import FRAME, HONEST, OPEN
from tests.toy import TOY

SIZES = [0, 1, HEAP - 1, HEAP, HEAP + 1, 5 * HEAP + 3]


@pytest.fixture(scope="module")
def jail() -> Any:
    counts = written("return steps * 2")
    with Jail(TOY, (counts,)) as jail:
        yield jail


@pytest.mark.parametrize("size", SIZES)
def test_a_batch_of_any_size_is_answered_in_order(jail: Jail, size: int) -> None:
    calls = [{**HERE, "steps": n % 7 + 1} for n in range(size)]
    wanted = [Returned((n % 7 + 1) * 2) for n in range(size)]
    assert jail.batch("go", calls) == wanted
    assert jail.batch("go", iter(calls)) == wanted


@pytest.mark.parametrize("places", [{0}, {HEAP}, {HEAP - 1, HEAP}, {*range(HEAP)}])
def test_arguments_that_do_not_fit_leave_the_others_alone(
    jail: Jail, places: set[int]
) -> None:
    size = 2 * HEAP + 1
    calls = [{**HERE, "steps": "no" if n in places else 1} for n in range(size)]
    found = jail.batch("go", calls)
    for place, outcome in enumerate(found):
        if place in places:
            assert isinstance(outcome, Raised)
            assert outcome.fault == "argument"
        else:
            assert outcome == Returned(2)
    assert jail.batch("go", calls[:1]) == found[:1]


def test_a_batch_that_is_broken_off_spoils_no_later_one(jail: Jail) -> None:
    calls: list[dict[str, Any]] = [{**HERE, "steps": 1} for _ in range(3 * HEAP)]
    calls[2 * HEAP] = {"steps": 1}
    with pytest.raises(JailError, match="takes"):
        jail.batch("go", calls)
    assert jail.batch("go", calls[:2]) == [Returned(2)] * 2


def test_only_the_late_call_of_an_early_heap_is_blamed() -> None:
    waits = written("while steps == 3: pass\nreturn steps")
    calls = [{**HERE, "steps": n + 1} for n in range(6)] * HEAP
    calls = calls[: HEAP + 5]
    with Jail(TOY, (waits,), seconds=0.1) as jail:
        found = jail.batch("go", calls)
    late = Raised("late", "no answer within 0.1 seconds")
    told = [late if call["steps"] == 3 else Returned(call["steps"]) for call in calls]
    third = [n for n, call in enumerate(calls) if call["steps"] == 3][2]
    skipped = Raised("skipped", "not tried: 3 calls before it failed hard")
    assert found == [*told[: third + 1], *[skipped] * (len(calls) - third - 1)]


def test_much_crosses_both_ways_at_once() -> None:
    text = "def echo(text):\n    return [text, text[::-1]]\n"
    rows = [{"text": f"{n:06}" * 16_000} for n in range(6 * HEAP)]
    with Yard({"echo": text}) as yard:
        found = yard.batch("echo", rows)
    assert found == [Returned([r["text"], r["text"][::-1]]) for r in rows]


@pytest.mark.parametrize(
    "body",
    [
        "while True: frame('')",
        "while True: frame('', ['returned', 1])",
        "frame('', *[['returned', 1]] * 40)",
        "[frame('', ['returned', 1]) for _ in range(n)]",
        "os.read(0, 1 << 20)",
        "sys.modules['ldc.jail.channel']._read(16)",
    ],
)
def test_frames_between_heaps_count_for_nothing(body: str) -> None:
    attack = f"""{FRAME}
import sys
def attack(n):
    if n == 5:
        {body}
    return n
"""
    texts = {"attack": attack, "honest": HONEST}
    with Yard(texts, walls=OPEN, seconds=0.2) as yard:
        found = yard.batch("attack", [{"n": n} for n in range(3 * HEAP)])
        after = yard.batch("honest", [{"n": n} for n in range(3 * HEAP)])
    assert after == [Returned(n + 1) for n in range(3 * HEAP)]
    for place in {*range(3 * HEAP)} - {5}:
        assert found[place] == Returned(place)


def test_a_heap_is_encoded_when_it_is_asked_for_and_then_kept() -> None:
    seen: list[int] = []

    def encode(arguments: Any) -> int:
        seen.append(arguments["n"])
        return int(arguments["n"])

    heaps = Heaps([{"n": n} for n in range(HEAP + 2)], encode)
    first = iter(heaps)
    assert next(first) == ([*range(HEAP)], True)
    assert seen == [*range(HEAP)]
    assert [more for _, more in heaps] == [True, False]
    assert heaps.pairs() == [(n, n) for n in range(HEAP + 2)]
    assert seen == [*range(HEAP + 2)]


def test_looking_in_vain_is_left_out_ever_longer() -> None:
    awake = Awake()
    pauses = []
    for _ in range(MOST + 2):
        assert awake.look(bytes) == b""
        pauses.append(0)
        while awake._pause:
            assert awake.look(lambda: b"there") == b""
            pauses[-1] += 1
    assert pauses[:3] == [8, 16, 32]
    assert pauses[-1] == pauses[-2]
    assert awake.look(lambda: b"there") == b"there"
    awake.look(bytes)
    assert awake._pause == 8
