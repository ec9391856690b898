"""Labels of a few pursuit episodes, and a dataset made of them once."""

import pytest

from ldc.constrain import Tokens
from ldc.dataset import Label, dataset, label
from ldc.ir import Dataset
from ldc.jail import Jail
from ldc.play.players import Wrong
from ldc.play.rollout import rollout
from ldc.tasks.pursuit import TASK
from tests.constrain.conftest import tokens
from tests.play.bases import RENDERER, base_of

__all__ = ["labels", "made", "tokens"]

EPISODES = 24
ROWS = 240


@pytest.fixture(scope="session")
def labels() -> tuple[Label, ...]:
    """Return the right calls in the states of episodes that go wrong now and then."""
    base = base_of("pursuit")
    player = Wrong(TASK, base, share=0.15, seed=0)
    found: list[Label] = []
    with Jail(TASK, base.functions) as jail:
        for seed in range(EPISODES):
            for step in rollout(TASK, jail, player, seed).steps:
                found += label(TASK, jail, step.state, step.hint)[0]
    return tuple(found)


def make(
    labels: tuple[Label, ...], tokens: Tokens, seed: int, rows: int = ROWS
) -> Dataset:
    """Return a small dataset of pursuit."""
    return dataset(
        TASK,
        base_of("pursuit"),
        labels,
        renderer=RENDERER,
        tokens=tokens,
        rows=rows,
        seed=seed,
    )


@pytest.fixture(scope="session")
def made(labels: tuple[Label, ...], tokens: Tokens) -> Dataset:
    """Return the dataset of seed 0."""
    return make(labels, tokens, 0)
