"""Where llama.cpp and `transformers` part: `python -m bench.parity pursuit [episodes]`.

The policy plays on `transformers` in f32, and every prompt it meets is asked again of
the other backends and formats. Two calls may differ only where their margin is within
what the format rounds away.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from ldc import build
from ldc.constrain.token_mask import Matcher
from ldc.contest import PLAY_SEEDS, always, play_seeds, player_of
from ldc.finetune.policy import load_policy
from ldc.generate import Choice, Mode
from ldc.generate.backends import in_torch
from ldc.generate.decode import Decoder
from ldc.generate.gguf import Format, cached_gguf
from ldc.generate.llama_cpp import LlamaReader
from ldc.generate.parity import Parity, compare
from ldc.generate.vocabulary import GgufTokens
from ldc.ir import Prompt

FORMATS: tuple[Format, ...] = ("f32", "f16", "bf16", "q8_0")
MOST = 64
"""Prompts that are compared, each once."""


class Listening(Decoder):
    """A backend that remembers what it was asked."""

    def __init__(self, inner: Decoder) -> None:
        super().__init__(inner.reader, inner.tokens)
        self.asked: dict[tuple[Prompt, str], tuple[Prompt, Matcher]] = {}

    def choose(
        self, prompt: Prompt, matcher: Matcher, *, mode: Mode = "greedy", seed: int = 0
    ) -> Choice:
        """Choose as ever, and keep the question."""
        self.asked[prompt, repr(matcher.heads)] = prompt, matcher
        return super().choose(prompt, matcher, mode=mode, seed=seed)


def row(name: str, found: Parity) -> str:
    """Return a line of the table."""
    same = found.asked - len(found.differences)
    widest = max((max(d.margins) for d in found.differences), default=0.0)
    return f"| {name} | {same} of {found.asked} | {widest:.4f} | {found.drift:.5f} |"


def main(arguments: Sequence[str]) -> None:
    """Print a Markdown table, and each difference below it."""
    name, episodes = arguments[0], int((*arguments[1:], "2")[0])
    kit = build.kit_of(build.open_job(name, None), demo=False, seed=0)
    folder, digests = kit.project.policy_folder(name), kit.digests("functions")
    _, student = load_policy(folder, digests, "float32")
    plain, tokens = in_torch(student)
    assert isinstance(plain, Decoder)
    ear = Listening(plain)
    player = player_of(kit, "LD", "functions", (ear, tokens))
    seeds = range(PLAY_SEEDS, PLAY_SEEDS + episodes)
    play_seeds(kit, always(player), "functions", seeds, None)
    asked = list(ear.asked.values())[:MOST]
    rounded, _ = in_torch(load_policy(folder, digests)[1], memory=0)
    assert isinstance(rounded, Decoder)
    rivals = {"transformers bf16": rounded}
    kept = kit.folder / "gguf"
    for form in FORMATS:
        rivals[f"llama.cpp {form}"] = on(kept, folder, form, digests)
    print("| Against f32 | same call | widest margin, nats | drift, nats |")
    print("|---|---|---|---|")
    told = []
    for rival, decoder in rivals.items():
        found = compare(asked, ear, decoder)  # what it chose in play, it remembers
        print(row(rival, found), flush=True)
        told += [(rival, each) for each in found.differences]
    for rival, each in told:
        margins = " and ".join(f"{m:.4f}" for m in each.margins)
        print(f"\n{rival}: {each.one!r} became {each.other!r}, margins {margins}")


def on(kept: Path, folder: Path, form: Format, digests: Mapping[str, str]) -> Decoder:
    """Return the policy on llama.cpp, in a format."""
    reader = LlamaReader(cached_gguf(folder, kept, form, digests))
    return Decoder(reader, GgufTokens(reader), memory=0)


if __name__ == "__main__":
    main(sys.argv[1:])
