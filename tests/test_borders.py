"""Borders between stages: training and play read and write the very same bytes."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from ldc.constrain import Matcher, Tokens
from ldc.dataset import Label, label
from ldc.dataset.examples import Worder
from ldc.generate import Choice, Mode
from ldc.ir import Branch, Example, Function, Prompt, TaskSpec
from ldc.jail import Jail
from ldc.play.players import Expert
from ldc.play.rollout import decide, rollout
from ldc.play.student import StudentPlayer
from tests.constrain.conftest import tokens
from tests.play.bases import RENDERER, TASKS, base_of, menu_of

__all__ = ["tokens"]


@dataclass
class Script:
    """A backend that writes given tokens under the mask and notes what it read."""

    ids: tuple[int, ...] = ()
    read: list[Prompt] = field(default_factory=list)
    masks: list[tuple[int, ...]] = field(default_factory=list)

    def choose(
        self, prompt: Prompt, matcher: Matcher, *, mode: Mode = "greedy", seed: int = 0
    ) -> Choice:
        """Return the given tokens; the matcher refuses others than the grammar's."""
        self.read.append(prompt)
        for token in self.ids:
            allowed = tuple(map(int, matcher.allowed()))
            if len(allowed) > 1:
                self.masks.append(allowed)
            matcher.consume([token])
        assert matcher.finished()
        return Choice(
            ids=self.ids,
            log_probability=0.0,
            entropy_bits=(),
            branch_points=(),
            forward_passes=0,
            milliseconds=0.0,
        )

    def choose_all(
        self,
        asked: Sequence[tuple[Prompt, Matcher]],
        *,
        mode: Mode = "greedy",
        seed: int = 0,
    ) -> tuple[Choice, ...]:
        """Return the given tokens for every prompt."""
        return tuple(self.choose(*one, mode=mode, seed=seed) for one in asked)

    def bits(
        self,
        prompt: Prompt,
        completion_ids: Sequence[int],
        branches: Sequence[Branch],
    ) -> tuple[float, float]:
        """A script is sure of itself."""
        return 0.0, 0.0


@dataclass(frozen=True)
class Fixed:
    """A retriever that always offers a stage's functions in one order."""

    task: TaskSpec
    order: int

    def candidates(self, stage: str, query: str, k: int) -> tuple[Function, ...]:
        """Return k functions, drawn by the order's number."""
        menu = menu_of(self.task, stage)
        return tuple(random.Random(self.order).sample(menu, len(menu))[:k])


def trained(task: TaskSpec, tokens: Tokens, retriever: Fixed, right: Label) -> Example:
    """Return what training makes of a label under the retriever's menu."""
    worder = Worder(
        task=task, base=base_of(task.name), renderer=RENDERER, tokens=tokens
    )
    menu = retriever.candidates(right.stage, "", 9)
    own = {f.name: f.condition for f in menu}
    return worder.example(right, menu, {}, own, "own", random.Random(0))


@pytest.mark.parametrize("name", TASKS)
def test_training_and_play_read_the_same_bytes_and_ids(
    name: str, tokens: Tokens
) -> None:
    """Border check 5; also that play lets the student write what training taught."""
    task, base = TASKS[name], base_of(name)
    with Jail(task, base.functions) as jail:
        for seed in range(3):
            script, retriever = Script(), Fixed(task, seed)
            player = StudentPlayer(
                "scripted",
                task=task,
                base=base,
                backend=script,
                tokens=tokens,
                renderer=RENDERER,
                retriever=retriever,
                k=9,
            )
            steps = rollout(task, jail, Expert(task), seed).steps
            for step in steps[:: max(1, len(steps) // 4)]:
                for right in label(task, jail, step.state, step.hint)[0]:
                    example = trained(task, tokens, retriever, right)
                    script.ids, script.masks = example.completion_ids, []
                    chosen = player.choose(
                        right.state, right.stage, right.results, step.hint
                    )
                    read = script.read[-1]
                    assert str(read).encode() == str(example.prompt).encode()
                    assert read == example.prompt == chosen.prompts[0]
                    assert tokens.encode_prompt(read) == (
                        tokens.encode(read.constant) + tokens.encode(read.state)
                    )
                    assert script.masks == [b.allowed for b in example.branches]
                    assert chosen.call == right.call


def test_no_word_of_the_hint_reaches_the_student(tokens: Tokens) -> None:
    """The same state with and without its meaning is read as the same prompt."""
    task = TASKS["pursuit"]
    env = task.make_env(kinds=("decoy",))
    observation, info = env.reset(seed=2)
    state = task.state_of(observation, info)
    assert info["hint"] is not None
    script = Script()
    player = StudentPlayer(
        "scripted",
        task=task,
        base=base_of("pursuit"),
        backend=script,
        tokens=tokens,
        renderer=RENDERER,
        retriever=Fixed(task, 0),
        k=9,
    )
    script.ids = tuple(tokens.encode(" gang_up(state=state)\n"))
    for hint in (info["hint"], None):
        player.choose(state, "assign", {}, hint)
    assert script.read[0] == script.read[1]


def test_labels_and_play_run_the_same_calls_to_the_same_action() -> None:
    """A label's action is what the expert does in play, stage by stage."""
    task = TASKS["pursuit"]
    with Jail(task, base_of("pursuit").functions) as jail:
        for step in rollout(task, jail, Expert(task), 11).steps:
            labels, action = label(task, jail, step.state, step.hint)
            again = decide(task, jail, Expert(task), step.state, step.hint)
            assert tuple(each.call for each in labels) == step.decision.calls
            assert action == step.decision.results[-1] == again.results[-1]
            told = task.told(step.state)
            assert all(told for each in labels if each.told)
