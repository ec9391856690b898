"""Where llama.cpp and `transformers` part: `python -m bench.parity pursuit [prompts]`.

Random legal play meets the prompts, so that close choices are among them. Each is asked
of the policy on `transformers` in f32, then of the other backends and formats. Two
calls may differ only where the margin is within what the format rounds away.
"""

import random
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from ldc import build
from ldc.constrain.token_mask import Matcher
from ldc.constrain.tokens import Tokens
from ldc.contest import PLAY_SEEDS, player_of
from ldc.finetune.policy import load_policy
from ldc.generate import Choice, Mode
from ldc.generate.backends import in_torch
from ldc.generate.decode import Decoder
from ldc.generate.gguf import Format, cached_gguf
from ldc.generate.llama_cpp import LlamaReader
from ldc.generate.parity import Parity, compare
from ldc.generate.reader import Logits
from ldc.generate.vocabulary import GgufTokens
from ldc.ir import Prompt
from ldc.jail import Jail
from ldc.learn import Kit
from ldc.play.rollout import rollout

FORMATS: tuple[Format, ...] = ("f32", "f16", "bf16", "q8_0")

Asked = tuple[Prompt, Matcher]


class Dice:
    """A `ldc.generate.reader.Reader` that reads nothing: its logits are drawn."""

    def __init__(self, width: int) -> None:
        self.passes = self.tokens = 0
        self._width = width
        self._draw = np.random.default_rng(0)

    def begin(self, menus: Sequence[tuple[int, ...]]) -> None:
        """Do nothing."""

    def fork(self, sources: Sequence[int]) -> None:
        """Do nothing."""

    def read(
        self, pieces: Sequence[Sequence[int]], wanted: Sequence[Sequence[int]]
    ) -> list[Logits]:
        """Return drawn logits of the wanted ids."""
        return [self._draw.normal(size=len(ids)).astype(np.float32) for ids in wanted]

    def follow(self, piece: Sequence[int]) -> np.ndarray[tuple[int, int]]:
        """Return drawn logits of all ids after each token."""
        return self._draw.normal(size=(len(piece), self._width))


class Listening(Decoder):
    """Chooses by dice, and remembers what it was asked."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(Dice(tokens.vocab_size), tokens)
        self.asked: dict[Prompt, Asked] = {}

    def choose(
        self, prompt: Prompt, matcher: Matcher, *, mode: Mode = "greedy", seed: int = 0
    ) -> Choice:
        """Choose, and keep the question."""
        self.asked[prompt] = prompt, matcher
        return super().choose(prompt, matcher, mode=mode, seed=seed)


def met(kit: Kit, tokens: Tokens, count: int) -> list[Asked]:
    """Return prompts that random legal play meets, drawn from whole episodes."""
    ear = Listening(tokens)
    player = player_of(kit, "dice", "functions", (ear, tokens))
    with Jail(kit.task, kit.base.functions) as jail:
        for seed in range(PLAY_SEEDS, PLAY_SEEDS + 4):
            rollout(kit.task, jail, player, seed)
    found = list(ear.asked.values())
    return random.Random(0).sample(found, min(count, len(found)))


def row(name: str, found: Parity) -> str:
    """Return a line of the table."""
    same = found.asked - len(found.differences)
    widest = max((max(d.margins) for d in found.differences), default=0.0)
    return f"| {name} | {same} of {found.asked} | {widest:.4f} | {found.drift:.5f} |"


def main(arguments: Sequence[str]) -> None:
    """Print a Markdown table, and each difference below it."""
    name, count = arguments[0], int((*arguments[1:], "64")[0])
    kit = build.kit_of(build.open_job(name, None), demo=False, seed=0)
    folder, digests = kit.project.policy_folder(name), kit.digests("functions")
    exact, tokens = in_torch(load_policy(folder, digests, "float32")[1])
    assert isinstance(exact, Decoder)
    asked = met(kit, tokens, count)
    rounded, _ = in_torch(load_policy(folder, digests)[1])
    assert isinstance(rounded, Decoder)
    rivals = {f"llama.cpp {f}": on(kit, folder, f, digests) for f in FORMATS}
    rivals["transformers bf16"] = rounded
    print("| Against f32 | same call | widest margin, nats | drift, nats |")
    print("|---|---|---|---|")
    told = []
    for rival, decoder in rivals.items():
        found = compare(asked, exact, decoder)  # `exact` remembers its choices
        print(row(rival, found), flush=True)
        told += [(rival, each) for each in found.differences]
    for rival, each in told:
        margins = " and ".join(f"{m:.4f}" for m in each.margins)
        print(f"\n{rival}: {each.one!r} became {each.other!r}, margins {margins}")


def on(kit: Kit, folder: Path, form: Format, digests: Mapping[str, str]) -> Decoder:
    """Return the policy on llama.cpp, in a format."""
    reader = LlamaReader(cached_gguf(folder, kit.folder / "gguf", form, digests))
    return Decoder(reader, GgufTokens(reader), memory=0)


if __name__ == "__main__":
    main(sys.argv[1:])
