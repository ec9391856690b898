"""What the student is told of a state: the bulletin, then one fact for each stage."""

from ldc.ir import Results
from ldc.tasks.pursuit.state import (
    Routes,
    State,
    after,
    straight,
    way,
)


def way_is_clear(state: State, routes: Routes) -> bool:
    """Say whether a straight step brings every hunter nearer, none onto another."""
    standing = list(state.hunters)
    for i, goal in enumerate(routes):
        here = standing[i]
        if here == goal:
            continue
        there = after(here, straight(state, here, goal))
        others = [cell for j, cell in enumerate(standing) if j != i]
        if there in others or way(state, there, goal) >= way(state, here, goal):
            return False
        standing[i] = there
    return True


def facts(state: State, stage: str, results: Results) -> str:
    """Say the facts that matter at a stage, in the task's vocabulary, bulletin last."""
    match stage:
        case "assign":
            fact = "the prey run loose"
        case "route":
            fact = "the target runs free"
        case _:
            clear = way_is_clear(state, results["routes"])
            fact = "the way is clear" if clear else "something is in the way"
    return f"{fact}; {state.bulletin}"
