"""Serves decisions over HTTP: one policy, loaded once, and one decision at a time."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from ldc.constrain.schema.json_values import to_json
from ldc.contest import player_of
from ldc.errors import JailError, LdcError, TaskError
from ldc.generate import Backend, Choice, Mode
from ldc.generate.backends import Running, run_policy
from ldc.generate.runtime import Runtime
from ldc.ir import Decision, Prompt, TaskSpec
from ldc.jail import Jail
from ldc.learn import Kit
from ldc.play.rollout import decide
from ldc.play.student import StudentPlayer
from ldc.states import state_of_json, state_to_json
from ldc.turns import gathered, turns

if TYPE_CHECKING:
    from pathlib import Path

    from ldc.constrain.token_mask import Matcher

MODES: tuple[Mode, ...] = ("greedy", "sample", "scored")

LARGEST = 1_000_000
"""Bytes of a request's body."""

WAITING = 64
"""Requests that wait for their turn; more are sent away."""

PATIENCE = 30
"""Seconds that a client may take to send its request."""

ASKED = {"state", "seed", "mode"}


class Seeded:
    """A backend whose draws go on from a seed: each line of a step takes the next.

    Args:
        backend: What chooses.
    """

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self.seed = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._backend, name)

    def choose(
        self, prompt: Prompt, matcher: "Matcher", *, mode: Mode = "greedy"
    ) -> Choice:
        """Return a completion, as `Backend.choose` with the next seed."""
        self.seed += 1
        return self._backend.choose(prompt, matcher, mode=mode, seed=self.seed - 1)


@dataclass(frozen=True, slots=True)
class Service:
    """What decides: call it from one thread."""

    task: TaskSpec
    jail: Jail
    backend: Seeded
    players: dict[Mode, StudentPlayer]
    facts: dict[str, Any]
    """What `GET /health` answers."""

    def decide(self, body: Any) -> dict[str, Any]:
        """Return the decision of a request, as JSON.

        Args:
            body: `{"state": ..., "seed": 0, "mode": "greedy"}`, the last two optional.

        Raises:
            LdcError: It is no request, or no state of the task.
        """
        state, seed, mode = self._asked(body)
        self.backend.seed = seed
        try:
            made = decide(self.task, self.jail, self.players[mode], state, None)
            results = gathered(self.task, state, made.results)
            action = self.task.action_of(results[self.task.stages[-1].result])
        except LdcError:
            raise
        except Exception as error:  # the task's own code, in a state play never met
            what = f"{state!r} cannot be decided: {error!r}"
            mend = "give a state that can occur; `possible(state)` may tell the others"
            raise TaskError("POST /decide: state", what, mend) from error
        return {**_told(self.task, state, made), "action": action}

    def _asked(self, body: Any) -> tuple[Any, int, Mode]:
        where, example = "POST /decide", json.dumps(self.facts["example"])
        if not isinstance(body, dict) or "state" not in body or set(body) - ASKED:
            what = "the body is no object of a state, and maybe a seed and a mode"
            raise TaskError(where, what, f"send {example}")
        seed, mode = body.get("seed", 0), body.get("mode", "greedy")
        if type(seed) is not int or abs(seed) >= 2**63:
            raise TaskError(where, f"the seed is {seed!r}", "send a whole number")
        if mode not in MODES:
            raise TaskError(where, f"the mode is {mode!r}", f"send one of {MODES}")
        return state_of_json(self.task, body["state"], f"{where}: state"), seed, mode


def _told(task: TaskSpec, state: Any, made: Decision) -> dict[str, Any]:
    lines = zip(turns(task, state), made.results, strict=True)
    return {
        "calls": [str(call) for call in made.calls],
        "results": {turn.result: to_json(value) for turn, value in lines},
        "log_probabilities": made.log_probabilities,
        "candidates": made.candidates,
        "prompts": [str(prompt) for prompt in made.prompts],
        "forward_passes": made.forward_passes,
        "milliseconds": round(made.milliseconds, 3),
    }


def service_of(
    kit: Kit, folder: "Path", runtime: Runtime, retriever: str, running: Running
) -> Service:
    """Return the service of a policy that runs, with a jail of its own.

    Args:
        kit: Task, base, templates.
        folder: Of the policy, for its digests.
        runtime: Where it runs, for words.
        retriever: "bm25" or "minilm".
        running: As of `run_policy`.
    """
    backend, tokens = running
    seeded = Seeded(backend)
    players = {
        mode: player_of(kit, "LD", "functions", (seeded, tokens), retriever, mode)  # type: ignore[arg-type]
        for mode in MODES
    }
    env = kit.task.make_env()
    first = kit.task.state_of(*env.reset(seed=0))
    facts = {
        "task": kit.task.name,
        "backend": str(runtime),
        "digests": dict(kit.digests("functions")),
        "policy": json.loads((folder / "policy.json").read_text("utf-8"))["digests"],
        "example": {"state": state_to_json(kit.task, first), "seed": 0},
    }
    jail = Jail(kit.task, kit.base.functions)
    return Service(kit.task, jail, seeded, players, facts)


