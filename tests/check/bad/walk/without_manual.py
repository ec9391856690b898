from tests.toy.state import Path, Pick, State


def without_manual(state: State, pick: Pick) -> Path:  # finding: LDC307
    return (pick,)


# What must hold for every state.


def always_right(state: State, pick: Pick) -> bool:
    return without_manual(state, pick) == (pick,)
