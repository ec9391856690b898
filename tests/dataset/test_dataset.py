"""What the student learns from is right, split by state, and says things anew."""

import random
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from ldc.constrain import Tokens, narrow, walk
from ldc.dataset import Label, read_dataset, scope_of, write_dataset
from ldc.dataset.examples import GROUP
from ldc.dataset.names import fresh_names, words_of
from ldc.dataset.split import split_of, verify
from ldc.dataset.wording import HELD_OUT, Reworder
from ldc.errors import DatasetError
from ldc.ir import Dataset, Example, Function, digest
from ldc.tasks.pursuit import TASK
from ldc.tasks.pursuit.wordings import WORDINGS
from tests.dataset.conftest import ROWS, make
from tests.play.bases import base_of, menu_of

LINE = re.compile(r"If (.+), call (\w+)\.")
PHRASE_OF = {
    wording: phrase
    for phrase, others in WORDINGS.items()
    for wording in (phrase, *others)
}


def rows_of(made: Dataset) -> tuple[Example, ...]:
    return made.train + made.valid + made.test


def menu_read(example: Example) -> dict[Function, str]:
    """Return the functions that a prompt offers, with the names it gives them."""
    by_condition = {f.condition: f for f in menu_of(TASK, example.stage)}
    return {
        by_condition[PHRASE_OF[condition]]: name
        for condition, name in LINE.findall(example.prompt.constant)
    }


def heard(text: str, wordings: list[str]) -> list[str]:
    """Return the wordings that stand in a text, whoever they are about."""
    bodies = {w: re.escape(w).replace(re.escape("{who}"), r"\w+") for w in wordings}
    return [w for w, body in bodies.items() if re.search(rf"\b{body}\b", text)]


def test_no_state_stands_in_two_splits(made: Dataset) -> None:
    train, valid, test = (
        {example.state for example in rows}
        for rows in (made.train, made.valid, made.test)
    )
    assert train and valid and test
    assert not (train & valid or train & test or valid & test)


def test_a_state_in_two_splits_is_refused_by_name(made: Dataset) -> None:
    leaky = replace(made, test=(*made.test, made.train[0]))
    with pytest.raises(DatasetError) as caught:
        verify(leaky)
    assert made.train[0].state in caught.value.what


def test_most_states_train_and_content_alone_decides(
    labels: tuple[Label, ...],
) -> None:
    states = {repr(each.state): each.state for each in labels}
    parts = Counter(split_of(state) for state in states.values())
    assert parts["train"] > 0.7 * len(states)
    assert min(parts["valid"], parts["test"]) > 0.05 * len(states)


def test_every_completion_is_one_that_the_rebuilt_grammar_writes(
    made: Dataset, labels: tuple[Label, ...], tokens: Tokens
) -> None:
    """Border check 4: nothing is taken from the dataset but what the student reads."""
    states = {digest(repr(each.state)): each.state for each in labels}
    for example in rows_of(made):
        menu = menu_read(example)
        names = {function.name: name for function, name in menu.items()}
        grammar = narrow(
            TASK,
            example.stage,
            tuple(menu),
            TASK.live(states[example.state]),
            scope_of(TASK, example.stage),
            names,
        )
        assert grammar.accepts(example.completion), example.completion
        assert grammar.parse(example.completion).function == example.function
        walked = walk(grammar, tokens, example.completion)
        assert walked == (example.completion_ids, example.branches)


def test_completions_are_the_tokens_that_the_tokenizer_makes(
    made: Dataset, tokens: Tokens
) -> None:
    for example in rows_of(made):
        assert list(example.completion_ids) == tokens.encode(example.completion)
        for branch in example.branches:
            assert example.completion_ids[branch.position] in branch.allowed
            assert len(branch.allowed) > 1


def test_the_called_function_is_on_the_menu_once(made: Dataset) -> None:
    for example in rows_of(made):
        names = [name for _, name in LINE.findall(example.prompt.constant)]
        assert len(set(names)) == len(names)
        assert names.count(example.completion.strip().partition("(")[0]) == 1


def test_the_right_call_is_the_experts(
    made: Dataset, labels: tuple[Label, ...]
) -> None:
    right = {
        (digest(repr(each.state)), each.stage): (each.call.function, each.told)
        for each in labels
    }
    for example in rows_of(made):
        key = (example.state, example.stage)
        assert right[key] == (example.function, example.told)


