"""A real server on this machine that speaks the teacher's protocol, and breaks it."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Fault = Callable[["Handler"], None]

Says = Callable[[str], str]
"""What was asked last -> what to answer."""


class Server(ThreadingHTTPServer):
    """Answers with `reply`, but meets the first calls with `faults`, one each."""

    daemon_threads = True

    def __init__(self, faults: list[Fault], reply: str | Says) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.faults = faults
        self.reply = reply
        self.asked: list[dict[str, Any]] = []
        self.at_once = 0
        self.most_at_once = 0
        self.lock = threading.Lock()
        self.slow = 0.0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


class Handler(BaseHTTPRequestHandler):
    """Answers one call."""

    server: Server

    def do_POST(self) -> None:
        length = int(self.headers["content-length"])
        asked = json.loads(self.rfile.read(length))
        server = self.server
        with server.lock:
            server.asked.append(asked)
            fault = server.faults.pop(0) if server.faults else None
            server.at_once += 1
            server.most_at_once = max(server.most_at_once, server.at_once)
        time.sleep(server.slow)
        with server.lock:
            server.at_once -= 1
        if fault:
            fault(self)
        else:
            say = server.reply
            said = (
                say if isinstance(say, str) else say(asked["messages"][-1]["content"])
            )
            self.tell(200, answer(said))

    def tell(
        self, status: int, body: Any, headers: Mapping[str, str] | None = None
    ) -> None:
        """Send a whole answer; a text is sent as it is."""
        data = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def answer(text: str, finish: str = "stop", **more: Any) -> dict[str, Any]:
    """Return an answer as it should be."""
    message = {"role": "assistant", "content": text}
    return {
        "id": "x",
        "object": "chat.completion",
        "model": "toy-1",
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 20},
        **more,
    }


def status(code: int, text: str = "no", **headers: str) -> Fault:
    """Refuse, with headers such as `retry_after="1"`."""
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda h: h.tell(code, {"error": {"message": text}}, told)


def says(body: Any) -> Fault:
    """Answer 200 with any body."""
    return lambda h: h.tell(200, body)


def cut(handler: Handler) -> None:
    """Promise more than is sent, then hang up."""
    handler.send_response(200)
    handler.send_header("content-length", "100000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [{"message": {"content": "def f')
    handler.wfile.flush()
    handler.close_connection = True


def hangs_up(handler: Handler) -> None:
    """Close without a word."""
    handler.close_connection = True


def sleeps(seconds: float) -> Fault:
    """Answer too late."""

    def late(handler: Handler) -> None:
        time.sleep(seconds)
        handler.close_connection = True

    return late


def drips(handler: Handler) -> None:
    """Send a byte now and then, and never come to an end."""
    handler.send_response(200)
    handler.send_header("transfer-encoding", "chunked")
    handler.end_headers()
    try:
        for _ in range(200):
            handler.wfile.write(b"1\r\n \r\n")
            handler.wfile.flush()
            time.sleep(0.05)
    except OSError:
        pass


def floods(handler: Handler) -> None:
    """Send more than anybody would read."""
    handler.send_response(200)
    handler.send_header("transfer-encoding", "chunked")
    handler.end_headers()
    try:
        for _ in range(1000):
            handler.wfile.write(b"10000\r\n" + b" " * 0x10000 + b"\r\n")
    except OSError:
        pass


def echoes(handler: Handler) -> None:
    """Send back the secret that came in the header."""
    handler.tell(200, answer(f"Your header: {handler.headers['authorization']}"))


def complains(handler: Handler) -> None:
    """Refuse, with the secret in the reason."""
    secret = handler.headers["authorization"]
    handler.tell(401, {"error": {"message": f"wrong key: {secret}"}})


@contextmanager
def served(*faults: Fault, reply: str | Says = "hello") -> Iterator[Server]:
    """Run a server for the block."""
    server = Server([*faults], reply)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
