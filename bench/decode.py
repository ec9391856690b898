"""What a constrained decision costs, ours and others': `python -m bench.decode`.

One call of twenty functions after 500 constant tokens and 20 or 150 of the state; the
same weights, the same processor, one thread, one process, methods in turn on the same
decisions. Milliseconds are of the processor, which other work on the machine changes
least; ratios are medians over the decisions. No choice is remembered.

`--quick` takes fewer decisions, `--json` prints one object, `--threads N` and
`--format bf16|f16|f32|q8_0` (of the GGUF file) change the setting.
"""

import argparse
import json
import os
import platform
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

if __name__ == "__main__":  # also as a script, from anywhere
    sys.path.insert(0, str(Path(__file__).parents[1]))

STATES = (20, 150)
CONSTANT = 500
BATCH = 8
OURS, TORCH, LIMIT = "ours, llama.cpp", "ours, transformers", "physical limit"
GENERATE = "mask at every token, transformers generate"
LOOP = "mask at every token, transformers, menu kept"
GBNF = "GBNF, llama-cpp-python"


@dataclass(frozen=True, slots=True)
class Setting:
    """What the command line says."""

    quick: bool
    threads: int
    format: str


def main() -> None:
    """Print a Markdown table, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--format", default="f16")
    given = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = str(given.threads)
    found = measure(Setting(given.quick, given.threads, given.format))
    print(json.dumps(found) if given.json else table(found))


def measure(setting: Setting) -> dict[str, Any]:
    """Return all numbers, by name."""
    import torch

    from bench.calls import cases
    from bench.methods import LlamaPeer, generated, masked_loop, ours, silent
    from bench.upkeep import grammar_work
    from ldc.constrain import Tokens
    from ldc.finetune.student import load_student
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
    rows, scripts = [], []
    for state in STATES:
        many = (3 if state == STATES[0] else 2) if setting.quick else 8
        made = cases(tokens, 1 + many, CONSTANT, state)
        scripts = [fast.choose(c.prompt, c.grammar.matcher(tokens)) for c in made]
        spent: dict[str, list[float]] = defaultdict(list)
        walls: dict[str, list[float]] = defaultdict(list)
        for turn, (case, script) in enumerate(zip(made, scripts, strict=True)):
            for name, method in methods.items():
                if turn == 0 and name == GENERATE:
                    continue  # it keeps nothing that a first time could warm
                with silent():
                    cpu, wall = timed(partial(method, case, script))
                if turn:
                    spent[name].append(cpu)
                    walls[name].append(wall)
        for name in methods:
            row: dict[str, Any] = {"state_tokens": state, "method": name}
            row["cpu_ms"] = round(median(spent[name]), 1)
            row["wall_ms"] = round(median(walls[name]), 1)
            row["times_ours"] = round(ratio(spent[name], spent[OURS]), 2)
            row["times_ours_transformers"] = round(ratio(spent[name], spent[TORCH]), 2)
            rows.append(row)
        if state == STATES[0]:
            told = [scripts[i] for i in range(1, len(scripts))]
            passes = sum(s.forward_passes for s in told) / len(told)
            branches = sum(s.branches for s in told) / len(told)
            length = sum(len(s.ids) for s in told) / len(told)
    by = {(row["state_tokens"], row["method"]): row for row in rows}
    ms = by[20, OURS]["cpu_ms"]
    return {
        "speedup_vs_mask_every_token": by[20, GENERATE]["times_ours"],
        "speedup_vs_mask_every_token_150": by[150, GENERATE]["times_ours"],
        "speedup_vs_gbnf": by[20, GBNF]["times_ours"],
        "speedup_of_transformers": by[20, GENERATE]["times_ours_transformers"],
        "speedup_of_transformers_150": by[150, GENERATE]["times_ours_transformers"],
        "forward_passes_per_decision": round(passes, 2),
        "branch_points_per_decision": round(branches, 2),
        "tokens_per_decision": round(length, 2),
        "times_physical_limit": round(1 / by[20, LIMIT]["times_ours"], 2),
        "times_physical_limit_150": round(1 / by[150, LIMIT]["times_ours"], 2),
        "batch_speedup": {
            OURS: batch_speedup(fast, cases(tokens, BATCH, CONSTANT, 20)),
            TORCH: batch_speedup(slow, cases(tokens, BATCH, CONSTANT, 20)),
        },
        "grammar_percent": {
            str(n): round(100 * grammar_work(tokens, n) / ms, 2) for n in (20, 1000)
        },
        "rows": rows,
        "processor": processor(),
        "setting": {"threads": setting.threads, "gguf": setting.format, "torch": "f32"},
        "versions": {
            name: version(name)
            for name in ("llama-cpp-python", "llguidance", "transformers", "torch")
        },
    }


def kept_gguf(student: Any, kind: str, write: Callable[..., None]) -> Path:
    """Return the student as a GGUF file, written once into the cache folder."""
    from ldc.finetune.student import students_folder

    file = students_folder() / f"{student.name}-{student.revision}-{kind}.gguf"
    if not file.is_file():
        write(student, file, kind, {})
    return file


def timed(run: Callable[[], object]) -> tuple[float, float]:
    """Return the milliseconds that something takes: of the processor, of the clock."""
    cpu, wall = time.process_time(), time.perf_counter()
    run()
    return (time.process_time() - cpu) * 1e3, (time.perf_counter() - wall) * 1e3


def ratio(these: Sequence[float], those: Sequence[float]) -> float:
    """Return the median ratio of pairs."""
    return median(a / b for a, b in zip(these, those, strict=True))


def batch_speedup(decoder: Any, made: Sequence[Any]) -> float:
    """Return how many times the decisions a core-second a batch makes."""
    asked = [(c.prompt, c.grammar.matcher(decoder.tokens)) for c in made]
    together = [timed(lambda: decoder.choose_all(asked))[0] for _ in range(2)]
    alone = [timed(lambda: [decoder.choose(*a) for a in asked])[0] for _ in range(1)]
    return round(min(alone) / min(together), 2)


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
