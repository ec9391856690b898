"""Functions run behind a wall: honest ones answer, hostile ones are contained."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from ldc.author import author
from ldc.errors import JailError
from ldc.ir import Function
from ldc.jail import CallFailed, Jail, Raised, Returned
from tests.jail.functions import written
from tests.jail.test_walls import needs_kernel
from tests.toy import TOY, make_state

ROOT = Path(__file__).parents[2]
BASE = author(TOY, ROOT / "tests" / "toy" / "base", ROOT)
STATE = make_state(3)
HERE: dict[str, Any] = {"state": STATE, "steps": 2}


def outcome(function: Function, **limits: Any) -> Returned | Raised:
    """Return what one call of a function comes to, and see that the jail lives on."""
    honest = written("return steps", name="honest")
    with Jail(TOY, (function, honest), **limits) as jail:
        (found,) = jail.batch(function.name, [HERE])
        assert jail.call("honest", HERE) == 2
    return found


def test_a_whole_base_answers() -> None:
    with Jail(TOY, BASE) as jail:
        pick = jail.call("take_first", {"state": STATE})
        assert pick == STATE.balls[0]
        path = jail.call("brace", {"state": STATE, "pick": pick, "steps": 3})
        assert path == (pick,) * 3


def test_a_batch_keeps_the_order_and_survives_a_fault() -> None:
    divide = written("return 6 // steps", name="divide")
    with Jail(TOY, (divide,)) as jail:
        outcomes = jail.batch("divide", [{**HERE, "steps": n} for n in (1, 0, 3)])
    assert outcomes == [
        Returned(6),
        Raised(
            "raised", "raised ZeroDivisionError: integer division or modulo by zero"
        ),
        Returned(2),
    ]


def test_an_example_is_shown_as_in_a_repl() -> None:
    with Jail(TOY, BASE) as jail:
        shown = jail.show("brace", "brace(State(balls=(2,), wind=3, sign=''), 2, 2)")
        assert shown == Returned("(2, 2)")
        assert jail.show("brace", "brce") == Raised(
            "raised", "raised NameError: name 'brce' is not defined"
        )


def test_a_failed_call_says_which_value_and_which_type() -> None:
    with Jail(TOY, (written("return steps > 1"),)) as jail:
        with pytest.raises(CallFailed) as caught:
            jail.call("go", HERE)
        assert "True is not an int" in caught.value.what
        assert "go(state=State(" in caught.value.where
        with pytest.raises(CallFailed, match="'x' is not an int"):
            jail.call("go", {**HERE, "steps": "x"})
        with pytest.raises(JailError, match=r"'go' takes \(state, steps\)"):
            jail.call("go", {"state": STATE})
        with pytest.raises(JailError, match="did you mean 'go'"):
            jail.call("goo", HERE)


@pytest.mark.parametrize(
    ("body", "fault", "said"),
    [
        ("while True: pass", "late", "no answer within 0.5 seconds"),
        ("return sum(iter(int, 1))", "late", "no answer"),
        ("return len([0] * 10**10)", "raised", "MemoryError"),
        ("x = 'x'\nwhile x: x += x\nreturn 1", "raised", "MemoryError"),
        ("return 1 << 10**6", "misfit", "it cannot be told|is not an int"),
        ("return go(state, steps)", "raised", "RecursionError"),
        ("import os\nreturn 1", "raised", "'os' cannot be imported here"),
        ("from os import system\nreturn 1", "raised", "'os' cannot be imported"),
        ("import collections.abc\nreturn 1", "raised", "cannot be imported"),
        ("from math import sys\nreturn 1", "raised", "cannot import name"),
        ("return len(open('/etc/passwd').read())", "raised", "'open' is not defined"),
        ("print('x' * 10**6)\nreturn 1", "raised", "'print' is not defined"),
        ("return eval('1')", "raised", "'eval' is not defined"),
        ("return True", "misfit", "True is not an int"),
        ("return None", "misfit", "None is not an int"),
        ("raise ValueError('no')", "raised", "raised ValueError: no"),
    ],
)
def test_hostile_functions_are_contained(body: str, fault: str, said: str) -> None:
    found = outcome(written(body), seconds=0.5, memory=64 << 20)
    assert isinstance(found, Raised)
    assert found.fault == fault
    assert re.search(said, found.what)


# What a function can do that has found its way out of the namespace.
ESCAPED = """
for kind in ().__class__.__base__.__subclasses__():
    if kind.__name__ == "Quitter":
        pass
    if kind.__name__ == "BuiltinImporter":
        posix = kind.load_module("posix")
{act}
return 1
"""


@needs_kernel
@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("posix.open('/etc/passwd', 0)", "not permitted"),
        ("posix.dup(0)", "not permitted"),
        ("posix.mkdir('/etc/ldc_was_here/none')", "not permitted"),
    ],
)
def test_limits_stand_behind_the_namespace(act: str, said: str) -> None:
    found = outcome(written(ESCAPED.format(act=act)))
    assert isinstance(found, Raised)
    assert re.search(said, found.what)


def test_a_worker_that_ends_itself_is_replaced() -> None:
    found = outcome(written(ESCAPED.format(act="posix._exit(3)")))
    assert found == Raised("died", "the worker ended with code 3")


def test_a_forged_answer_is_not_believed() -> None:
    forged = r"posix.write(0, b'\x00\x00\x00\x10[\"x\",\"returned\",9]')"
    found = outcome(written(ESCAPED.format(act=forged)))
    assert isinstance(found, Raised)
    assert found.fault == "hostile"


def test_an_answer_that_is_too_long_is_not_sent() -> None:
    found = outcome(written("return 'x' * 99_999", returns="str"))
    assert isinstance(found, Returned)
    many = written("return ('x' * 99_999,) * 20", returns="tuple[str, ...]")
    found = outcome(many)
    assert found == Raised(
        "misfit", "returned a wrong value: it is larger than 1048576 bytes"
    )


def test_a_batch_gives_up_after_three_dead_workers() -> None:
    mostly = written("while steps: pass\nreturn 0")
    calls = [{**HERE, "steps": n} for n in (0, 1, 0, 1, 1, 0, 0)]
    with Jail(TOY, (mostly,), seconds=0.2) as jail:
        found = [
            o.fault if isinstance(o, Raised) else o.value
            for o in jail.batch("go", calls)
        ]
    assert found == [0, "late", 0, "late", "late", "skipped", "skipped"]


def test_sets_are_ordered_by_the_hash_seed_of_the_jail() -> None:
    letters = written("return ''.join({*'abcdefgh'})", returns="str")
    orders = set()
    for seed in (0, 0, 1):
        with Jail(TOY, (letters,), hash_seed=seed) as jail:
            orders.add(jail.call("go", HERE))
    assert len(orders) == 2


def test_the_environment_is_empty() -> None:
    looks = written(
        ESCAPED.format(act="return b' '.join(posix.environ).decode()"),
        returns="str",
    )
    found = outcome(looks)
    assert found == Returned("")


def test_a_file_that_fails_while_it_loads_is_named() -> None:
    source = written("return 1").source + "\n\n1 / 0\n"
    broken = Function(
        **{n: getattr(written("return 1"), n) for n in Function.__slots__}
        | {"source": source}
    )
    with (
        Jail(TOY, (broken,)) as jail,
        pytest.raises(CallFailed, match=r"pick/go.py: loading it: ZeroDivisionError"),
    ):
        jail.call("go", HERE)


def test_two_functions_of_one_name_cannot_be_told_apart() -> None:
    with pytest.raises(JailError, match="two functions are named 'go'"):
        Jail(TOY, (written("return 1"), written("return 2")))


HOST = """
import sys, time
sys.path.insert(0, {root!r})
from tests.jail.test_jail import HERE, Jail, TOY, written
jail = Jail(TOY, (written("while steps: pass\\nreturn 1"),), seconds=60)
jail.call("go", {{**HERE, "steps": 0}})
# The worker's number is of its own namespace; the kernel tells ours.
told = open(f"/proc/self/fdinfo/{{jail._worker._handle}}").read()
print(*told.partition("Pid:")[2].split()[:1], flush=True)
jail.call("go", HERE)
"""


def test_the_worker_dies_with_the_host() -> None:
    host = subprocess.Popen(
        [sys.executable, "-c", HOST.format(root=str(ROOT))], stdout=subprocess.PIPE
    )
    assert host.stdout is not None
    try:
        worker = int(host.stdout.readline())
    except ValueError:
        pytest.skip("this kernel gives no pidfd, by which the worker is found")
    os.kill(worker, 0)
    host.send_signal(signal.SIGKILL)
    host.wait()
    host.stdout.close()
    for _ in range(100):
        if not _runs(worker):
            break
        time.sleep(0.05)
    assert not _runs(worker)


def _runs(pid: int) -> bool:
    try:
        return "zombie" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False
