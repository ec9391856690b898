"""Toy examples through the real grammar, and a tiny random student with real tokens."""

import random
from pathlib import Path
from typing import Any

import pytest

from ldc.author.source import read_folder
from ldc.constrain import StageGrammar, Tokens, narrow, walk
from ldc.finetune.student import Student, converted
from ldc.ir import Dataset, Example, Prompt, digest
from tests.toy import TOY, expert, facts, live, make_state

ROOT = Path(__file__).parents[1]
FUNCTIONS = read_folder(TOY, ROOT / "toy" / "base", ROOT.parent)


@pytest.fixture(scope="session")
def tokenizer() -> Any:
    from transformers import AutoTokenizer

    return AutoTokenizer.from_pretrained(converted()[0])


@pytest.fixture(scope="session")
def tokens(tokenizer: Any) -> Tokens:
    return Tokens(tokenizer)


def tiny_student(tokenizer: Any, seed: int = 0) -> Student:
    """Return a random Llama of two layers, in fp32, that shares the real vocabulary."""
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM

    torch.manual_seed(seed)
    config = LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=64,
        intermediate_size=128,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        tie_word_embeddings=False,
        initializer_range=0.2,
        pad_token_id=tokenizer.pad_token_id,
    )
    model: Any = LlamaForCausalLM(config)
    return Student("tiny", f"seed-{seed}", model.eval(), tokenizer)


@pytest.fixture
def tiny(tokenizer: Any) -> Student:
    return tiny_student(tokenizer)


def situation(seed: int, stage: str) -> tuple[Prompt, StageGrammar, str]:
    """Return a prompt, its grammar and the expert's completion; the seed draws all."""
    rng = random.Random(seed)
    state = make_state(rng.randrange(10**6))
    menu = [f for f in FUNCTIONS if f.stage == stage]
    random.Random(seed // 4).shuffle(menu)  # four seeds share a menu
    scope = (("state", TOY.state), ("pick", TOY.stages[0].returns))
    results = {} if stage == "pick" else {"pick": state.balls[0]}
    grammar = narrow(
        TOY, stage, tuple(menu), live(state), scope[: 1 + (stage == "walk")]
    )
    lines = [f"If {f.condition}, call {f.name}" for f in menu]
    constant = "\n".join([TOY.goal, *lines, ""])
    prompt = Prompt(
        constant=constant, state=f"Now {facts(state, stage, results)}: call"
    )
    return prompt, grammar, grammar.spell(expert(state, stage, results, None))


def make_examples(tokens: Tokens, seeds: range) -> tuple[Example, ...]:
    """Return labelled calls of both stages, four in a row with one menu."""
    found = []
    for seed in seeds:
        stage = ("pick", "walk")[seed // 4 % 2]
        prompt, grammar, completion = situation(seed, stage)
        ids, branches = walk(grammar, tokens, completion)
        found.append(
            Example(
                prompt=prompt,
                completion=completion,
                completion_ids=ids,
                branches=branches,
                stage=stage,
                function=completion.split("(")[0].strip(),
                state=str(seed),
                told=False,
            )
        )
    return tuple(found)


def make_dataset(tokens: Tokens, train: int, valid: int) -> Dataset:
    """Return a dataset of toy examples; its digest tells its size only."""
    return Dataset(
        train=make_examples(tokens, range(train)),
        valid=make_examples(tokens, range(10_000, 10_000 + valid)),
        test=(),
        digest=digest("toy", str(train), str(valid)),
    )