def test_held_out_wordings_are_never_trained_on(made: Dataset) -> None:
    held_out = [w for others in WORDINGS.values() for w in others[-HELD_OUT:]]
    for example in (*made.train, *made.valid):
        assert heard(str(example.prompt), held_out) == []
    said = {w for e in made.test for w in heard(str(e.prompt), held_out)}
    assert len(said) > 5


def test_examples_of_a_group_read_one_menu(made: Dataset) -> None:
    assert len(made.train) == ROWS
    menus = [
        {example.prompt.constant for example in made.train[at : at + GROUP]}
        for at in range(0, ROWS, GROUP)
    ]
    assert {len(group) for group in menus} == {1}
    assert len(set.union(*menus)) > ROWS // GROUP * 0.9


def test_rare_functions_come_up_as_well_as_common_ones(
    made: Dataset, labels: tuple[Label, ...]
) -> None:
    visited = Counter(each.call.function for each in labels)
    drawn = Counter(example.function for example in made.train)
    assert set(drawn) == set(visited)
    assert max(visited.values()) > 20 * min(visited.values())
    assert max(drawn.values()) < 10 * min(drawn.values())


def test_the_same_seed_makes_the_same_dataset(
    made: Dataset, labels: tuple[Label, ...], tokens: Tokens
) -> None:
    assert make(labels, tokens, 0) == made
    other = make(labels, tokens, 1, rows=16)
    assert other.digest != make(labels, tokens, 0, rows=16).digest


def test_a_dataset_comes_back_from_disk_as_it_was(
    made: Dataset, tmp_path: Path
) -> None:
    write_dataset(made, tmp_path)
    assert read_dataset(tmp_path) == made


def test_a_line_cut_short_is_blamed_by_file_and_line(
    made: Dataset, tmp_path: Path
) -> None:
    write_dataset(made, tmp_path)
    file = tmp_path / "valid.jsonl"
    file.write_bytes(file.read_bytes()[:-40])
    with pytest.raises(DatasetError) as caught:
        read_dataset(tmp_path)
    assert caught.value.where.endswith(f"valid.jsonl:{len(made.valid)}")


def test_a_row_without_a_field_is_blamed_by_file_and_line(
    made: Dataset, tmp_path: Path
) -> None:
    write_dataset(made, tmp_path)
    file = tmp_path / "train.jsonl"
    lines = file.read_text("utf-8").splitlines()
    lines[2] = lines[2].replace('"completion_ids"', '"ids"')
    file.write_text("\n".join(lines) + "\n", "utf-8")
    with pytest.raises(DatasetError) as caught:
        read_dataset(tmp_path)
    assert caught.value.where.endswith("train.jsonl:3")
    assert "completion_ids" in caught.value.what


def test_fresh_names_differ_and_are_no_functions_own(tokens: Tokens) -> None:
    names = tuple(f.name for f in base_of("pursuit").functions)
    words = words_of(tokens.hf)
    assert len(words) > 2000
    for seed in range(200):
        new = fresh_names(names[:5], words, random.Random(seed), taken=names)
        assert tuple(new) == names[:5]
        assert len(set(new.values())) == 5
        assert all(name.isidentifier() for name in new.values())


def test_a_fresh_name_is_never_a_base_name_even_when_words_are_few() -> None:
    words = ("pace", "rescue", "stand", "by")
    taken = ("pace", "rescue", "stand_by")
    for seed in range(100):
        new = fresh_names(("run", "pace"), words, random.Random(seed), taken=taken)
        assert not set(new.values()) & {*taken, "run"}


def test_a_phrase_keeps_whom_it_is_about_in_other_words() -> None:
    say = Reworder(WORDINGS)
    coin = random.Random(0)
    text = "the prey run loose; prey 2 is a decoy"
    assert say(text, "own", coin) == text
    heard_now = {say(text, "unseen", coin) for _ in range(50)}
    assert heard_now == {
        f"{fact}; prey 2 {news}"
        for fact in WORDINGS["the prey run loose"][-2:]
        for news in ("is a sham", "is just a lure")
    }
