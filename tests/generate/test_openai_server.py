"""A policy behind a real server keeps to the grammar, or nothing is decided."""

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from ldc.constrain import Tokens
from ldc.constrain.export import gbnf
from ldc.constrain.retriever import BM25
from ldc.errors import GrammarError, StudentError
from ldc.generate.openai_server import ServerBackend
from ldc.generate.probe import CALLS, probe
from ldc.generate.runtime import ServerKind
from ldc.ir import Prompt
from ldc.jail import Jail
from ldc.play.rollout import rollout
from ldc.play.student import StudentPlayer
from tests.finetune.conftest import situation
from tests.generate.conftest import BUILT
from tests.play.bases import RENDERER, TASKS, base_of

pytest.importorskip("openai", reason="the extra openai is not installed")

CASES = [(seed, stage) for seed in range(8) for stage in ("pick", "walk")]
SECRET = "sk-very-secret-7"


@pytest.fixture(scope="module")
def llama_server(tiny_gguf: Path) -> Iterator[str]:
    """Serve the tiny student with llama-cpp-python's own server; give its URL."""
    pytest.importorskip("uvicorn", reason=BUILT)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = {"model": tiny_gguf, "port": port, "n_ctx": 1024, "n_threads": 1}
    spelled = [f"--{name}={value}" for name, value in options.items()]
    server = subprocess.Popen(
        [sys.executable, "-m", "llama_cpp.server", *spelled, "--verbose=false"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "CUDA_VISIBLE_DEVICES": ""},
    )
    try:
        for _ in range(600):
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert server.poll() is None, "the server ended"
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.kill()
        server.wait()


Answer = Callable[[dict[str, Any]], tuple[int, Any]]
"""Body of a request -> status, and JSON to send back."""


@contextmanager
def serving(answer: Answer) -> Iterator[str]:
    """Serve completions that a function makes up; give the URL."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send(200, {"object": "list", "data": [{"id": "toy"}]})

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            body = json.loads(self.rfile.read(length))
            self.send(*answer({**body, "key": self.headers["Authorization"]}))

        def send(self, status: int, value: Any) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(value).encode())

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()


def said(text: str) -> tuple[int, Any]:
    """Return an answer of the protocol's shape."""
    usage = {"prompt_tokens": 9, "completion_tokens": 5, "total_tokens": 14}
    choice = {"index": 0, "text": text, "finish_reason": "stop", "logprobs": None}
    return 200, {"id": "1", "choices": [choice], "usage": usage, "model": "toy"}


def test_a_real_server_chooses_by_grammar(llama_server: str, tokens: Tokens) -> None:
    backend = ServerBackend(llama_server, tokens)
    probe(backend, tokens)
    asked = [situation(*case)[:2] for case in CASES]
    matchers = [(prompt, grammar.matcher(tokens)) for prompt, grammar in asked]
    found = backend.choose_all(matchers)
    for choice, (_, grammar) in zip(found, asked, strict=True):
        assert grammar.accepts(tokens.decode(choice.ids))
        assert choice.branches >= 1
        assert choice.forward_passes > 0
    assert len({choice.ids for choice in found}) > 3
    again = backend.choose(*matchers[0])
    assert again.ids == found[0].ids
    drawn = {
        backend.choose(*matchers[0], mode="sample", seed=seed).ids for seed in range(6)
    }
    assert len(drawn) > 1


def test_a_whole_episode_over_a_real_server(llama_server: str, tokens: Tokens) -> None:
    """One request a call, and hardly more tokens than the call has."""
    task, base = TASKS["blackjack"], base_of("blackjack")
    player = StudentPlayer(
        "LD",
        task=task,
        base=base,
        backend=ServerBackend(llama_server, tokens),
        tokens=tokens,
        renderer=RENDERER,
        retriever=BM25(base.functions),
    )
    with Jail(task, base.functions) as jail:
        game = rollout(task, jail, player, 3)
    assert game.steps and not game.invalid_calls
    for step in game.steps:
        made = step.decision
        assert [call.result for call in made.calls] == ["aim", "choice"]
        written = sum(len(tokens.encode(f"{call}\n")) for call in made.calls)
        assert made.forward_passes <= 2 * written


def test_a_real_server_without_the_field_is_found_out(
    llama_server: str, tokens: Tokens
) -> None:
    """vLLM's field is unknown to llama.cpp, which answers without any grammar."""
    backend = ServerBackend(llama_server, tokens, kind="vllm")
    with pytest.raises(GrammarError, match="structured_outputs.*another --server-kind"):
        probe(backend, tokens)


@pytest.mark.parametrize(
    "text",
    ["", "hello", f" {CALLS[0][0]}(", f" {CALLS[0][0]}()\n", f"{CALLS[1][0]}()\n"],
)
def test_a_server_that_says_what_it_likes_is_refused(text: str, tokens: Tokens) -> None:
    with serving(lambda body: said(text)) as url:
        backend = ServerBackend(url, tokens)
        with pytest.raises(GrammarError, match="which the grammar does not allow"):
            probe(backend, tokens)


