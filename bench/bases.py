"""Makes bases of many functions for measurements: pursuit's stages, three patterns.

Every function has its own numbers, and properties that say its result in another way.
"""

from pathlib import Path

BOARD = """State(
        ...         hunters=((0, 0), (0, 4), (9, 9)), prey=((5, 0), (5, 5), (8, 8)),
        ...         loose=(True, True, True), walls=(), zone=(), step=0, bulletin=""
        ...     )"""
"""The state of every example."""

PREY = ((5, 0), (5, 5), (8, 8))

ASSIGN = '''from ldc.tasks.pursuit.state import State, Targets, at_large


def weigh_{down}_{right}(state: State) -> Targets:
    """Send all hunters after the prey of the least weight.

    A row weighs {down}, a column {right}.

    Use it when the prey run loose.

    Args:
        state: The board as the hunters see it.

    Returns:
        The same prey three times; of equal ones, that with the lower number.

    Example:
        >>> weigh_{down}_{right}(
        ...     state={board},
        ... )
        {shown}
    """

    def weight(number: int) -> int:
        row, column = state.prey[number - 1]
        return {down} * row + {right} * column

    target = min(at_large(state), key=weight)
    return target, target, target


# What must hold for every state.


def always_the_least_weight(state: State) -> bool:
    targets = weigh_{down}_{right}(state)
    ranked = sorted(
        (state.prey[i - 1][0] * {down} + state.prey[i - 1][1] * {right}, i)
        for i in at_large(state)
    )
    return targets == (ranked[0][1],) * 3
'''

ROUTE = '''from ldc.tasks.pursuit.state import SIZE, Routes, State, Targets


def lead_{down}_{right}(state: State, targets: Targets) -> Routes:
    """Send each hunter to a cell beside its target, as far as the board goes.

    The cell is {down} rows and {right} columns further.

    Use it when the target runs free.

    Args:
        state: The board as the hunters see it.
        targets: Whom each hunter chases.

    Returns:
        The cell that each hunter heads for.

    Example:
        >>> lead_{down}_{right}(
        ...     state={board},
        ...     targets=(1, 2, 2),
        ... )
        {shown}
    """
    last = SIZE - 1
    goals = []
    for target in targets:
        row, column = state.prey[target - 1]
        goals.append((min(row + {down}, last), min(column + {right}, last)))
    one, two, three = goals
    return one, two, three


# What must hold for every state and all targets.


def always_beside_the_target(state: State, targets: Targets) -> bool:
    cells = [state.prey[target - 1] for target in targets]
    rows = tuple(range(SIZE))
    return lead_{down}_{right}(state, targets) == tuple(
        ((rows[row:] or rows)[:{down} + 1][-1], (rows[column:])[:{right} + 1][-1])
        for row, column in cells
    )
'''


def write_base(root: Path, size: int) -> list[Path]:
    """Write a project with a base of pursuit, and return its function files.

    Args:
        root: An empty folder.
        size: How many functions.
    """
    (root / "ldc.toml").write_text("format = 1\n", "utf-8")
    files = []
    for number in range(size):
        down, right = number // 2 % 24, number // 2 // 24
        stage, name, text = (_assign, _route)[number % 2](down + 1, right + 1)
        file = root / "function_base" / "pursuit" / stage / f"{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        files.append(file)
    return files


def _assign(down: int, right: int) -> tuple[str, str, str]:
    weights = [down * row + right * column for row, column in PREY]
    shown = (weights.index(min(weights)) + 1,) * 3
    text = ASSIGN.format(down=down, right=right, board=BOARD, shown=shown)
    return "assign", f"weigh_{down}_{right}", text


def _route(down: int, right: int) -> tuple[str, str, str]:
    cells = [
        (min(PREY[target - 1][0] + down, 9), min(PREY[target - 1][1] + right, 9))
        for target in (1, 2, 2)
    ]
    text = ROUTE.format(down=down, right=right, board=BOARD, shown=tuple(cells))
    return "route", f"lead_{down}_{right}", text
