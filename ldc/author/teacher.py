"""The teacher: any OpenAI-compatible server, asked patiently and believed in nothing.

The key comes from the environment, goes into one header, and nowhere else: a server
that sends it back finds it blotted out, in replies and in errors. What comes back is
bounded in size and time. A reply is text; nothing in it is run, opened or followed.
"""

import json
import os
import random
import time
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from ldc.author.ledger import Reply, Request
from ldc.author.purse import LETTERS
from ldc.errors import TeacherError

if TYPE_CHECKING:
    from openai import OpenAI

KEYS = ("LDC_TEACHER_KEY", "OPENAI_API_KEY")
"""Environment variables that may hold the key, the first one that does."""

NO_KEY = "no-key"
"""Sent to servers that want none; a header must hold something."""

TRIES = 5
"""How often one request is sent before the run stops."""

LONGEST_WAIT = 120.0
"""Seconds; a server that asks for more is given up for now."""

MOST_BYTES = 4_000_000
"""Of a whole answer; what follows is not read."""

MOST_LETTERS = 20_000
"""Of the text in it: the longest file that could be accepted."""

OPTIONAL = ("max_tokens", "temperature", "seed")
"""What some servers refuse to be told."""


class _Again(Exception):
    """A fault that may pass; `wait` is what the server asked for, in seconds."""

    def __init__(self, what: str, wait: float | None = None) -> None:
        super().__init__(what)
        self.wait = wait


