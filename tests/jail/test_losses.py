"""Workers are lost on purpose: who is blamed, what still counts, what is left over."""

import os
import signal
from pathlib import Path
from typing import Any

import pytest

from ldc.jail import Jail, Raised, Returned, Yard, zygotes
from ldc.jail.walls import Walls
from tests.jail.functions import written
from tests.jail.test_jail import HERE
from tests.jail.test_walls import needs_kernel
from tests.toy import TOY

OPEN = Walls(policy=False, namespace=False)
"""The kernel's wall alone: the function has all of Python."""

HONEST = "def honest(n):\n    return n + 1\n"

FRAME = """
import os, json
def frame(seal, *answers):
    body = json.dumps([seal, [*answers]]).encode()
    os.write(0, len(body).to_bytes(4, "big") + body)
"""


def met(attack: str, *, calls: int = 1) -> tuple[list[Any], list[Any]]:
    """Return what an attack comes to, and then an honest function beside it."""
    texts = {"attack": attack, "honest": HONEST}
    with Yard(texts, walls=OPEN, seconds=0.3) as yard:
        found = yard.batch("attack", [{"n": n} for n in range(calls)])
        after = yard.batch("honest", [{"n": n} for n in range(3)])
    return found, after


@pytest.mark.parametrize(
    "body",
    [
        "frame('x', ['returned', 9])",
        "frame('', ['returned', 9], ['returned', 9])",
        "frame('')",
        "os.write(0, b'\\0' * 4)",
        "os.write(0, b'\\xff' * 4)",
        "os.write(0, b'\\0\\0\\0\\2no')",
        "os.write(0, b'\\0\\0\\0\\1[')",
        "frame('', 7)",
        "frame('', ['returned', 9, 9])",
        "frame('', ['returned'])",
        "os.read(0, 16)",
        "os.read(0, 8)",
        "frame(os.read(0, 16).decode(), ['returned', 9])",
        "frame(os.read(0, 16).decode(), ['returned', 9]); os._exit(0)",
        "frame(os.read(0, 16).decode(), 7); os._exit(0)",
        "frame(os.read(0, 16).decode(), ['no']); sum(iter(int, 1))",
        "frame(os.read(0, 16).decode(), ['returned', 1e999]); os._exit(0)",
    ],
)
def test_the_channel_cannot_be_spoken_for(body: str) -> None:
    """An attacker may spoil its own answer; an honest call after it is right."""
    attack = f"{FRAME}\ndef attack(n):\n    {body}\n    return 1\n"
    _, after = met(attack)
    assert after == [Returned(1), Returned(2), Returned(3)]


def test_a_flood_of_the_channel_ends_with_the_worker() -> None:
    attack = "import os\ndef attack(n):\n    while True: os.write(0, b'x' * 4096)\n"
    (found,), after = met(attack)
    assert found == Raised("hostile", "the worker announced 2021161080 bytes")
    assert after[0] == Returned(1)


def test_the_seal_is_nowhere_in_the_worker_while_a_function_runs() -> None:
    attack = """
import gc, sys
def attack(n):
    texts, frame = [], sys._getframe()
    while frame:
        texts += [v for v in frame.f_locals.values() if isinstance(v, (str, bytes))]
        frame = frame.f_back
    texts += [v for o in gc.get_objects() if isinstance(o, dict)
              for v in [*o.values()] if isinstance(v, (str, bytes))]
    def seal(t):
        return len(t) == 16 and all(c in b'0123456789abcdef' for c in t)
    return sum(seal(t.encode() if isinstance(t, str) else t) for t in texts)
"""
    (found,), _ = met(attack.replace("t.encode()", "t.encode('utf-8', 'replace')"))
    assert found == Returned(0)


