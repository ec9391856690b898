"""The dials of a check, and the names of its gates in their order."""

from dataclasses import dataclass

from ldc.errors import LdcError, did_you_mean

READING = ("source", "policy", "rules", "spec", "types")
"""Gates that only read."""

TRYING = ("dynamic", "properties", "mutants", "held-out")
"""Gates that call the function, in the jail."""

GATES = (*READING, *TRYING)

SAFETY = ("source", "policy")
"""Gates that come before anything is called, also when one gate is asked for alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The dials of a check."""

    examples: int = 200
    """Inputs that each property is tried on, and as many that are held out."""
    large: int = 600
    """Inputs for what the examples left open: unreached branches, surviving mutants."""
    seed: int = 0
    """Draws the same inputs again."""
    killed: float = 0.8
    """Share of the mutants that examples and properties must tell from the function."""
    only: str = ""
    """One gate, to be asked alone; empty for all."""
    without: frozenset[str] = frozenset()
    """Codes that count for nothing: how tests show that a rule is needed."""

    def runs(self, gate: str) -> bool:
        """Say whether a gate is asked."""
        if self.only in TRYING and gate in SAFETY:
            return True
        return self.only in ("", gate)


def known_gate(name: str) -> str:
    """Return the name of a gate; "" stands for all.

    Raises:
        LdcError: No gate is named so.
    """
    if name == "twins":
        raise LdcError(
            "--only",
            "twins are no gate: two functions are compared when both have been judged",
            "leave --only out; `ldc rule LDC502` says when twins are told",
        )
    if name and name not in GATES:
        raise LdcError(
            "--only", f"no gate is named {name!r}", did_you_mean(name, [*GATES])
        )
    return name
