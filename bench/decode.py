"""What a constrained decision costs, ours and others': `python -m bench.decode`.

One call of twenty functions after 500 constant tokens and 20 or 150 of the state; the
same weights, the same processor, one thread, one process, methods in turn on the same
decisions. Milliseconds are of the processor, which other work on the machine changes
least; ratios are medians over the decisions. No choice is remembered.

`--quick` takes fewer decisions, `--json` prints one object, `--threads N` and
`--format bf16|f16|f32|q8_0` (of the GGUF file) change the setting. `--peers PYTHON`, or
LDC_PEERS_PYTHON, also times XGrammar and Outlines, in the environment of that
interpreter and on the same decisions (see `bench/peers.py`).
"""

import argparse
import json
import os
import platform
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

if __name__ == "__main__":  # also as a script, from anywhere
    sys.path.insert(0, str(Path(__file__).parents[1]))

if TYPE_CHECKING:
    from ldc.generate import Choice

STATES = (20, 150)
CONSTANT = 500
BATCH = 8
OURS, TORCH, LIMIT = "ours, llama.cpp", "ours, transformers", "physical limit"
GENERATE = "mask at every token, transformers generate"
LOOP = "mask at every token, transformers, menu kept"
GBNF = "GBNF, llama-cpp-python"
ENGINES = {
    "XGrammar": "XGrammar's mask at every token, transformers generate",
    "Outlines": "Outlines' mask (outlines-core) at every token, transformers generate",
}
QUICK = {20: {OURS, TORCH, LIMIT, GENERATE, GBNF}, 150: {OURS, LIMIT, GENERATE}}
"""What `--quick` measures at so many state tokens."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the command line says."""

    quick: bool
    threads: int
    format: str
    peers: str


