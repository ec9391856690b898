"""What a call behind the walls costs, beside other sandboxes: `python -m bench.jail`.

All arrangements are timed in turn, round after round, in one run; a row is the median
of its calls, or of its batches. Other sandboxes are asked when they are installed.
`--quick` takes fewer rounds, calls and kills.
"""

import importlib.util
import json
import marshal
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from ldc.author.source import read_function
from ldc.jail import Jail, Walls, Yard
from ldc.jail.told import told
from ldc.jail.values import sent
from ldc.tasks.pursuit import TASK

BATCH = 64
BYTES = 200
"""Of a state, as compact JSON; which numbers and letters they are is printed."""

PLAIN = """
def nearest(state, reach):
    row, column = state["hunters"][0]
    gaps = []
    for there in state["prey"]:
        gaps.append(abs(there[0] - row) + abs(there[1] - column))
    return [gap <= reach for gap in gaps]
"""
TYPED = '''from ldc.tasks.pursuit.state import State, Targets, gap


def nearest(state: State) -> Targets:
    """Send all after the prey that is nearest to the first hunter.

    Use it when the prey run loose.
    """
    gaps = [gap(state.hunters[0], prey) for prey in state.prey]
    prey = gaps.index(min(gaps)) + 1
    return (prey, prey, prey)
'''
KILLS = "import os\ndef attack():\n    os.fork()\n"

Runs = Callable[[list[Any]], list[Any]]
"""Calls the small function once for each state."""


def main() -> None:
    """Print two Markdown tables."""
    quick = "--quick" in sys.argv[1:]
    states = typed_states()
    plain = [as_plain(state) for state in states]
    with ExitStack() as stack:
        ways = {
            name: (made, kind)
            for name, kind, made in arrangements(stack)
            if isinstance(made, str) or agrees(made, kind, states, plain)
        }
        costs = timed(ways, states, plain, rounds=5 if quick else 25)
        print(
            f"| state of {BYTES} bytes, microseconds a call | singly | added |", end=""
        )
        print(f" in batches of {BATCH} | added |\n|---|---|---|---|---|")
        for name, (made, kind) in ways.items():
            if isinstance(made, str):
                print(f"| {name} | {made} | | | |")
                continue
            one, many = costs[name]
            direct, directs = costs[f"direct, {kind}"]
            print(f"| {name} | {one:.1f} | {one - direct:.1f} |", end="")
            print(f" {many:.1f} | {many - directs:.1f} |", flush=True)
    print(f"\nA typed state is {spelled(sent(TASK.state)(states[0]))};", end=" ")
    print(f"a plain one {spelled(plain[0])}.")
    print("\n| upkeep | |\n|---|---|")
    print(f"| worker replaced, first call answered | {replaced():.1f} ms |")
    for line in (
        endured(50_000 if quick else 1_000_000),
        killed(100 if quick else 1000),
    ):
        print(line, flush=True)


def typed_states() -> list[Any]:
    """Return states of a game, each of 200 bytes as it crosses."""
    env = TASK.make_env()
    states = []
    for seed in range(BATCH):
        state = TASK.state_of(*env.reset(seed=seed))
        missing = BYTES - len(told(replace(state, bulletin=""), TASK.state))
        states.append(replace(state, bulletin=("prey 2 is a decoy; " * 9)[:missing]))
    return states


def spelled(data: Any) -> str:
    """Say what a state is made of, and how much of it crosses."""
    leaves = [*scalars(data)]
    letters = sum(len(leaf) for leaf in leaves if isinstance(leaf, str))
    numbers = sum(not isinstance(leaf, str) for leaf in leaves)
    crosses = len(marshal.dumps(data))
    return f"{numbers} numbers and {letters} letters, {crosses} bytes as it crosses"


def scalars(data: Any) -> Iterator[Any]:
    """Yield what is in rows and tables, but the names of fields."""
    if isinstance(data, dict | list | tuple):
        for part in data.values() if isinstance(data, dict) else data:
            yield from scalars(part)
    else:
        yield data


def as_plain(state: Any) -> dict[str, Any]:
    """Return what of a state the plain function reads, padded to the same size."""
    plain = {
        "hunters": [[*cell] for cell in state.hunters],
        "prey": [[*cell] for cell in state.prey],
        "bulletin": "",
    }
    short = BYTES - len(json.dumps(plain, separators=(",", ":")))
    return plain | {"bulletin": "x" * short}


