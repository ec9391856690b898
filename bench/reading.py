"""Does the student read? `python -m bench.reading pursuit`.

States of held-out seeds, every function under a name never seen in training; manuals
and facts in the task's vocabulary, then in wordings never seen. Agreement of the whole
call with the expert's label; once more for the states whose words change the label.
"""

import random
import sys

from ldc import build
from ldc.constrain import Tokens, narrow
from ldc.dataset import Label, label, scope_of
from ldc.dataset.examples import Worder
from ldc.dataset.names import fresh_names, words_of
from ldc.dataset.wording import Reworder, Voice
from ldc.finetune.policy import load_policy
from ldc.generate.decode import Decoder
from ldc.jail import Jail
from ldc.learn import PLAY_SEEDS, Kit
from ldc.play.players import Expert
from ldc.play.rollout import rollout

ROWS = 100


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


def main() -> None:
    """Print agreement by voice."""
    name = sys.argv[1]
    kit = build.kit_of(build.open_job(name, None), demo=False, seed=0)
    folder = kit.project.policy_folder(name)
    _, student = load_policy(folder, kit.digests("functions"))
    tokens = Tokens(student.tokenizer)
    decoder = Decoder(student, tokens)
    worder = Worder(task=kit.task, base=kit.base, renderer=kit.renderer, tokens=tokens)
    labels = labels_of(kit, 100)
    voices: tuple[Voice, ...] = ("own", "seen", "unseen")
    for voice in voices:
        coin = random.Random(1)
        say = Reworder(kit.task.wordings)
        right: list[bool] = []
        told: list[bool] = []
        for _ in range(ROWS):
            each = coin.choice(labels)
            menu = [f for f in kit.base.functions if f.stage == each.stage]
            coin.shuffle(menu)
            plain = tuple(f.name for f in menu)
            names = fresh_names(plain, words_of(tokens.hf), coin)
            conditions = {f.name: say(f.condition, voice, coin) for f in menu}
            example = worder.example(each, menu, names, conditions, voice, coin)
            grammar = narrow(
                kit.task,
                each.stage,
                tuple(menu),
                kit.task.live(each.state),
                scope_of(kit.task, each.stage),
                names,
            )
            choice = decoder.choose(example.prompt, grammar.matcher(tokens))
            right.append(choice.ids == example.completion_ids)
            if each.told:
                told.append(right[-1])
        share = sum(right) / len(right)
        words = f"{sum(told) / len(told):.2f} of {len(told)}" if told else "none"
        print(f"fresh names, {voice} wordings: {share:.2f} of {ROWS}; told: {words}")


if __name__ == "__main__":
    main()
