"""A policy behind an OpenAI-compatible server, which gets the grammar as text.

The prompt goes to `/completions` word for word, no chat template around it. The server
cuts texts into tokens itself and may write pieces that training never showed, so a call
can differ from the one chosen here. Whatever comes back is read against the grammar:
what it does not allow is an error, never a decision.
"""

import os
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ldc.constrain.export import gbnf
from ldc.constrain.forms import Head
from ldc.constrain.tokens import Tokens
from ldc.constrain.walk import trace
from ldc.errors import GrammarError, StudentError
from ldc.generate import Choice, Mode
from ldc.generate.draft import LONGEST
from ldc.generate.runtime import ServerKind
from ldc.ir import Branch, Prompt

if TYPE_CHECKING:
    from ldc.constrain.token_mask import Matcher

KEYS = ("LDC_SERVER_KEY", "OPENAI_API_KEY")
"""Environment variables that may hold the key, the first one that does."""

MEMORY = 4096
"""Answers remembered: a game comes back to the same few prompts."""

AT_ONCE = 16
"""Requests under way; servers that batch answer them together."""


def request(kind: ServerKind, grammar: str) -> dict[str, Any]:
    """Return the fields that the protocol of OpenAI does not have.

    Args:
        kind: Of the server.
        grammar: As GBNF; vLLM and SGLang give it to XGrammar, which reads the same.
    """
    match kind:
        case "vllm":
            return {"structured_outputs": {"grammar": grammar}}
        case "sglang":
            return {"ebnf": grammar}
        case "llama.cpp":
            # Left alone, it would punish words of the menu (1.1) and cut the tail off.
            plain = {"repeat_penalty": 1.0, "top_k": 0, "min_p": 0.0}
            return {"grammar": grammar, **plain}


