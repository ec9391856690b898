"""Labels as prompts and completions: menus shuffled, renamed, reworded, grouped."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ldc.constrain import Tokens, narrow, walk
from ldc.dataset.label import Label
from ldc.dataset.names import fresh_names, words_of
from ldc.dataset.reading import scope_of
from ldc.dataset.wording import Reworder, Voice
from ldc.ir import Example, Function, FunctionBase, TaskSpec, digest
from ldc.render import Renderer
from ldc.turns import turn_of

GROUP = 8
"""Examples under one menu: they share the computation of its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worder:
    """Turns labels into examples for one base, one template and one tokenizer."""

    task: TaskSpec
    base: FunctionBase
    renderer: Renderer
    tokens: Tokens

    def example(
        self,
        label: Label,
        menu: Sequence[Function],
        names: dict[str, str],
        conditions: dict[str, str],
        voice: Voice,
        coin: random.Random,
    ) -> Example:
        """Return one example under a given menu."""
        task, words = self.task, Reworder(self.task.wordings)
        stage = next(s for s in task.stages if s.name == label.stage)
        facts = words(task.facts(label.state, stage.name, label.results), voice, coin)
        lines = [(conditions[f.name], names.get(f.name, f.name)) for f in menu]
        grammar = narrow(
            task,
            stage.name,
            tuple(menu),
            task.live(label.state),
            scope_of(task, stage.name),
            names,
            turn_of(task, stage.name, label.state, label.results).who,
        )
        completion = grammar.spell(label.call)
        ids, branches = walk(grammar, self.tokens, completion)
        return Example(
            prompt=self.renderer.decide(task, stage, lines, facts),
            completion=completion,
            completion_ids=ids,
            branches=branches,
            stage=stage.name,
            function=label.call.function,
            state=digest(repr(label.state)),
            told=label.told,
        )

    def group(
        self,
        labels: Sequence[Label],
        voice: Voice,
        renamed: bool,
        coin: random.Random,
        more: Sequence[Function] = (),
    ) -> Iterator[Example]:
        """Yield examples of one stage under one freshly drawn menu that answers all.

        Functions in `more` are drawn from as those of the base are.
        """
        stage = labels[0].stage
        pool = [*(f for f in self.base.functions if f.stage == stage), *more]
        needed = {label.call.function for label in labels}
        rest = [f for f in pool if f.name not in needed]
        menu = [f for f in pool if f.name in needed]
        menu += coin.sample(rest, coin.randint(0, len(rest)))
        coin.shuffle(menu)
        names = tuple(f.name for f in menu)
        words = words_of(self.tokens.hf) if renamed else ()
        taken = [f.name for f in self.base.functions]
        alias = fresh_names(names, words, coin, taken) if renamed else {}
        say = Reworder(self.task.wordings)
        conditions = {f.name: say(f.condition, voice, coin) for f in menu}
        for label in labels:
            yield self.example(label, menu, alias, conditions, voice, coin)


def balanced(
    task: TaskSpec, labels: Sequence[Label], count: int, coin: random.Random
) -> Iterator[list[Label]]:
    """Yield groups of labels of one stage, every function about equally often.

    Within a function every text of facts comes equally often, so that news which does
    not matter at a stage is met as often as news which does.
    """
    kinds: dict[str, dict[str, dict[str, list[Label]]]] = {}
    for label in labels:
        text = task.facts(label.state, label.stage, label.results)
        same = kinds.setdefault(label.stage, {}).setdefault(label.call.function, {})
        same.setdefault(text, []).append(label)
    stages = sorted(kinds)
    for turn in range(-(-count // GROUP) if stages else 0):
        stage = kinds[stages[turn % len(stages)]]
        asked = coin.sample(sorted(stage), min(len(stage), coin.randint(2, 5)))
        group = []
        for _ in range(GROUP):
            texts = stage[coin.choice(asked)]
            group.append(coin.choice(texts[coin.choice(sorted(texts))]))
        yield group