def main() -> None:
    """Print a Markdown table, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--format", default="bf16")
    parser.add_argument("--peers", default=os.environ.get("LDC_PEERS_PYTHON", ""))
    given = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = str(given.threads)
    found = measure(Setting(given.quick, given.threads, given.format, given.peers))
    print(json.dumps(found) if given.json else table(found))


def measure(setting: Setting) -> dict[str, Any]:
    """Return all numbers, by name."""
    import torch

    from bench.calls import cases
    from bench.clock import Took, ratio, timed
    from bench.methods import LlamaPeer, Peers, generated, masked_loop, ours, silent
    from bench.upkeep import grammar_work
    from ldc.constrain import Tokens
    from ldc.finetune.student import converted, load_student
    from ldc.generate.decode import Decoder
    from ldc.generate.gguf import write_gguf
    from ldc.generate.llama_cpp import LlamaReader
    from ldc.generate.prefix import TorchReader

    torch.set_num_threads(setting.threads)
    student = load_student("smollm2", "float32")
    file = kept_gguf(student, setting.format, write_gguf)
    tokens = Tokens(student.tokenizer)
    fast = Decoder(LlamaReader(file, threads=setting.threads), tokens, memory=0)
    slow = Decoder(TorchReader(student.model), tokens, memory=0)
    peer = LlamaPeer(file, setting.threads)
    methods = {
        OURS: ours(fast),
        GBNF: peer.gbnf(tokens),
        LIMIT: peer.bare(tokens),
        TORCH: ours(slow),
        LOOP: masked_loop(student.model, tokens),
        GENERATE: generated(student.model, tokens),
    }
    peers = None
    if setting.peers:
        peers = Peers(setting.peers, converted()[0], setting.threads)
        methods |= {ENGINES[e]: peers.method(e, tokens) for e in ENGINES}
    rows, told = [], []
    for state in STATES:
        first = state == STATES[0]
        many = (2 if first else 1) if setting.quick else 8
        here = [
            method
            for method in methods
            if not setting.quick or method in QUICK[state] | {*ENGINES.values()}
        ]
        made = cases(tokens, first + many, CONSTANT, state)
        spent: dict[str, list[Took]] = defaultdict(list)
        for turn, case in enumerate(made):
            script = fast.choose(case.prompt, case.grammar.matcher(tokens))
            warming = first and turn == 0
            for name in here:
                if warming and name == GENERATE:
                    continue  # it keeps nothing that a first time could warm
                with silent():
                    took = timed(partial(methods[name], case, script))
                if not warming:
                    spent[name].append(took)
            if first and not warming:
                told.append(script)
        for name in here:
            cpu, wall = zip(*spent[name], strict=True)
            our, _ = zip(*spent[OURS], strict=True)
            row: dict[str, Any] = {"state_tokens": state, "method": name}
            row |= {"cpu_ms": round(median(cpu), 1), "wall_ms": round(median(wall), 1)}
            row["times_ours"] = round(ratio(cpu, our), 2)
            rows.append(row)
    by = {(row["state_tokens"], row["method"]): row for row in rows}
    ms = by[20, OURS]["cpu_ms"]
    readers = {OURS: fast}
    if not setting.quick:
        played = load_student("smollm2")  # in the format that `ldc play` takes
        reader = TorchReader(played.model)
        name = f"{TORCH} ({str(played.model.dtype).removeprefix('torch.')})"
        readers |= {TORCH: slow, name: Decoder(reader, tokens, memory=0)}
    work = {str(n): grammar_work(tokens, n) for n in (20, 1000)}

    def mean(what: "Callable[[Choice], int]") -> float:
        return round(sum(map(what, told)) / len(told), 2)

    return {
        "speedup_vs_mask_every_token": by[20, GENERATE]["times_ours"],
        "speedup_vs_mask_every_token_150": by[150, GENERATE]["times_ours"],
        "speedup_vs_gbnf": by[20, GBNF]["times_ours"],
        "transformers_speedup_vs_mask_every_token": round(
            by[20, GENERATE]["cpu_ms"] / by[20, TORCH]["cpu_ms"], 2
        ),
        "forward_passes_per_decision": mean(lambda c: c.forward_passes),
        "branch_points_per_decision": mean(lambda c: c.branches),
        "tokens_per_decision": mean(lambda c: len(c.ids)),
        "times_physical_limit": round(1 / by[20, LIMIT]["times_ours"], 2),
        "times_physical_limit_150": round(1 / by[150, LIMIT]["times_ours"], 2),
        "batch_of_8_speedup": {
            name: batch_speedup(decoder, cases(tokens, BATCH, CONSTANT, 20))
            for name, decoder in readers.items()
        },
        "compile_percent": {
            n: round(100 * one / ms, 2) for n, (one, _) in work.items()
        },
        "masks_and_loop_percent": {
            n: round(100 * other / ms, 2) for n, (_, other) in work.items()
        },
        "rows": rows,
        "processor": processor(),
        "setting": {"threads": setting.threads, "gguf": setting.format, "torch": "f32"},
        "versions": {
            name: version(name)
            for name in ("llama-cpp-python", "llguidance", "transformers", "torch")
        }
        | ({"peers": peers.versions} if peers else {}),
    }


def kept_gguf(student: Any, kind: str, write: Callable[..., None]) -> Path:
    """Return the student as a GGUF file, written once into the cache folder."""
    from ldc.finetune.student import students_folder

    file = students_folder() / f"{student.name}-{student.revision}-{kind}.gguf"
    if not file.is_file():
        write(student, file, kind, {})
    return file


def batch_speedup(decoder: Any, made: Sequence[Any]) -> float:
    """Return how many times the decisions a core-second a batch makes."""
    from bench.clock import timed

    asked = [(c.prompt, c.grammar.matcher(decoder.tokens)) for c in made]
    decoder.choose_all(asked)  # the first pass of so many tokens makes room
    together, alone = [], []
    for _ in range(3):
        together.append(timed(lambda: decoder.choose_all(asked))[0])
        alone.append(timed(lambda: [decoder.choose(*one) for one in asked])[0])
    return round(median(alone) / median(together), 2)


def processor() -> str:
    """Return the processor's name."""
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor()


def table(found: dict[str, Any]) -> str:
    """Return the rows as Markdown, and the other numbers below."""
    lines = [
        "| state tokens | method | cpu ms | wall ms | times ours |",
        "|---|---|---|---|---|",
    ]
    for row in found["rows"]:
        lines.append(
            f"| {row['state_tokens']} | {row['method']} | {row['cpu_ms']:.0f} "
            f"| {row['wall_ms']:.0f} | {row['times_ours']:.2f} |"
        )
    rest = {key: value for key, value in found.items() if key != "rows"}
    return "\n".join([*lines, "", json.dumps(rest, indent=1)])


if __name__ == "__main__":
    main()
