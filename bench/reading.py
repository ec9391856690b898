"""Does the student read? `python -m bench.reading pursuit`.

Held-out seeds. Every function under a name never seen in training; manuals and facts
in the task's vocabulary, then in wordings never seen. Agreement of the whole call with
the label, for the base's functions (all, and where words change the label), and for
pretended functions whose condition no function in training ever had.
"""

import random
import sys
from collections.abc import Sequence

from ldc import build
from ldc.constrain import Tokens, narrow
from ldc.contest import PLAY_SEEDS
from ldc.dataset import Label, label, scope_of
from ldc.dataset.examples import Worder
from ldc.dataset.names import fresh_names, words_of
from ldc.dataset.pretend import group_of
from ldc.dataset.wording import Reworder, Voice
from ldc.finetune.policy import load_policy
from ldc.finetune.student import load_student
from ldc.generate.decode import Decoder
from ldc.generate.prefix import TorchReader
from ldc.ir import Function
from ldc.jail import Jail
from ldc.learn import Kit
from ldc.play.players import Expert
from ldc.play.rollout import rollout

ROWS = 150

VOICES: tuple[tuple[Voice, Voice], ...] = (
    ("own", "own"),
    ("unseen", "own"),
    ("unseen", "unseen"),
)
"""Wordings of manuals and of facts; facts come from the task's own code."""


def labels_of(kit: Kit, games: int) -> list[Label]:
    """Return one label for each distinct text of facts that the expert meets."""
    found: dict[str, Label] = {}
    with Jail(kit.task, kit.base.functions) as jail:
        for seed in range(PLAY_SEEDS, PLAY_SEEDS + games):
            for step in rollout(kit.task, jail, Expert(kit.task), seed).steps:
                for each in label(kit.task, jail, step.state, step.hint)[0]:
                    text = kit.task.facts(each.state, each.stage, each.results)
                    found.setdefault(f"{each.stage}: {text}", each)
    return [found[key] for key in sorted(found)]


class Reader:
    """Asks one student, and compares with the label."""

    def __init__(self, kit: Kit, decoder: Decoder) -> None:
        self.kit, self.decoder = kit, decoder
        self.tokens = decoder.tokens
        self.worder = Worder(
            task=kit.task, base=kit.base, renderer=kit.renderer, tokens=self.tokens
        )
        self.say = Reworder(kit.task.wordings)

    def right(
        self,
        each: Label,
        more: Sequence[Function],
        manuals: Voice,
        facts: Voice,
        coin: random.Random,
    ) -> bool:
        """Say whether the student makes the labelled call, under fresh names."""
        kit = self.kit
        menu = [*(f for f in kit.base.functions if f.stage == each.stage), *more]
        coin.shuffle(menu)
        plain = tuple(f.name for f in menu)
        names = fresh_names(plain, words_of(self.tokens.hf), coin)
        conditions = {f.name: self.say(f.condition, manuals, coin) for f in menu}
        example = self.worder.example(each, menu, names, conditions, facts, coin)
        grammar = narrow(
            kit.task,
            each.stage,
            tuple(menu),
            kit.task.live(each.state),
            scope_of(kit.task, each.stage),
            names,
        )
        choice = self.decoder.choose(example.prompt, grammar.matcher(self.tokens))
        return choice.ids == example.completion_ids


def share(right: Sequence[bool]) -> str:
    """Return a share with its count."""
    return f"{sum(right) / len(right):.2f} of {len(right)}" if right else "none"


def main() -> None:
    """Print a Markdown table: a student and a voice a row."""
    name = sys.argv[1]
    kit = build.kit_of(build.open_job(name, None), demo=False, seed=0)
    labels = labels_of(kit, 100)
    folder = kit.project.policy_folder(name)
    students = {
        "LD": load_policy(folder, kit.digests("functions"))[1],
        "zero-shot": load_student(kit.student),
    }
    print(
        "| student, manuals / facts | base, fresh names | told | functions never met |"
    )
    print("|---|---|---|---|")
    for player, student in students.items():
        reader = Reader(
            kit, Decoder(TorchReader(student.model), Tokens(student.tokenizer))
        )
        for manuals, facts in VOICES:
            coin = random.Random(1)
            drawn = [coin.choice(labels) for _ in range(ROWS)]
            right = [reader.right(each, (), manuals, facts, coin) for each in drawn]
            told = [r for r, each in zip(right, drawn, strict=True) if each.told]
            strange: list[bool] = []
            for stage in kit.task.stages:
                same = [each for each in labels if each.stage == stage.name]
                found, more = group_of(
                    kit.task, kit.base, same, ROWS // 2, coin, unseen=True
                )
                new = [each for each in found if each.call.function == "pretended"]
                strange += [
                    reader.right(each, more, manuals, facts, coin) for each in new
                ]
            row = f"{player}, {manuals} / {facts} | {share(right)} | {share(told)}"
            print(f"| {row} | {share(strange)} |", flush=True)


if __name__ == "__main__":
    main()
