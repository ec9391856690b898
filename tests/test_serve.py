"""Decisions over HTTP are those of play, and whatever is no request is an error."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from typing import Any

import pytest

from ldc.constrain import Tokens
from ldc.constrain.retriever import BM25
from ldc.generate import Mode
from ldc.generate.decode import Decoder
from ldc.jail import Jail
from ldc.play.rollout import decide
from ldc.play.student import StudentPlayer
from ldc.serve import LARGEST, MODES, Seeded, Service, listening
from ldc.states import state_of_json, state_to_json
from tests.finetune.conftest import tiny_student, tokenizer, tokens
from tests.listing import ROOT
from tests.play.bases import RENDERER, TASKS, base_of

__all__ = ["tokenizer", "tokens"]

TASK, BASE = TASKS["blackjack"], base_of("blackjack")
STATE = {"total": 14, "dealer": 10, "ace": False}


def player(backend: Any, tokens: Tokens, mode: Mode) -> StudentPlayer:
    return StudentPlayer(
        "LD",
        task=TASK,
        base=BASE,
        backend=backend,
        tokens=tokens,
        renderer=RENDERER,
        retriever=BM25(BASE.functions),
        mode=mode,
    )


@pytest.fixture(scope="module")
def decoder(tokenizer: Any, tokens: Tokens) -> Decoder:
    from ldc.generate.prefix import TorchReader

    return Decoder(TorchReader(tiny_student(tokenizer).model), tokens)


@pytest.fixture(scope="module")
def address(decoder: Decoder, tokens: Tokens) -> Iterator[tuple[str, int]]:
    """Serve the tiny student; give host and port."""
    seeded = Seeded(decoder)
    players = {mode: player(seeded, tokens, mode) for mode in MODES}
    with ThreadPoolExecutor(1) as desk:

        def opened() -> Service:
            jail = Jail(TASK, BASE.functions)
            facts = {"task": TASK.name, "example": {"state": STATE}}
            return Service(TASK, jail, seeded, players, facts)

        service = desk.submit(opened).result()
        server = listening(service, desk, ("127.0.0.1", 0))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield "127.0.0.1", server.server_port
        finally:
            server.shutdown()
            server.server_close()
            desk.submit(service.jail.close).result()


def ask(
    address: tuple[str, int],
    body: Any,
    *,
    path: str = "/decide",
    method: str = "POST",
    headers: Any = None,
) -> tuple[int, Any]:
    """Return the status and the JSON of an answer; a text is sent as it is."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    link = HTTPConnection(*address, timeout=60)
    try:
        link.request(method, path, raw, headers or {})
        answer = link.getresponse()
        assert answer.headers["Content-Type"] == "application/json"
        return answer.status, json.loads(answer.read())
    finally:
        link.close()


@pytest.mark.parametrize("total", [12, 16, 20])
def test_an_answer_is_the_decision_of_play(
    address: tuple[str, int], decoder: Decoder, tokens: Tokens, total: int
) -> None:
    told = {**STATE, "total": total}
    state = state_of_json(TASK, told, "here")
    assert state_to_json(TASK, state) == told
    with Jail(TASK, BASE.functions) as jail:
        made = decide(TASK, jail, player(decoder, tokens, "greedy"), state, None)
    status, got = ask(address, {"state": told})
    assert status == 200
    assert got["calls"] == [str(call) for call in made.calls]
    assert got["prompts"] == [str(prompt) for prompt in made.prompts]
    assert list(got["results"]) == ["aim", "choice"]
    assert tuple(got["results"].values()) == made.results
    assert got["log_probabilities"] == pytest.approx(made.log_probabilities, abs=1e-4)
    assert got["action"] == TASK.action_of(made.results[-1])
    assert got["candidates"] == [list(names) for names in made.candidates]


def test_fields_in_order_are_a_state_too(address: tuple[str, int]) -> None:
    one = ask(address, {"state": STATE})[1]
    two = ask(address, {"state": [14, 10, False]})[1]
    assert one["calls"] == two["calls"]


