"""The probe lets through what obeys a grammar, and nothing else."""

import pytest

from ldc.constrain import Matcher, Tokens
from ldc.errors import GrammarError
from ldc.finetune.student import Student
from ldc.generate import Choice, Mode
from ldc.generate.decode import Decoder
from ldc.generate.prefix import TorchReader
from ldc.generate.probe import CALLS, probe
from ldc.ir import Prompt


def test_the_loop_passes(tiny: Student, tokens: Tokens) -> None:
    reader = TorchReader(tiny.model)
    probe(Decoder(reader, tokens), tokens)
    assert reader.passes > 0  # there was something to choose


class Wilful(Decoder):
    """Answers one text, whatever the grammar."""

    text = ""

    def choose(
        self, prompt: Prompt, matcher: Matcher, *, mode: Mode = "greedy", seed: int = 0
    ) -> Choice:
        return Choice(
            ids=tuple(self.tokens.encode(self.text)),
            log_probability=0.0,
            entropy_bits=(),
            branch_points=(),
            forward_passes=0,
            milliseconds=0.0,
        )


@pytest.mark.parametrize("text", [*(f" {n}()\n" for n in sum(CALLS, ())), "", " trap"])
def test_one_answer_to_everything_does_not(
    text: str, tiny: Student, tokens: Tokens
) -> None:
    backend = Wilful(TorchReader(tiny.model), tokens)
    backend.text = text
    with pytest.raises(GrammarError, match=r"(?s)start-up probe.*nothing was decided"):
        probe(backend, tokens)


def test_the_prompt_invites_what_the_grammar_refuses(tokens: Tokens) -> None:
    """Seen through the eyes of a backend that goes on as the prompt does."""

    class Parrot(Wilful):
        def choose(
            self,
            prompt: Prompt,
            matcher: Matcher,
            *,
            mode: Mode = "greedy",
            seed: int = 0,
        ) -> Choice:
            self.text = prompt.state.split("call")[1]
            return super().choose(prompt, matcher)

    parrot = Parrot.__new__(Parrot)
    parrot.tokens = tokens
    with pytest.raises(GrammarError, match="walnut_orbit.*velvet_anchor"):
        probe(parrot, tokens)