def test_an_answer_out_of_the_grammar_is_refused_after_the_probe_too(
    tokens: Tokens,
) -> None:
    prompt, grammar, right = situation(0, "walk")
    answers = iter([right, right.replace("(", "((")])
    with serving(lambda body: said(next(answers))) as url:
        backend = ServerBackend(url, tokens, memory=0)
        choice = backend.choose(prompt, grammar.matcher(tokens))
        assert tokens.decode(choice.ids) == right
        assert choice.forward_passes == 5
        with pytest.raises(GrammarError, match="does not allow"):
            backend.choose(prompt, grammar.matcher(tokens))


@pytest.mark.parametrize("kind", ["llama.cpp", "vllm", "sglang"])
def test_each_kind_of_server_gets_its_own_field(
    kind: ServerKind, tokens: Tokens
) -> None:
    prompt, grammar, right = situation(1, "pick")
    got: list[dict[str, Any]] = []

    def answer(body: dict[str, Any]) -> tuple[int, Any]:
        got.append(body)
        return said(right)

    with serving(answer) as url:
        backend = ServerBackend(
            url, tokens, kind=kind, environment={"LDC_SERVER_KEY": SECRET}
        )
        backend.choose(prompt, grammar.matcher(tokens))
    (body,) = got
    text = gbnf(grammar.heads)
    field = {"llama.cpp": "grammar", "vllm": "structured_outputs", "sglang": "ebnf"}
    assert body[field[kind]] == ({"grammar": text} if kind == "vllm" else text)
    assert body["prompt"] == str(prompt)
    assert (body["model"], body["temperature"], body["seed"]) == ("toy", 0, 0)
    assert body["key"] == f"Bearer {SECRET}"
    assert ("repeat_penalty" in body) == (kind == "llama.cpp")


def test_a_server_that_fails_is_told_without_the_key(tokens: Tokens) -> None:
    def repeat(body: dict[str, Any]) -> tuple[int, Any]:
        return 403, {"error": {"message": f"no right for {body['key']}"}}

    prompt, grammar, _ = situation(1, "pick")
    with serving(repeat) as url:
        backend = ServerBackend(
            url, tokens, environment={"OPENAI_API_KEY": SECRET, "LDC_SERVER_KEY": ""}
        )
        with pytest.raises(StudentError, match=r"no right for Bearer \[key\]") as told:
            backend.choose(prompt, grammar.matcher(tokens))
    assert SECRET not in str(told.value)


@pytest.mark.parametrize(
    "value", [{}, [], {"choices": []}, {"choices": None}, {"choices": [{}]}, "text"]
)
def test_an_answer_without_a_text_is_an_error(value: Any, tokens: Tokens) -> None:
    prompt, grammar, _ = situation(1, "pick")
    with serving(lambda body: (200, value)) as url:
        backend = ServerBackend(url, tokens, model="toy")
        with pytest.raises((StudentError, GrammarError)):
            backend.choose(prompt, grammar.matcher(tokens))


def test_a_greedy_answer_is_asked_for_once(tokens: Tokens) -> None:
    prompt, grammar, right = situation(0, "walk")
    asked: list[str] = []

    def answer(body: dict[str, Any]) -> tuple[int, Any]:
        asked.append(body["prompt"])
        return said(right)

    with serving(answer) as url:
        backend = ServerBackend(url, tokens, memory=1)
        first, second = (
            backend.choose(prompt, grammar.matcher(tokens)) for _ in range(2)
        )
        assert first.ids == second.ids and second.remembered and len(asked) == 1
        backend.choose(prompt, grammar.matcher(tokens), mode="sample")
        other = Prompt(constant=prompt.constant, state=f"{prompt.state}!")
        backend.choose(other, grammar.matcher(tokens))
        backend.choose(prompt, grammar.matcher(tokens))  # forgotten by then
        assert len(asked) == 4


def test_a_server_that_is_late_is_asked_once(tokens: Tokens) -> None:
    """Asked again, it would have two answers to write, and be later still."""
    prompt, grammar, right = situation(1, "pick")
    asked: list[float] = []

    def answer(body: dict[str, Any]) -> tuple[int, Any]:
        asked.append(body["seed"])
        time.sleep(1.0)
        return said(right)

    with serving(answer) as url:
        backend = ServerBackend(url, tokens, timeout=0.5)
        with pytest.raises(StudentError, match=r"no answer within 0\.5 s"):
            backend.choose(prompt, grammar.matcher(tokens))
        assert asked == [0]
        many = [(prompt, grammar.matcher(tokens))] * 8  # each may wait for the others
        assert len(backend.choose_all(many)) == 8


def test_no_server_and_a_mode_that_it_has_not(tokens: Tokens) -> None:
    with pytest.raises(StudentError, match="gives no completion.*[Cc]onnection"):
        ServerBackend("http://127.0.0.1:9/v1", tokens)
    with pytest.raises(StudentError, match="has a name or key in it") as told:
        ServerBackend("http://me:pw@127.0.0.1:9/v1", tokens)
    assert "pw" not in str(told.value)
    backend = ServerBackend("http://127.0.0.1:9/v1", tokens, model="toy")
    prompt, grammar, _ = situation(1, "pick")
    with pytest.raises(StudentError, match="--mode greedy"):
        backend.choose(prompt, grammar.matcher(tokens), mode="scored")
    with pytest.raises(StudentError, match="no entropies"):
        backend.bits(prompt, (), ())
