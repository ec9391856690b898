"""The board as an SVG picture."""

from html import escape

from ldc.tasks.pursuit.state import SIZE, Cell, State

SQUARE = 40
SIDE = SIZE * SQUARE


def draw(state: State) -> str:
    """Return a picture: hunters blue, prey orange, walls, zone, bulletin below."""
    parts = [
        f'<svg viewBox="-10 -10 {SIDE + 20} {SIDE + 60}" role="img" '
        'aria-label="the board" font-family="system-ui, sans-serif">',
        f'<rect width="{SIDE}" height="{SIDE}" rx="6" fill="#f6f3ea"/>',
    ]
    for i in range(1, SIZE):
        at = i * SQUARE
        parts.append(f'<path d="M{at} 0V{SIDE}M0 {at}H{SIDE}" stroke="#e2dccb"/>')
    parts += [_square(cell, "#6b6457", 4) for cell in state.walls]
    parts += [_square(cell, "#d9534f55", 0) for cell in state.zone]
    for i, prey in enumerate(state.prey):
        if state.loose[i]:
            parts.append(_piece(prey, "#ef8a17", str(i + 1), 13))
    for i, hunter in enumerate(state.hunters):
        parts.append(_piece(hunter, "#2a6fdb", str(i + 1), 15))
    parts.append(
        f'<text x="0" y="{SIDE + 32}" font-size="17" fill="currentColor">'
        f"step {state.step}: {escape(state.bulletin)}</text></svg>"
    )
    return "".join(parts)


def _square(cell: Cell, colour: str, rounding: int) -> str:
    y, x = cell[0] * SQUARE, cell[1] * SQUARE
    return (
        f'<rect x="{x + 1}" y="{y + 1}" width="{SQUARE - 2}" height="{SQUARE - 2}" '
        f'rx="{rounding}" fill="{colour}"/>'
    )


def _piece(cell: Cell, colour: str, label: str, radius: int) -> str:
    y, x = cell[0] * SQUARE + SQUARE // 2, cell[1] * SQUARE + SQUARE // 2
    return (
        f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{colour}"/>'
        f'<text x="{x}" y="{y + 5}" font-size="15" font-weight="600" fill="#fff" '
        f'text-anchor="middle">{label}</text>'
    )