@needs_kernel
def test_a_forbidden_call_is_hostile_and_the_rest_of_the_batch_is_answered() -> None:
    attack = """
import os, signal
def attack(n):
    if n in (1, 4):
        os.kill(os.getpid(), signal.SIGTERM)
    return n
"""
    found, after = met(attack, calls=6)
    killed = Raised("hostile", "it made a system call that is forbidden")
    assert found == [Returned(0), killed, *map(Returned, (2, 3)), killed, Returned(5)]
    assert after[2] == Returned(3)


@pytest.mark.parametrize("end", ["os._exit(7)", "sum(iter(int, 1))", "1 / 0"])
def test_an_honest_call_is_not_blamed_for_a_worker_that_fails_later(end: str) -> None:
    """The worker is poisoned by one function, and falls at the next one's call."""
    attack = f"""
import marshal, os
def attack(n):
    marshal.loads = lambda text: {end}
    return n
"""
    found, after = met(attack)
    assert found == [Returned(0)]
    assert after == [Returned(1), Returned(2), Returned(3)]


def test_a_call_that_hangs_in_c_is_late_and_blamed_alone() -> None:
    hangs = written("return sum(iter(int, 1)) if steps == 3 else steps")
    calls = [{**HERE, "steps": n} for n in (1, 2, 3, 4)]
    with Jail(TOY, (hangs,), seconds=0.2) as jail:
        found = jail.batch("go", calls)
    late = Raised("late", "no answer within 0.2 seconds")
    assert found == [Returned(1), Returned(2), late, Returned(4)]


def test_a_function_cannot_stop_the_timer() -> None:
    attack = """
import signal
def attack(n):
    try:
        signal.setitimer(signal.ITIMER_PROF, 0)
    except OSError:
        pass
    while True:
        try:
            while True: pass
        except BaseException:
            pass
"""
    (found,), after = met(attack)
    assert found == Raised("late", "no answer within 0.3 seconds")
    assert after[0] == Returned(1)


def descriptors() -> int:
    """Return how many files this process has open."""
    return len([*Path("/proc/self/fd").iterdir()])


def below(pid: int) -> set[int]:
    """Return the processes below one."""
    children = {
        int(child)
        for file in Path(f"/proc/{pid}/task").glob("*/children")
        for child in file.read_text().split()
    }
    return children.union(*map(below, children))


@needs_kernel
def test_nothing_is_left_of_many_killed_workers() -> None:
    kills = "import os\ndef attack(n):\n    os.fork()\n"
    with Yard({"attack": kills}, walls=OPEN) as yard:
        yard.batch("attack", [{"n": 0}])
        before = below(os.getpid()), descriptors()
        for _ in range(50):
            (found,) = yard.batch("attack", [{"n": 0}])
            assert found == Raised("hostile", "it made a system call that is forbidden")
        assert (below(os.getpid()), descriptors()) == before


def test_a_zygote_that_is_killed_is_started_anew() -> None:
    with Yard({"honest": HONEST}) as yard:
        assert yard.batch("honest", [{"n": 1}]) == [Returned(2)]
        zygote = yard._zygote()
        os.kill(zygote._end.peek()[2][0].pid, signal.SIGKILL)  # type: ignore[index]
        zygote._end.peek()[2][0].wait()  # type: ignore[index]
        assert yard.batch("honest", [{"n": 2}]) == [Returned(3)]


def test_a_forked_process_has_zygotes_of_its_own() -> None:
    with Yard({"honest": HONEST}) as yard:
        yard.batch("honest", [{"n": 1}])
        ours = yard._zygote()
        child = os.fork()
        if not child:
            code = 1
            try:
                with Yard({"honest": HONEST}) as other:
                    same = other._zygote() is ours
                    found = other.batch("honest", [{"n": 2}])
                code = 0 if found == [Returned(3)] and not same else 2
                zygotes._zygote_of.cache_clear()
            finally:
                os._exit(code)
        assert os.waitpid(child, 0)[1] == 0
        assert yard.batch("honest", [{"n": 3}]) == [Returned(4)]
