"""Ways to make one constrained decision, for `bench.decode`.

All follow the same calls: those that our loop chose under llama.cpp. The mask and the
best token are computed, then the script's token is taken, so that all write as much.
"""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import llama_cpp
import numpy as np
import torch
from llama_cpp.llama import Llama
from llama_cpp.llama_grammar import LlamaGrammar
from transformers import DynamicCache, LogitsProcessor, LogitsProcessorList

from bench.calls import Case
from bench.clock import Took
from ldc.constrain import Matcher, Tokens
from ldc.constrain.export import gbnf
from ldc.generate import Choice
from ldc.generate.decode import Decoder

Method = Callable[[Case, Choice], Took | None]
"""Decides; says what it took when it did so in another process."""


def ours(decoder: Decoder) -> Method:
    """Return our loop on a reader; it chooses for itself."""

    def decide(case: Case, script: Choice) -> None:
        decoder.choose(case.prompt, case.grammar.matcher(decoder.tokens))

    return decide


class Mask(LogitsProcessor):
    """A mask at every token, as a user of llguidance writes it for `generate`."""

    def __init__(self, matcher: Matcher, script: tuple[int, ...]) -> None:
        self._matcher, self._script, self._at = matcher, script, 0

    def __call__(self, input_ids: Any, scores: Any) -> Any:
        """Return the scores with all that the grammar forbids at minus infinity."""
        if self._at:
            self._matcher.consume([int(input_ids[0, -1])])
        allowed = torch.from_numpy(self._matcher.allowed())
        masked = torch.full_like(scores, -torch.inf)
        masked[:, allowed] = scores[:, allowed]
        masked[:, self._script[self._at]] += 1e6
        self._at += 1
        return masked


def generated(model: Any, tokens: Tokens) -> Method:
    """Return `model.generate` with a mask at every token."""

    def decide(case: Case, script: Choice) -> None:
        mask = Mask(case.grammar.matcher(tokens), script.ids)
        ids = torch.tensor([tokens.encode_prompt(case.prompt)])
        made = model.generate(
            ids,
            attention_mask=torch.ones_like(ids),
            logits_processor=LogitsProcessorList([mask]),
            max_new_tokens=len(script.ids),
            do_sample=False,
        )
        assert made[0, ids.shape[1] :].tolist() == list(script.ids)

    return decide


def masked_loop(model: Any, tokens: Tokens) -> Method:
    """Return a loop by hand: a mask at every token, the menu's cache kept and cut."""
    caches: dict[str, Any] = {}

    @torch.inference_mode()
    def decide(case: Case, script: Choice) -> None:
        menu = tokens.encode(case.prompt.constant)
        cache = caches.get(case.prompt.constant)
        if cache is None:
            cache = caches[case.prompt.constant] = DynamicCache(config=model.config)
            model(input_ids=torch.tensor([menu]), past_key_values=cache)
        matcher = case.grammar.matcher(tokens)
        piece = tokens.encode(case.prompt.state)
        for token in script.ids:
            scores = model(
                input_ids=torch.tensor([piece]),
                past_key_values=cache,
                logits_to_keep=1,
            ).logits[0, -1]
            allowed = matcher.allowed()
            assert token in allowed
            scores[torch.from_numpy(allowed)].argmax()
            matcher.consume([token])
            piece = [token]
        cache.crop(len(menu) - cache.get_seq_length())

    return decide


class LlamaPeer:
    """llama-cpp-python on a GGUF file: GBNF, and bare passes.

    Args:
        file: The weights, the same as ours.
        threads: As ours.
    """

    def __init__(self, file: Path, threads: int) -> None:
        with silent():
            self._llama = Llama(
                str(file), n_ctx=2048, n_threads=threads, n_threads_batch=threads,
                n_batch=2048, n_ubatch=2048, verbose=False,
            )  # fmt: skip
        self._grammars: dict[int, LlamaGrammar] = {}
        self._batch = llama_cpp.llama_batch_init(2048, 0, 1)

    def gbnf(self, tokens: Tokens) -> Method:
        """Return `Llama.generate` under GBNF; it keeps the menu's cache by itself."""

        def decide(case: Case, script: Choice) -> None:
            grammar = self._grammars.get(id(case.grammar))
            if grammar is None:
                text = gbnf(case.grammar.heads)
                grammar = LlamaGrammar.from_string(text, verbose=False)
                self._grammars[id(case.grammar)] = grammar
            at = iter(script.ids)

            def follow(ids: Any, scores: Any) -> Any:
                scores[next(at)] += 1e6
                return scores

            made = self._llama.generate(
                tokens.encode_prompt(case.prompt),
                temp=0.0,
                grammar=grammar,
                logits_processor=llama_cpp.LogitsProcessorList([follow]),
            )
            assert [next(made) for _ in script.ids] == list(script.ids)

        return decide

    def bare(self, tokens: Tokens) -> Method:
        """Return the physical limit: the state in one pass, and one a branch point."""

        def decide(case: Case, script: Choice) -> None:
            start = len(tokens.encode(case.prompt.constant))
            memory = llama_cpp.llama_get_memory(self._llama.ctx)
            llama_cpp.llama_memory_seq_rm(memory, 0, start, -1)
            piece = tokens.encode(case.prompt.state)
            self._decode(piece, start)
            for i in range(script.branches):
                self._decode([script.ids[0]], start + len(piece) + i)
            llama_cpp.llama_memory_seq_rm(memory, 0, start, -1)
            self._llama.n_tokens = start

        return decide

    def _decode(self, ids: list[int], start: int) -> None:
        batch = self._batch
        batch.n_tokens = len(ids)
        for i, token in enumerate(ids):
            batch.token[i], batch.pos[i] = token, start + i
            batch.n_seq_id[i], batch.seq_id[i][0] = 1, 0
            batch.logits[i] = i == len(ids) - 1
        assert llama_cpp.llama_decode(self._llama.ctx, batch) == 0
        # The logits are there only when they are asked for.
        np.ctypeslib.as_array(llama_cpp.llama_get_logits(self._llama.ctx), shape=(1,))


class Peers:
    """Engines in an environment of their own, behind `bench/peers.py`.

    Args:
        python: Its interpreter.
        folder: The student's weights, as transformers reads them.
        threads: As ours.
    """

    def __init__(self, python: str, folder: Path, threads: int) -> None:
        self._tells = subprocess.Popen(
            [python, str(Path(__file__).with_name("peers.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=os.environ | {"OMP_NUM_THREADS": str(threads)},
        )
        self.versions = self._ask({"folder": str(folder), "threads": threads})

    def method(self, engine: str, tokens: Tokens) -> Method:
        """Return `generate` with an engine's mask at every token."""

        def decide(case: Case, script: Choice) -> Took:
            prompt = tokens.encode_prompt(case.prompt)
            asked = {"engine": engine, "prompt": prompt, "script": script.ids}
            return Took(*self._ask(asked | {"gbnf": gbnf(case.grammar.heads)}))

        return decide

    def _ask(self, asked: dict[str, Any]) -> Any:
        to, back = self._tells.stdin, self._tells.stdout
        assert to and back
        to.write(json.dumps(asked) + "\n")
        to.flush()
        said = back.readline()
        if not said:
            raise SystemExit(f"bench/peers.py ended; try it alone: {self._tells.args}")
        return json.loads(said)


@contextmanager
def silent() -> Iterator[None]:
    """Keep Python's own printing away."""
    with redirect_stderr(StringIO()), redirect_stdout(StringIO()):
        yield