class ServerBackend:
    """A `ldc.generate.Backend` that asks a server. The key is never told.

    Args:
        url: Of the API, as in `http://localhost:8000/v1`.
        tokens: The student's tokenizer, to tell where there was a choice.
        kind: Of the server.
        model: Its name there; empty for the first one that the server lists.
        timeout: Seconds for one answer; of answers asked for at once, for each.
        environment: Where the key is looked for.
        memory: Greedy answers that are kept; 0 asks each time.

    Raises:
        StudentError: The client is not installed, or no server answers.
    """

    def __init__(
        self,
        url: str,
        tokens: Tokens,
        *,
        kind: ServerKind = "llama.cpp",
        model: str = "",
        timeout: float = 120.0,
        environment: Mapping[str, str] = os.environ,
        memory: int = MEMORY,
    ) -> None:
        try:
            import openai
        except ImportError as error:
            what, mend = "the client is not installed", "pip install 'ldc[openai]'"
            raise StudentError("--backend openai", what, mend) from error
        if "@" in url:  # it would be told in errors
            what, mend = "has a name or key in it", f"put the key into {KEYS[0]}"
            raise StudentError("--server", what, mend)
        self._url, self._tokens, self._kind = url, tokens, kind
        self._known: dict[tuple[Prompt, tuple[Head, ...]], Choice] = {}
        self._memory = memory
        self._key = next((environment[k] for k in KEYS if environment.get(k)), "")
        self._failed, self._late = openai.OpenAIError, openai.APITimeoutError
        try:
            self._client = openai.OpenAI(
                base_url=url, api_key=self._key or "no-key", timeout=timeout
            )
            # A server that is late goes on with what it was asked: asked again, it is
            # later still.
            self._asking = self._client.with_options(max_retries=0)
            self._timeout = timeout
            self._model = model or self._client.models.list().data[0].id
        except (openai.OpenAIError, LookupError, TypeError, ValueError) as error:
            raise self._unreached(error) from None

    def choose(
        self,
        prompt: Prompt,
        matcher: "Matcher",
        *,
        mode: Mode = "greedy",
        seed: int = 0,
    ) -> Choice:
        """Return a completion of the prompt that the grammar accepts.

        Its log-probability is 0 and its entropies are none: a server does not tell
        them. Its forward passes are the tokens that the server wrote; none for a
        greedy answer that is remembered.

        Args:
            prompt: What the student reads.
            matcher: At the start of its grammar; it is left as it was.
            mode: "greedy", or "sample" over all that the grammar allows.
            seed: Of the draw.

        Raises:
            StudentError: No answer, or a mode that a server does not have.
            GrammarError: The server did not keep to the grammar.
        """
        return self._chosen(prompt, matcher, mode, seed, 1)

    def _chosen(
        self, prompt: Prompt, matcher: "Matcher", mode: Mode, seed: int, at_once: int
    ) -> Choice:
        """Return a completion, while so many are asked for: it may wait for them."""
        key = prompt, matcher.heads
        if mode == "greedy" and key in self._known:
            return replace(self._known[key], forward_passes=0, milliseconds=0.0)
        made = self._asked(prompt, matcher, mode, seed, at_once)
        if mode == "greedy" and self._memory:
            self._known[key] = made
            if len(self._known) > self._memory:
                self._known.pop(next(iter(self._known)), None)
        return made

    def _asked(
        self, prompt: Prompt, matcher: "Matcher", mode: Mode, seed: int, at_once: int
    ) -> Choice:
        """Return the server's answer."""
        if mode == "scored":
            what, mend = "a server does not judge whole calls", "use --mode greedy"
            raise StudentError("--backend openai", what, mend)
        begun = time.perf_counter()
        try:
            answer = self._asking.completions.create(
                model=self._model,
                prompt=str(prompt),
                max_tokens=LONGEST,
                temperature=0.0 if mode == "greedy" else 1.0,
                top_p=1.0,
                seed=seed,
                timeout=self._timeout * at_once,
                extra_body=request(self._kind, gbnf(matcher.heads)),
            )
            text = str(answer.choices[0].text or "")
        except (
            self._failed,
            LookupError,
            TypeError,
            AttributeError,
            ValueError,
        ) as error:
            raise self._unreached(error) from None
        ids, points = self._read(text, matcher)
        return Choice(
            ids=ids,
            log_probability=0.0,
            entropy_bits=(),
            branch_points=points,
            forward_passes=answer.usage.completion_tokens if answer.usage else len(ids),
            milliseconds=(time.perf_counter() - begun) * 1e3,
        )

    def choose_all(
        self,
        asked: "Sequence[tuple[Prompt, Matcher]]",
        *,
        mode: Mode = "greedy",
        seed: int = 0,
    ) -> tuple[Choice, ...]:
        """Return a completion of every prompt; the server gets them at once."""
        at_once = max(1, min(AT_ONCE, len(asked)))
        with ThreadPoolExecutor(at_once) as pool:
            jobs = [
                pool.submit(self._chosen, prompt, matcher, mode, seed + i, at_once)
                for i, (prompt, matcher) in enumerate(asked)
            ]
            return tuple(job.result() for job in jobs)

    def bits(
        self,
        prompt: Prompt,
        completion_ids: Sequence[int],
        branches: Sequence[Branch],
    ) -> tuple[float, float]:
        """Refuse: a server does not tell what it holds likely.

        Raises:
            StudentError: Always.
        """
        what, mend = "a server tells no entropies", "use another backend for them"
        raise StudentError("--backend openai", what, mend)

    def _read(
        self, text: str, matcher: "Matcher"
    ) -> tuple[tuple[int, ...], tuple[Branch, ...]]:
        """Return the ids of an answer and where there was a choice."""
        try:
            return trace(matcher.copy(), self._tokens, text, self._url)
        except GrammarError as error:
            fields = ", ".join(sorted(request(self._kind, "")))
            raise GrammarError(
                self._url,
                f"answered {text[:80]!r}, which the grammar does not allow",
                f"this server does not read {fields}, the field of {self._kind!r}: "
                "give another --server-kind, or another server",
            ) from error

    def _unreached(self, error: Exception) -> StudentError:
        if isinstance(error, self._late):
            what = f"no answer within {self._timeout:g} s"
            mend = "it is slow or busy: ask for less at once (--batch 1)"
            return StudentError(self._url, what, mend)
        told = str(error.__cause__ or error) or type(error).__name__
        if self._key:
            told = told.replace(self._key, "[key]")
        return StudentError(
            self._url,
            f"gives no completion: {told[:300]}",
            f"check --server and its log; a key goes into {KEYS[0]}",
        )