def serve(
    kit: Kit,
    folder: "Path",
    runtime: Runtime,
    retriever: str,
    address: tuple[str, int],
    say: Callable[[str], None],
) -> None:
    """Answer requests until the process is interrupted.

    Args:
        kit: As of `service_of`.
        folder: Of the policy.
        runtime: Where it runs.
        retriever: As of `service_of`.
        address: Host and port; 0 for any free port.
        say: Told what begins, with an example of a request.

    Raises:
        LdcError: The policy does not run here, or the address is taken.
    """
    # One thread makes the jail, whose workers end with it, and all decisions.
    with ThreadPoolExecutor(1) as desk:

        def opened() -> Service:
            digests = kit.digests("functions")
            running = run_policy(runtime, folder, kit.folder / "gguf", digests)
            return service_of(kit, folder, runtime, retriever, running)

        service = desk.submit(opened).result()
        try:
            server = listening(service, desk, address)
            host, port = server.server_address[:2]
            url = f"http://{host!s}:{port}"
            say(f"{kit.task.name} at {url} (GET /health, POST /decide); Ctrl-C ends")
            example = json.dumps(service.facts["example"])
            say(f"try: curl {url}/decide -d '{example}'")
            with server:
                server.serve_forever()
        except KeyboardInterrupt:
            say("stopped")
        finally:
            desk.submit(service.jail.close).result()


def listening(
    service: Service, desk: ThreadPoolExecutor, address: tuple[str, int]
) -> ThreadingHTTPServer:
    """Return a server that listens, and does not answer yet.

    Args:
        service: Decides.
        desk: Its only thread, in which the jail was made.
        address: Host and port.

    Raises:
        LdcError: It cannot listen there.
    """
    waiting: list[int] = []

    class Handler(BaseHTTPRequestHandler):
        """Answers one connection."""

        timeout = PATIENCE
        server_version = "ldc"
        sys_version = ""

        def do_GET(self) -> None:
            if self.path != "/health":
                return self.send_error(HTTPStatus.NOT_FOUND)
            return self.answer(HTTPStatus.OK, service.facts)

        def do_POST(self) -> None:
            if self.path != "/decide":
                return self.send_error(HTTPStatus.NOT_FOUND)
            if len(waiting) >= WAITING:
                return self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
            waiting.append(1)
            try:
                made = desk.submit(service.decide, self.body()).result()
            except JailError as error:
                return self.refuse(HTTPStatus.INTERNAL_SERVER_ERROR, error)
            except LdcError as error:
                return self.refuse(HTTPStatus.BAD_REQUEST, error)
            finally:
                waiting.pop()
            return self.answer(HTTPStatus.OK, made)

        def body(self) -> Any:
            where, size = "POST /decide", self.headers.get("Content-Length", "")
            if not size.isdecimal() or int(size) > LARGEST:
                self.close_connection = True
                what = f"the body's length is {size or 'not told'!r}"
                raise TaskError(where, what, f"send Content-Length, at most {LARGEST}")
            try:
                return json.loads(self.rfile.read(int(size)), parse_constant=_refuse)
            except (ValueError, RecursionError) as error:
                what = f"the body is no JSON: {error}"
                raise TaskError(where, what, "send an object in JSON") from error

        def refuse(self, status: HTTPStatus, error: LdcError) -> None:
            told = {"where": error.where, "what": error.what, "mend": error.mend}
            self.answer(status, {"error": told})

        def send_error(
            self, code: int, message: str | None = None, explain: str | None = None
        ) -> None:
            """Tell what http.server itself refuses in our words too."""
            status = HTTPStatus(code)
            self.close_connection = True
            where = f"{self.command or '?'} {getattr(self, 'path', '')[:80]}".strip()
            mend = "GET /health, or POST /decide; then try again"
            self.refuse(status, TaskError(where, message or status.phrase, mend))

        def answer(self, status: HTTPStatus, told: Any) -> None:
            data = json.dumps(told, ensure_ascii=False, default=_plain).encode() + b"\n"
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: Any) -> None:
            """Print nothing: answers say what is wrong."""

    try:
        server = ThreadingHTTPServer(address, Handler)
    except OSError as error:
        where = f"{address[0]}:{address[1]}"
        raise LdcError(where, f"cannot listen: {error}", "give --port") from error
    server.daemon_threads = True
    return server


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number of JSON")


def _plain(value: Any) -> Any:
    """Return what an env takes as an action in JSON: arrays as lists."""
    return value.tolist() if hasattr(value, "tolist") else to_json(value)
