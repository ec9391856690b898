"""Numbers with intervals from played episodes."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import mean, median

from ldc.errors import TaskError
from ldc.ir import Episode

Z = 1.959963984540054
"""Standard normal quantile of a two-sided 95 % interval."""

RESAMPLES = 2000
"""Bootstrap resamples; the interval moves by less than a percent of its width."""


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bits:
    """Mean surprise of the decisions, in bits per decision."""

    constrained: float
    """Over the tokens that the grammar allows."""
    unconstrained: float
    """Over the whole vocabulary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What one player did over its episodes."""

    player: str
    episodes: int
    success: Interval
    """Share of episodes won, Wilson interval."""
    mean_score: Interval
    """Bootstrap interval; of a single episode no interval is known: -inf to inf."""
    steps: float
    """Mean steps of an episode."""
    illegal_moves: int
    invalid_calls: int
    forward_passes: float
    """Per decision."""
    branches: float
    """Per decision."""
    milliseconds: float
    """Median of a decision."""
    bits: tuple[Bits, ...] = ()
    """One, where it was measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """Success of `player` minus success of `against`, on the seeds both played."""

    player: str
    against: str
    seeds: int
    difference: Interval


def wilson(won: int, played: int) -> Interval:
    """Return the share won with its Wilson 95 % interval; `played` is at least 1.

    Example:
        >>> wilson(10, 10).high
        1.0
    """
    share, scale = won / played, 1 + Z * Z / played
    middle = (share + Z * Z / (2 * played)) / scale
    spread = share * (1 - share) / played + Z * Z / (4 * played * played)
    half = Z / scale * math.sqrt(spread)
    low = 0.0 if won == 0 else middle - half
    return Interval(share, low, 1.0 if won == played else middle + half)


def bootstrap(values: tuple[float, ...], seed: int = 0) -> Interval:
    """Return the mean with a percentile bootstrap 95 % interval.

    One value says nothing of its spread: the interval is then infinite.
    """
    import numpy as np

    if len(values) < 2:
        return Interval(mean(values), -math.inf, math.inf)
    rng = np.random.default_rng(seed)
    drawn = rng.choice(np.asarray(values, dtype=float), (RESAMPLES, len(values)))
    low, high = np.quantile(drawn.mean(axis=1), (0.025, 0.975))
    return Interval(mean(values), float(low), float(high))


def summarise(
    player: str,
    episodes: tuple[Episode, ...],
    bits: Mapping[str, Bits] | None = None,
) -> Score:
    """Return the score of one player.

    Args:
        player: The player's name, and its key in `bits`.
        episodes: What it played, at least one.
        bits: Bits per decision by player, where they were measured.

    Raises:
        TaskError: There are no episodes.
    """
    if not episodes:
        raise TaskError(
            "score", f"{player!r} played no episode", "play at least one seed"
        )
    steps = [step for episode in episodes for step in episode.steps]
    decisions = [step.decision for step in steps]
    measured = (bits or {}).get(player)
    return Score(
        player=player,
        episodes=len(episodes),
        success=wilson(sum(e.success for e in episodes), len(episodes)),
        mean_score=bootstrap(tuple(e.score for e in episodes)),
        steps=len(steps) / len(episodes),
        illegal_moves=sum(step.illegal_moves for step in steps),
        invalid_calls=sum(e.invalid_calls for e in episodes),
        forward_passes=sum(d.forward_passes for d in decisions) / max(1, len(steps)),
        branches=sum(d.branches for d in decisions) / max(1, len(steps)),
        milliseconds=median(d.milliseconds for d in decisions) if steps else 0.0,
        bits=(measured,) if measured else (),
    )


def paired(a: tuple[Episode, ...], b: tuple[Episode, ...]) -> Paired:
    """Return the difference of success, a minus b, on the seeds that both played.

    The interval is Bonett and Price's (2012): a Wald interval after one discordant
    pair is added to each side, sound for few seeds and for equal outcomes.

    Raises:
        TaskError: No seed is shared.
    """
    left = {episode.seed: episode for episode in a}
    right = {episode.seed: episode for episode in b}
    shared = sorted(left.keys() & right.keys())
    if not shared:
        raise TaskError(
            "score",
            f"no shared seed: {sorted(left)!r} and {sorted(right)!r}",
            "play both players on the same seeds",
        )
    only_a = sum(left[s].success and not right[s].success for s in shared)
    only_b = sum(right[s].success and not left[s].success for s in shared)
    count = len(shared) + 2
    gain, loss = (only_a + 1) / count, (only_b + 1) / count
    half = Z * math.sqrt((gain + loss - (gain - loss) ** 2) / count)
    middle = gain - loss
    difference = Interval(
        (only_a - only_b) / len(shared), max(-1.0, middle - half), min(1, middle + half)
    )
    return Paired(
        player=left[shared[0]].player,
        against=right[shared[0]].player,
        seeds=len(shared),
        difference=difference,
    )
