"""Of a row, one part is asked for, told of what is its own by name."""

from ldc.author.asks import asks_of
from ldc.author.primer import sayings
from ldc.author.shape import shaped
from ldc.author.source import read_function
from ldc.tasks.pursuit import TASK as PURSUIT

MOVE = asks_of(
    PURSUIT, [("move", "prey 2 is a decoy", True), ("move", "the way is clear", True)]
)


def test_a_part_of_a_row_is_asked_for_by_what_is_its_own() -> None:
    assert MOVE[0].asked("go") == (
        "def go(state: State, hunter_number: Hunter, hunter_cell: Cell, "
        "target_number: Prey, target_cell: Cell, route_cell: Cell, "
        "prey_number: Prey, prey_cell: Cell) -> Move:"
    )
    assert {part.name: part.at(2) for part in MOVE[0].parts} == {
        "hunter_number": "3",
        "hunter_cell": "state.hunters[2]",
        "target_number": "targets[2]",
        "target_cell": "state.prey[targets[2] - 1]",
        "route_cell": "routes[2]",
        "prey_number": "prey",
        "prey_cell": "state.prey[prey - 1]",
    }
    (tired,) = asks_of(PURSUIT, [("assign", "hunter 1 is tired", True)])
    names = ["own_number", "own_cell", "hunter_number", "hunter_cell"]
    assert [part.name for part in tired.parts] == names


def test_the_own_number_counts_from_one() -> None:
    code = """
def go(state, hunter_number):
    return "up" if hunter_number == 2 else "stay"

def always_known(state, hunter_number, answer):
    return answer == ("up" if hunter_number == 2 else "stay")
"""
    source = shaped(code, MOVE[1], PURSUIT, sayings(PURSUIT), ()).source()
    assert "return _move(1), _move(2), _move(3)" in source
    assert "_known(place + 1, answer) for place, answer in enumerate(go(" in source


def test_the_row_is_got_by_the_frame() -> None:
    code = """
def go(state, hunter_number, hunter_cell, target_number, target_cell, route_cell):
    return straight(state, hunter_cell, target_cell)

def always_nearer(state: State, answer: Move) -> bool:
    return answer == straight(state, hunter_cell, target_cell)
"""
    draft = shaped(code, MOVE[1], PURSUIT, sayings(PURSUIT), ())
    source = draft.source()
    assert (
        "def _move(state: State, hunter_cell: Cell, target_cell: Cell) -> Move:"
        in source
    )
    assert "_move(state, state.hunters[1], state.prey[targets[1] - 1])" in source
    assert "def go(state: State, targets: Targets) -> Moves:" in source
    assert (
        "_nearer(state, state.hunters[place], state.prey[targets[place] - 1], answer) "
        "for place, answer in enumerate(go(state, targets))" in source
    )
    assert not [told for told in draft.changes if "head" in told]
    read_function(source, task=PURSUIT, stage="move", path="base/pursuit/move/go.py")
