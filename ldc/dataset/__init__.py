"""Stage 4, what the student learns from: labelled states, worded and split by state."""

import random
from collections.abc import Sequence
from itertools import chain

from ldc.constrain import Tokens
from ldc.dataset.by_expert import ByExpert
from ldc.dataset.by_search import BySearch, Past
from ldc.dataset.by_teacher import ByTeacher
from ldc.dataset.chat import digest_of, read_dataset, write_dataset
from ldc.dataset.examples import Worder, balanced
from ldc.dataset.label import Label, Question, Source, label_of, values_of
from ldc.dataset.lines import label, label_all
from ldc.dataset.pretend import group_of
from ldc.dataset.reading import grammar_of, key_of, scope_of
from ldc.dataset.split import Split, part, verify
from ldc.dataset.wording import Voice
from ldc.ir import Dataset, Example, FunctionBase, TaskSpec
from ldc.render import Renderer


def dataset(
    task: TaskSpec,
    base: FunctionBase,
    labels: Sequence[Label],
    *,
    missed: Sequence[Label] = (),
    renderer: Renderer,
    tokens: Tokens,
    rows: int,
    seed: int = 0,
    renamed: float = 0.8,
    pretending: float = 0.0,
) -> Dataset:
    """Return a dataset of labelled calls, every function about equally often.

    Args:
        task: Gives facts, vocabulary and wordings.
        base: The menu is drawn from it.
        labels: Of visited states.
        missed: Those that a student got wrong; half of the rows are drawn from them.
        renderer: Words the prompts.
        tokens: The student's tokenizer.
        rows: Training examples; validation and test get an eighth of it each.
        seed: Same seed, same dataset.
        renamed: Share of menus whose functions get fresh names.
        pretending: Share of menus with a pretended function, fresh names always.

    Raises:
        DatasetError: A border check fails.
        GrammarError: A label that the grammar cannot write (border check 4).
    """
    coin = random.Random(seed)
    worder = Worder(task=task, base=base, renderer=renderer, tokens=tokens)

    def make(rows: int, split: Split, voices: tuple[Voice, ...]) -> list[Example]:
        made: list[Example] = []
        chosen, wrong = part(labels, split), part(missed, split)
        half = rows // 2 if wrong else 0
        for group in chain(
            balanced(task, chosen, rows - half, coin),
            balanced(task, wrong, half, coin),
        ):
            voice, fresh = coin.choice(voices), coin.random() < renamed
            if coin.random() < pretending:
                same = [label for label in chosen if label.stage == group[0].stage]
                other, more = group_of(task, base, same, len(group), coin)
                if more:
                    made += worder.group(other, voice, True, coin, more)
                    continue
            made += worder.group(group, voice, fresh, coin)
        return made

    few = max(rows // 8, 8)
    train = tuple(make(rows, "train", ("own", "seen")))
    valid = tuple(make(few, "valid", ("own", "seen")))
    test = tuple(make(few, "test", ("own", "unseen")))
    made = Dataset(
        train=train, valid=valid, test=test, digest=digest_of(train, valid, test)
    )
    verify(made)
    return made


__all__ = [
    "ByExpert",
    "BySearch",
    "ByTeacher",
    "Label",
    "Past",
    "Question",
    "Source",
    "dataset",
    "grammar_of",
    "key_of",
    "label",
    "label_all",
    "label_of",
    "read_dataset",
    "scope_of",
    "values_of",
    "write_dataset",
]
