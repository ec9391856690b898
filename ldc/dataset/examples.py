"""Labels as prompts and completions: menus shuffled, renamed, reworded, grouped."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ldc.constrain import Tokens, narrow, walk
from ldc.dataset.label import Label
from ldc.dataset.names import fresh_names, words_of
from ldc.dataset.wording import Reworder, Voice
from ldc.ir import Example, Function, FunctionBase, TaskSpec, digest
from ldc.render import Renderer

GROUP = 8
"""Examples under one menu: they share the computation of its text."""


def scope_of(task: TaskSpec, stage: str) -> tuple[tuple[str, object], ...]:
    """Return the variables that a call of this stage may name, with their types."""
    names = [s.name for s in task.stages]
    earlier = task.stages[: names.index(stage)]
    return (("state", task.state), *((s.result, s.returns) for s in earlier))


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
        self, labels: Sequence[Label], voice: Voice, renamed: bool, coin: random.Random
    ) -> Iterator[Example]:
        """Yield examples of one stage under one freshly drawn menu that answers all."""
        stage = labels[0].stage
        pool = [f for f in self.base.functions if f.stage == stage]
        needed = {label.call.function for label in labels}
        rest = [f for f in pool if f.name not in needed]
        menu = [f for f in pool if f.name in needed]
        menu += coin.sample(rest, coin.randint(0, len(rest)))
        coin.shuffle(menu)
        names = tuple(f.name for f in menu)
        alias = fresh_names(names, words_of(self.tokens.hf), coin) if renamed else {}
        say = Reworder(self.task.wordings)
        conditions = {f.name: say(f.condition, voice, coin) for f in menu}
        for label in labels:
            yield self.example(label, menu, alias, conditions, voice, coin)


def balanced(
    labels: Sequence[Label], count: int, coin: random.Random
) -> Iterator[list[Label]]:
    """Yield groups of labels of one stage, every function about equally often."""
    kinds: dict[str, dict[str, list[Label]]] = defaultdict(lambda: defaultdict(list))
    for label in labels:
        kinds[label.stage][label.call.function].append(label)
    stages = sorted(kinds)
    made = 0
    while made < count and stages:
        stage = stages[(made // GROUP) % len(stages)]
        functions = sorted(kinds[stage])
        asked = coin.sample(functions, min(len(functions), coin.randint(2, 5)))
        yield [coin.choice(kinds[stage][coin.choice(asked)]) for _ in range(GROUP)]
        made += GROUP
