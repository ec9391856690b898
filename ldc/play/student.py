"""The student as a player: retrieve, word, choose under the grammar."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ldc.constrain import StageGrammar, Tokens, narrow
from ldc.dataset import scope_of
from ldc.generate import Backend, Choice, Mode
from ldc.ir import FunctionBase, Prompt, Results, TaskSpec
from ldc.play.players import Chosen
from ldc.play.rollout import Ask
from ldc.render import Renderer
from ldc.turns import turn_of

if TYPE_CHECKING:
    from ldc.constrain.retriever import Retriever


class StudentPlayer:
    """A student that reads a menu of k functions and calls one of them.

    Args:
        name: As the score table shows it.
        task: The task.
        base: Its functions.
        backend: Chooses tokens.
        tokens: The student's tokenizer.
        renderer: Words the prompts, as in training.
        retriever: Picks the candidates.
        k: How many.
        mode: How a call is chosen: "greedy", or "scored" as a whole.
    """

    def __init__(
        self,
        name: str,
        *,
        task: TaskSpec,
        base: FunctionBase,
        backend: Backend,
        tokens: Tokens,
        renderer: Renderer,
        retriever: "Retriever",
        k: int = 5,
        mode: Mode = "greedy",
    ) -> None:
        self.name = name
        self._task, self._base, self._backend = task, base, backend
        self._tokens, self._renderer = tokens, renderer
        self._retriever, self._k, self._mode = retriever, k, mode
        self._stages = {stage.name: stage for stage in task.stages}

    def choose(self, state: Any, stage: str, results: Results, hint: Any) -> Chosen:
        """Return the student's call; it never sees `hint`."""
        prompt, grammar, candidates = self._ask(state, stage, results)
        matcher = grammar.matcher(self._tokens)
        choice = self._backend.choose(prompt, matcher, mode=self._mode)
        return self._chosen(prompt, grammar, candidates, choice)

    def choose_all(self, asks: Sequence[Ask]) -> tuple[Chosen, ...]:
        """Return the student's calls, chosen in lockstep; equal questions once."""
        asked = [self._ask(ask.state, ask.stage, ask.results) for ask in asks]
        keys = [(prompt, grammar.heads) for prompt, grammar, _ in asked]
        new = dict(zip(keys, asked, strict=True))
        matchers = [
            (p, grammar.matcher(self._tokens)) for p, grammar, _ in new.values()
        ]
        choices = self._backend.choose_all(matchers, mode=self._mode)
        found = dict(zip(new, choices, strict=True))
        return tuple(
            self._chosen(*one, found[key]) for one, key in zip(asked, keys, strict=True)
        )

    def bits(self, state: Any, stage: str, results: Results) -> tuple[float, float]:
        """Return the entropy of one call in bits: under the grammar, and without it."""
        prompt, grammar, _ = self._ask(state, stage, results)
        choice = self._backend.choose(prompt, grammar.matcher(self._tokens))
        return self._backend.bits(prompt, choice.ids, choice.branch_points)

    def _chosen(
        self,
        prompt: Prompt,
        grammar: StageGrammar,
        candidates: tuple[str, ...],
        choice: Choice,
    ) -> Chosen:
        return Chosen(
            call=grammar.parse(self._tokens.decode(choice.ids)),
            candidates=candidates,
            log_probability=choice.log_probability,
            forward_passes=choice.forward_passes,
            branches=choice.branches,
            prompts=(prompt,),
            branch_log_probabilities=choice.log_probabilities,
            entropy_bits=choice.entropy_bits,
        )

    def _ask(
        self, state: Any, stage: str, results: Results
    ) -> tuple[Prompt, StageGrammar, tuple[str, ...]]:
        task = self._task
        facts = task.facts(state, stage, results)
        query = f"{task.instructions}\n{self._stages[stage].title}\n{facts}"
        candidates = self._retriever.candidates(stage, query, self._k)
        menu = [(f.condition, f.name) for f in candidates]
        prompt = self._renderer.decide(task, self._stages[stage], menu, facts)
        who = turn_of(task, stage, state, results).who
        groups, scope = task.live(state), scope_of(task, stage)
        grammar = narrow(task, stage, candidates, groups, scope, who=who)
        return prompt, grammar, tuple(f.name for f in candidates)