class Teacher:
    """Sends requests to a server.

    Args:
        url: Of the API, as in `http://localhost:8000/v1`.
        timeout: Seconds for one answer, from the request to its last byte.
        pause: Waits between tries.
        environment: Where the key is looked for.
    """

    def __init__(
        self,
        url: str,
        *,
        timeout: float = 600.0,
        pause: Callable[[float], None] = time.sleep,
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        self._url = url
        self._key = next((environment[k] for k in KEYS if environment.get(k)), "")
        self._timeout = timeout
        self._pause = pause
        self._left_out: set[str] = set()
        self._client = self._connected()

    def ask(self, request: Request) -> Reply:
        """Return the reply to a request, after as many tries as it takes.

        Raises:
            TeacherError: No server, no right, no such model, or no sound answer.
        """
        told = ""
        for attempt in range(TRIES):
            try:
                return self._once(request)
            except _Again as fault:
                told = str(fault)
                wait = fault.wait
            if wait is None:
                wait = 2.0**attempt * random.uniform(0.5, 1.0)
            if wait > LONGEST_WAIT:
                what = f"asks to wait {wait:.0f} s: {told}"
                raise self._error(what, "run the same command later")
            if attempt + 1 < TRIES:
                self._pause(wait)
        raise self._error(
            f"gave no sound answer in {TRIES} tries; the last: {told}",
            "run the same command later: what was answered is recorded",
        )

    def _connected(self) -> "OpenAI":
        if "@" in self._url:  # it would go into a header that we do not blot out
            raise self._error("has a name or key in it", f"put the key into {KEYS[0]}")
        try:
            from openai import OpenAI, OpenAIError
        except ImportError as error:
            raise TeacherError(
                "--teacher-url",
                "the client of the teacher is not installed",
                "pip install 'ldc[teacher]'",
            ) from error
        try:
            return OpenAI(
                base_url=self._url,
                api_key=self._key or NO_KEY,
                max_retries=0,  # a sound header can carry a broken answer: ours do both
                timeout=self._timeout,
            )
        except (OpenAIError, ValueError) as error:
            what = f"is no address of a server: {error}"
            raise self._error(what, "give one like http://localhost:8000/v1") from None

    def _once(self, request: Request) -> Reply:
        """Send a request; every fault is one that may pass, or a TeacherError."""
        import httpx2
        import openai

        start = time.monotonic()
        options: dict[str, Any] = {
            name: getattr(request, name)
            for name in OPTIONAL
            if name not in self._left_out
        }
        if "max_tokens" in self._left_out:
            options["max_completion_tokens"] = request.max_tokens
        try:
            with self._client.chat.completions.with_streaming_response.create(
                model=request.model,
                messages=[
                    {"role": role, "content": text}  # type: ignore[misc]
                    for role, text in request.messages
                ],
                **options,
            ) as response:
                body = self._body(response.iter_bytes(), start + self._timeout)
        except openai.APITimeoutError:
            raise _Again(f"no answer in {self._timeout:g} s") from None
        except (openai.APIConnectionError, httpx2.TransportError) as error:
            cause = error.__cause__ or error
            raise _Again(f"the connection broke: {self._blotted(cause)}") from None
        except openai.APIStatusError as error:
            self._refused(error, request)
        except openai.OpenAIError as error:
            raise _Again(self._blotted(error)) from None
        return self._read(body, request, time.monotonic() - start)

    def _body(self, parts: Any, end: float) -> bytes:
        """Return an answer, which may neither be endless nor drip for ever."""
        body = bytearray()
        for part in parts:
            body += part
            if len(body) > MOST_BYTES:
                raise _Again(f"an answer of more than {MOST_BYTES:,} bytes")
            if time.monotonic() > end:
                raise _Again(f"an answer that did not end in {self._timeout:g} s")
        return bytes(body)

    def _refused(self, error: Any, request: Request) -> None:
        """Raise what an HTTP status stands for."""
        status, told = error.status_code, self._blotted(error)
        if status == 400:
            unknown = [n for n in OPTIONAL if n in told and n not in self._left_out]
            if unknown:
                self._left_out |= {*unknown}
                raise _Again(told, 0.0) from None
        if status in (408, 409, 425, 429) or status >= 500:
            after = error.response.headers.get("retry-after", "")
            raise _Again(f"{status}: {told}", _seconds(after)) from None
        mend = {
            401: f"put a valid key into {KEYS[0]}",
            403: f"put a key with the right into {KEYS[0]}",
            404: f"check --teacher-url, and --teacher-model {request.model!r}",
        }.get(status, f"check --teacher-model {request.model!r}")
        raise self._error(f"refuses with {status}: {told}", mend) from None

    def _read(self, body: bytes, request: Request, seconds: float) -> Reply:
        """Return the reply that an answer holds."""
        try:
            answer: Any = json.loads(body)
            choice = answer["choices"][0]
            text = choice["message"].get("content") or ""
            finish = str(choice.get("finish_reason") or "stop")
            if not isinstance(text, str):
                raise TypeError
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            raise _Again(f"an answer without a reply: {self._blotted(body)}") from None
        text = text.encode(errors="replace").decode()  # a lone half of a pair
        if len(text) > MOST_LETTERS:
            text, finish = text[:MOST_LETTERS], "too long"
        usage = answer.get("usage")
        read = _tokens(usage, "prompt_tokens")
        written = _tokens(usage, "completion_tokens")
        letters = sum(len(text) for _, text in request.messages)
        return Reply(
            text=self._blotted(text, most=MOST_LETTERS),
            finish=self._blotted(finish),
            model=self._blotted(answer.get("model") or request.model),
            prompt_tokens=letters // LETTERS if read is None else read,
            completion_tokens=len(text) // LETTERS if written is None else written,
            estimated=read is None or written is None,
            seconds=round(seconds, 3),
        )

    def _blotted(self, said: object, most: int = 300) -> str:
        """Return what a server said, cut short and without the key."""
        text = said.decode(errors="replace") if isinstance(said, bytes) else str(said)
        if self._key:
            text = text.replace(self._key, "[key]")
        return text if len(text) <= most else f"{text[:most]}..."

    def _error(self, what: str, mend: str) -> TeacherError:
        return TeacherError(self._blotted(_bare(self._url)), what, mend)


def _bare(url: str) -> str:
    """Return an address without what stands before its `@`: that is a password."""
    head, separator, rest = url.partition("://")
    return f"{head}{separator}{rest.rpartition('@')[2]}"


def _seconds(after: str) -> float | None:
    """Return what `Retry-After` asks for; None when it asks for nothing sound."""
    try:
        return max(0.0, float(after))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(after).timestamp() - time.time())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _tokens(usage: Any, name: str) -> int | None:
    """Return a count that a server tells, if it can be one."""
    count = usage.get(name) if isinstance(usage, dict) else None
    if isinstance(count, int) and not isinstance(count, bool):
        return count if 0 <= count < 10_000_000 else None
    return None