def test_a_seed_draws_the_same_again(address: tuple[str, int]) -> None:
    def drawn(seed: int) -> str:
        status, got = ask(address, {"state": STATE, "seed": seed, "mode": "sample"})
        assert status == 200
        return str(got["calls"])

    first = [drawn(seed) for seed in range(0, 60, 10)]
    assert first == [drawn(seed) for seed in range(0, 60, 10)]
    assert len(set(first)) > 1
    assert ask(address, {"state": STATE, "mode": "scored"})[0] == 200


def test_many_at_once_are_answered_one_by_one(address: tuple[str, int]) -> None:
    totals = [12, 15, 18, 21] * 4
    alone = {t: ask(address, {"state": {**STATE, "total": t}})[1] for t in totals[:4]}
    with ThreadPoolExecutor(8) as pool:
        jobs = [
            pool.submit(ask, address, {"state": {**STATE, "total": total}})
            for total in totals
        ]
        for total, job in zip(totals, jobs, strict=True):
            status, got = job.result()
            assert status == 200 and got["calls"] == alone[total]["calls"]


def test_health_tells_what_is_served(address: tuple[str, int]) -> None:
    status, got = ask(address, b"", path="/health", method="GET")
    assert status == 200 and got["task"] == "blackjack"


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (b"", "is no JSON"),
        (b"{", "is no JSON"),
        (b"\xff\xfe", "is no JSON"),
        (b"[" * 100_000, "is no JSON"),
        (b'{"state": NaN}', "NaN is no number of JSON"),
        ({}, "no object of a state"),
        ([], "no object of a state"),
        ({"state": STATE, "more": 1}, "no object of a state"),
        ({"state": {"total": 14, "dealer": 10}}, "'ace' is missing"),
        ({"state": {**STATE, "suit": 1}}, "'suit' is no field"),
        ({"state": {**STATE, "ace": 0}}, "0 is not a bool"),
        ({"state": {**STATE, "total": 99}}, "99 is not int with Ge(ge=4)"),
        ({"state": {**STATE, "total": 14.0}}, "14.0 is not an int"),
        ({"state": "all"}, "'all' is not State"),
        ({"state": STATE, "seed": "1"}, "the seed is '1'"),
        ({"state": STATE, "seed": True}, "the seed is True"),
        ({"state": STATE, "mode": "best"}, "the mode is 'best'"),
    ],
)
def test_what_is_no_request_is_an_error(
    address: tuple[str, int], body: Any, what: str
) -> None:
    status, got = ask(address, body)
    assert status == 400 and what in got["error"]["what"]
    assert got["error"]["where"].startswith("POST /decide") and got["error"]["mend"]
    assert ask(address, {"state": STATE})[0] == 200


def test_other_paths_methods_and_sizes_are_errors(address: tuple[str, int]) -> None:
    assert ask(address, b"", path="/", method="GET")[0] == 404
    assert ask(address, {"state": STATE}, path="/health")[0] == 404
    assert ask(address, b"", method="PUT")[0] == 501
    for size in (str(LARGEST + 1), "-1", "x"):
        status, got = ask(address, b"", headers={"Content-Length": size})
        assert status == 400 and "the body's length" in got["error"]["what"]


def test_a_client_that_hangs_up_harms_nobody(address: tuple[str, int]) -> None:
    with socket.create_connection(address) as link:
        link.sendall(b"POST /decide HTTP/1.1\r\nContent-Length: 999\r\n\r\n{")
    with socket.create_connection(address):
        assert ask(address, {"state": STATE})[0] == 200


def test_the_command_serves_the_committed_policy_until_it_is_interrupted() -> None:
    server = subprocess.Popen(
        [sys.executable, "-m", "ldc", "serve", "blackjack", "--port", "0"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert server.stderr
    try:
        told = ""
        while "curl" not in told:
            line = server.stderr.readline()
            assert line, told
            told += line
        found = re.search(r"curl http://(.+):(\d+)/decide -d '(.+)'", told)
        assert found
        address = (found[1], int(found[2]))
        status, got = ask(address, json.loads(found[3]))
        assert status == 200 and got["action"] in (0, 1)
        health = ask(address, b"", path="/health", method="GET")[1]
        assert health["digests"].items() <= health["policy"].items()
        server.send_signal(signal.SIGINT)
        assert server.wait(60) == 0
        assert "Traceback" not in server.stderr.read()
    finally:
        server.kill()
        server.wait()
