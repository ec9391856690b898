"""Draws a state as an SVG: the dealer's two cards above the player's hand."""

from ldc.tasks.blackjack.state import BUST, State

WIDTH, HEIGHT = 420, 260
FELT, EDGE = "#1f6b4a", "#17523a"
PAPER, BACK = "#fffdf7", "#2f4b7c"
INK, RED = "#22252b", "#b3261e"


def draw(state: State) -> str:
    """Return a self-contained SVG, 420 x 260: no script, no font, no other file."""
    dealer = "A" if state.dealer == 1 else str(state.dealer)
    kind = "bust" if state.total > BUST else "soft" if state.ace else "hard"
    shapes = (
        f'<rect width="{WIDTH}" height="{HEIGHT}" rx="14" fill="{EDGE}"/>',
        f'<rect x="6" y="6" width="408" height="248" rx="10" fill="{FELT}"/>',
        _label(24, 76, "dealer"),
        _face(130, 20, dealer, RED if state.dealer == 1 else INK),
        _back(212, 20),
        _label(24, 196, "player"),
        _back(146, 140),
        _face(130, 140, str(state.total), RED if kind == "bust" else INK),
        _label(224, 196, f"{kind} {state.total}"),
    )
    title = f"<title>player {kind} {state.total}, dealer shows {dealer}</title>"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}" role="img" font-family="Georgia, serif">'
        f"{title}{''.join(shapes)}</svg>"
    )


def _card(x: int, y: int, fill: str) -> str:
    return (
        f'<rect x="{x}" y="{y}" width="70" height="98" rx="8" fill="{fill}" '
        f'stroke="{EDGE}" stroke-width="1.5"/>'
    )


def _face(x: int, y: int, text: str, ink: str) -> str:
    return (
        f'{_card(x, y, PAPER)}<text x="{x + 35}" y="{y + 61}" font-size="36" '
        f'text-anchor="middle" fill="{ink}">{text}</text>'
    )


def _back(x: int, y: int) -> str:
    return (
        f'{_card(x, y, BACK)}<rect x="{x + 7}" y="{y + 7}" width="56" height="84" '
        f'rx="5" fill="none" stroke="{PAPER}" stroke-opacity="0.55"/>'
    )


def _label(x: int, y: int, text: str) -> str:
    return f'<text x="{x}" y="{y}" font-size="19" fill="{PAPER}">{text}</text>'
