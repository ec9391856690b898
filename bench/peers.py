"""XGrammar and Outlines at every token, timed in an environment of their own.

`bench.decode --peers PYTHON` starts this file with that interpreter, which has torch,
transformers, xgrammar and outlines, and needs nothing of ldc's. Each line read is a
decision, each line written what it took; so both environments decide in turn. To make
that environment without xgrammar's triton, which is large and not needed here:

    pip install torch==2.13.0 transformers==5.23.0 outlines==1.3.3 apache-tvm-ffi
    pip install --no-deps xgrammar==0.2.8
"""

import json
import re
import sys
import time
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from typing import Any

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

Processor = Callable[[Any, Any], Any]
"""(texts, tokens) ids and (texts, vocabulary) scores -> masked scores."""


def main() -> None:
    """Answer a first line, which sets up, then a line a decision."""
    out, sys.stdout = sys.stdout, sys.stderr  # what libraries print goes elsewhere
    setting = json.loads(sys.stdin.readline())
    torch.set_num_threads(setting["threads"])
    model = AutoModelForCausalLM.from_pretrained(
        setting["folder"], dtype=torch.float32
    ).eval()
    tokenizer = AutoTokenizer.from_pretrained(setting["folder"])
    makers = {
        "XGrammar": by_xgrammar(model, tokenizer),
        "Outlines": by_outlines(model, tokenizer),
    }
    packages = ("xgrammar", "outlines", "outlines-core", "transformers", "torch")
    print(json.dumps({name: version(name) for name in packages}), file=out, flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        prompt, script = torch.tensor([asked["prompt"]]), asked["script"]
        cpu, wall = time.process_time(), time.perf_counter()
        made = model.generate(
            prompt,
            attention_mask=torch.ones_like(prompt),
            logits_processor=[makers[asked["engine"]](asked["gbnf"]), follow(script)],
            max_new_tokens=len(script),
            do_sample=False,
        )
        took = (time.process_time() - cpu) * 1e3, (time.perf_counter() - wall) * 1e3
        assert made[0, prompt.shape[1] :].tolist() == script
        print(json.dumps(took), file=out, flush=True)


def follow(script: list[int]) -> Processor:
    """Return what makes the script's token the best, if the mask allows it."""
    at = iter(script)

    def prefer(ids: Any, scores: Any) -> Any:
        scores[:, next(at)] += 1e6
        return scores

    return prefer


def by_xgrammar(model: Any, tokenizer: Any) -> Callable[[str], Processor]:
    """Return what makes XGrammar's own processor of a GBNF text; compiles it once."""
    import xgrammar

    info = xgrammar.TokenizerInfo.from_huggingface(
        tokenizer, vocab_size=model.config.vocab_size
    )
    compiled = cache(xgrammar.GrammarCompiler(info).compile_grammar)
    from xgrammar.contrib.hf import LogitsProcessor

    return lambda gbnf: LogitsProcessor(compiled(gbnf))


def by_outlines(model: Any, tokenizer: Any) -> Callable[[str], Processor]:
    """Return what makes Outlines' processor of a GBNF text; its index is made once."""
    import outlines
    from outlines.backends import get_regex_logits_processor

    wrapped = outlines.from_transformers(model, tokenizer)

    @cache
    def kept(gbnf: str) -> Any:
        return get_regex_logits_processor("outlines_core", wrapped, regex_of(gbnf))

    def made(gbnf: str) -> Processor:
        processor: Any = kept(gbnf)
        processor.reset()
        return processor  # type: ignore[no-any-return]

    return made


def regex_of(gbnf: str) -> str:
    """Return a grammar that does not recurse as one regular expression."""
    bodies = dict(re.findall(r"^([a-z0-9-]+) ::= (.*)$", gbnf, re.M))
    part = re.compile(r'"((?:\\.|[^"\\])*)"|(\[[^\]]*\])|([a-z][a-z0-9-]*)|\s+')

    def spelled(found: re.Match[str]) -> str:
        text, letters, name = found.groups()
        if text is not None:
            said = json.loads(f'"{text}"')
            return re.sub(r"([\\.^$*+?{}\[\]|()])", r"\\\1", said).replace("\n", r"\n")
        return letters or (f"({part.sub(spelled, bodies[name])})" if name else "")

    return part.sub(spelled, bodies["root"])


if __name__ == "__main__":
    main()
