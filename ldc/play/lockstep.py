"""Several episodes at once: whatever they ask for at one time is chosen together."""

import time
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from ldc.ir import Episode, TaskSpec
from ldc.jail import Jail
from ldc.play.players import Chosen, Player
from ldc.play.rollout import Answer, Ask, Playing, playing


class TogetherPlayer(Player, Protocol):
    """A player that can make several choices at once."""

    def choose_all(self, asks: Sequence[Ask]) -> tuple[Chosen, ...]:
        """Return what `choose` would, one an ask."""
        ...


def lockstep(
    task: TaskSpec,
    jail: Jail,
    player: TogetherPlayer,
    seeds: Iterable[int],
    batch: int,
) -> Iterator[Episode]:
    """Play one episode a seed, and give each when it ends.

    The next seed begins where an episode has ended, so that the batch stays full.

    Args:
        task: Makes the envs.
        jail: Runs the functions.
        player: Chooses the calls of all episodes.
        seeds: Of the envs.
        batch: Episodes at once.
    """
    waiting = iter(seeds)
    games: list[tuple[Playing, Ask]] = []

    def begin() -> None:
        for seed in waiting:
            game = playing(task, jail, player.name, seed)
            games.append((game, next(game)))
            return

    for _ in range(batch):
        begin()
    while games:
        begun = time.perf_counter()
        chosen = player.choose_all([ask for _, ask in games])
        share = (time.perf_counter() - begun) * 1000 / len(games)
        asked, games = games, []
        for (game, _), one in zip(asked, chosen, strict=True):
            try:
                games.append((game, game.send(Answer(one, share))))
            except StopIteration as end:
                yield end.value
                begin()
