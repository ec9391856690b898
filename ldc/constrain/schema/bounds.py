"""How far values go where a schema does not say."""

from dataclasses import dataclass, fields
from fractions import Fraction

from ldc.errors import GrammarError


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Bounds for what a JSON Schema leaves open; a grammar needs them all."""

    text: int = 64
    """Characters of a string without `maxLength`."""
    low: int = -999_999
    """The least number; a lesser `maximum` moves the range down."""
    high: int = 999_999
    """The greatest number; a greater `minimum` moves the range up."""
    step: float = 0.0001
    """Between numbers without `multipleOf`."""
    items: int = 8
    """Of an array without `maxItems`."""
    depth: int = 2
    """How often a `$ref` that holds itself is written out within itself."""

    def span(
        self, low: Fraction | None, high: Fraction | None
    ) -> tuple[Fraction, Fraction]:
        """Return both ends of a range of which some may be open."""
        width = Fraction(self.high - self.low)
        if low is None:
            first = Fraction(self.low)
            low = first if high is None or first <= high else high - width
        if high is None:
            last = Fraction(self.high)
            high = last if low <= last else low + width
        return low, high


def read_bounds(text: str) -> Bounds:
    """Return the bounds of `text=64,high=9999`; those not named stay as they are.

    Raises:
        GrammarError: an unknown name, or no number.
    """
    known = {field.name: field.type for field in fields(Bounds)}
    given: dict[str, float] = {}
    for part in filter(None, text.split(",")):
        name, _, number = part.partition("=")
        try:
            given[name] = float(number) if known[name] is float else int(number)
        except (KeyError, ValueError) as error:
            mend = f"write NAME=NUMBER, with NAME one of {', '.join(known)}"
            raise GrammarError("--bounds", f"cannot read {part!r}", mend) from error
    bounds = Bounds(**given)  # type: ignore[arg-type]
    if (
        bounds.low > bounds.high
        or bounds.step <= 0
        or min(bounds.text, bounds.items, bounds.depth) < 0
    ):
        mend = "keep low below high, and the others above 0"
        raise GrammarError("--bounds", f"nothing is within {text!r}", mend)
    return bounds