def arrangements(stack: ExitStack) -> Iterator[tuple[str, str, Runs | str]]:
    """Yield name, "typed" or "plain", and what runs it or why there is nothing to."""
    typed = read_function(TYPED, task=TASK, stage="assign", path="nearest.py")
    space: dict[str, Any] = {}
    exec(TYPED, space)
    yield "direct, typed", "typed", lambda xs: [space["nearest"](state=x) for x in xs]
    jail = stack.enter_context(Jail(TASK, (typed,)))
    yield (
        "this jail, typed",
        "typed",
        lambda xs: [
            one.value  # type: ignore[union-attr]
            for one in jail.batch("nearest", [{"state": x} for x in xs])
        ],
    )
    free: dict[str, Any] = {}
    exec(PLAIN, free)
    yield "direct, plain", "plain", lambda xs: [free["nearest"](x, 9) for x in xs]
    yard = stack.enter_context(Yard({"nearest": PLAIN}))
    yield (
        "this jail, plain",
        "plain",
        lambda xs: [
            one.value  # type: ignore[union-attr]
            for one in yard.batch("nearest", [{"state": x, "reach": 9} for x in xs])
        ],
    )
    from bench.sandboxes import SANDBOXES

    for name, (module, make) in SANDBOXES.items():
        there = not module or importlib.util.find_spec(module)
        yield name, "plain", make(PLAIN, stack) if there else "not installed"


def agrees(made: Runs, kind: str, states: list[Any], plain: list[Any]) -> bool:
    """Say whether an arrangement runs; all of a kind must give the same."""
    inputs = states if kind == "typed" else plain
    space: dict[str, Any] = {}
    exec(TYPED if kind == "typed" else PLAIN, space)
    more = () if kind == "typed" else (9,)
    wanted = [space["nearest"](x, *more) for x in inputs]
    found = made(inputs)
    if found != wanted:
        raise SystemExit(f"an arrangement answers {found[0]}, not {wanted[0]}")
    return True


def timed(
    ways: dict[str, tuple[Runs | str, str]],
    states: list[Any],
    plain: list[Any],
    rounds: int,
) -> dict[str, tuple[float, float]]:
    """Return microseconds a call, singly and in batches."""
    taken: dict[str, tuple[list[float], list[float]]] = {n: ([], []) for n in ways}
    for _ in range(rounds):
        for name, (made, kind) in ways.items():
            if isinstance(made, str):
                continue
            inputs = states if kind == "typed" else plain
            inputs = inputs[:2] if "subprocess" in name else inputs
            singly, together = taken[name]
            singly += [seconds(made, [one]) for one in inputs]
            together += [seconds(made, inputs) / len(inputs) for _ in range(5)]
    return {
        name: (1e6 * median(singly), 1e6 * median(together))
        for name, (singly, together) in taken.items()
        if singly
    }


def seconds(made: Runs, inputs: list[Any]) -> float:
    """Return how long an arrangement takes."""
    start = time.perf_counter()
    made(inputs)
    return time.perf_counter() - start


def replaced() -> float:
    """Return milliseconds from a dead worker to the next one's first answer."""
    seconds = []
    with Yard({"nearest": PLAIN}) as yard:
        call = {"state": {"hunters": [[0, 0]], "prey": []}, "reach": 1}
        yard.batch("nearest", [call])
        for _ in range(50):
            yard.close()
            start = time.perf_counter()
            yard.batch("nearest", [call])
            seconds.append(time.perf_counter() - start)
    return 1000 * median(seconds)


def endured(calls: int) -> str:
    """Say what grows over many calls: memory and descriptors."""
    states = [as_plain(state) for state in typed_states()]
    batch = [{"state": state, "reach": 9} for state in states]
    with Yard({"nearest": PLAIN}) as yard:
        for _ in range(100):
            yard.batch("nearest", batch)
        before = resident(), descriptors()
        for _ in range(calls // BATCH):
            yard.batch("nearest", batch)
        after = resident(), descriptors()
    grown = (after[0] - before[0]) / 1024
    return (
        f"| {calls:,} calls: memory, descriptors | {grown:+.1f} MB, "
        f"{after[1] - before[1]:+d} |"
    )


def killed(times: int) -> str:
    """Say what is left of workers that had to be killed."""
    with Yard({"attack": KILLS}, walls=Walls(policy=False, namespace=False)) as yard:
        yard.batch("attack", [{}])
        before = processes(), descriptors()
        start = time.perf_counter()
        for _ in range(times):
            yard.batch("attack", [{}])
        each = 1000 * (time.perf_counter() - start) / times
        left = processes() - before[0], descriptors() - before[1]
    return (
        f"| {times:,} hostile kills: processes left, descriptors; time of one | "
        f"{left[0]:+d}, {left[1]:+d}; {each:.1f} ms |"
    )


def resident() -> int:
    """Return the memory of this process and of all below it, in KiB."""
    total = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for pid in tree(os.getpid()):
        status = Path(f"/proc/{pid}/status").read_text()
        total += int(status.partition("VmRSS:")[2].split()[0])
    return total


def descriptors() -> int:
    """Return how many descriptors this process has open."""
    return len([*Path("/proc/self/fd").iterdir()])


def processes() -> int:
    """Return how many processes are below this one, dead ones included."""
    return len([*tree(os.getpid())])


def tree(pid: int) -> Iterator[int]:
    """Yield the processes below one."""
    for file in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, file.read_text().split()):
            yield child
            yield from tree(child)


if __name__ == "__main__":
    main()
