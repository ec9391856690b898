"""Watches an episode for news that no function is for, and puts help in force.

The episode goes on with what it has for a fixed number of steps, the gap, while help is
sought; then it waits until help is there. So an episode hangs on its seed, the gap and
what the teacher answers, never on who was faster.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ldc.author.asks import Told
from ldc.errors import LdcError
from ldc.ir import Decision, Episode, Function, TaskSpec
from ldc.jail import CallFailed
from ldc.play.in_force import InForce, Stock
from ldc.play.news import conditions_in, functions_for, told_of
from ldc.play.players import Player
from ldc.play.recovery import Bill, Recovery
from ldc.play.rollout import decide
from ldc.play.shadow import breaches, function_of, shadow_replay
from ldc.turns import gathered

SHADOWED = 8
"""States that a shadow replay decides again, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """News that no function is for."""

    condition: str
    """As functions say it."""
    told: tuple[Told, ...]
    """The facts of each stage that tell it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """What came of seeking help."""

    functions: tuple[Function, ...]
    """That the gates accepted."""
    bill: Bill
    wrong: tuple[str, ...]
    """Why there are none, or why some were given up."""


Promise = Callable[[], Help]
"""Waits until help is there."""
Seek = Callable[[Need, Sequence[Function]], Promise]
"""Begins to seek help beside the functions that are there."""


@dataclass(slots=True)
class _Open:
    news: str
    condition: str
    announced: int
    promise: Promise
    states: list[Any] = field(default_factory=list)


class Emergencies:
    """The watch of one episode.

    Args:
        task: The task.
        force: What the episode plays with.
        player_of: Makes the player of a stock, or of what is in force.
        seek: Begins to seek help, and returns at once.
        widen: Adds functions to a stock; raises LdcError when they do not fit it.
        gap: Steps that are decided without help, from the announcement on.
    """

    def __init__(
        self,
        task: TaskSpec,
        force: InForce,
        player_of: Callable[[Stock | InForce], Player],
        seek: Seek,
        widen: Callable[[Stock, Sequence[Function]], Stock],
        *,
        gap: int,
    ) -> None:
        self.player = player_of(force)
        self._task, self._force = task, force
        self._player_of, self._seek, self._widen = player_of, seek, widen
        self._gap = gap
        self._step = -1
        self._again = False
        self._heard: set[str] = set()
        self._open: list[_Open] = []
        self._told: list[Recovery] = []

    def begins(self, state: Any) -> Iterator[str]:
        """Listen for news; put help in force when the gap is over."""
        if self._again:  # the same step, decided anew
            self._again = False
            return
        self._step += 1
        for news, condition in conditions_in(self._task, state):
            if condition not in self._heard:
                self._heard.add(condition)
                yield from self._hear(state, news, condition)
        told = [condition for _, condition in conditions_in(self._task, state)]
        for one in list(self._open):
            if one.condition in told:  # news may be over before help comes
                one.states.append(state)
            if self._step - one.announced >= self._gap:
                self._open.remove(one)
                yield self._settle(one)

    def takes_back(self, state: Any, made: Decision | CallFailed) -> str:
        """Roll back when a function that was added failed, or broke a rule."""
        if not self._force.now.added:
            return ""
        if isinstance(made, CallFailed):
            faults = [(function_of(made), str(made))]
        else:
            faults = [*breaches(self._task, state, made)]
        for function, what in faults:
            if function in self._force.now.added:
                self._roll_back(function, what)
                self._again = True
                return f"rolled back to base {self._force.now.base.digest}: {what}"
        return ""

    def end(self, episode: Episode) -> tuple[Recovery, ...]:
        """Return what became of all emergencies, once the episode is over."""
        for one in self._open:
            told = one.promise()
            self._note(one, outcome="too late", bill=told.bill, why=told.wrong)
        self._open.clear()
        moves = [step.illegal_moves for step in episode.steps]
        return tuple(
            replace(
                one,
                illegal_in_gap=sum(
                    moves[one.announced : one.switched if one.switched >= 0 else None]
                ),
            )
            for one in self._told
        )

    def _hear(self, state: Any, news: str, condition: str) -> Iterator[str]:
        base = self._force.now.base
        known = functions_for(condition, base.functions)
        if known:
            names = tuple(function.name for function in known)
            self._told.append(
                Recovery(
                    news=news,
                    condition=condition,
                    announced=self._step,
                    outcome="known",
                    functions=names,
                    before=base.digest,
                    after=base.digest,
                )
            )
            yield f"the base has {', '.join(names)} for it"
            return
        try:
            probe = decide(self._task, self._force, self.player, state, None)
        except CallFailed:
            return  # it fails again at once, and ends the episode
        results = gathered(self._task, state, probe.results)
        told = told_of(self._task, state, results, news)
        need = Need(condition=condition, told=told)
        promise = self._seek(need, base.functions)
        self._open.append(_Open(news, condition, self._step, promise))

    def _settle(self, one: _Open) -> str:
        """Wait for help, try it on the last states, and put it in force."""
        told = one.promise()
        if not told.functions:
            self._note(one, outcome="no help", bill=told.bill, why=told.wrong)
            return f"no help for {one.condition!r}"
        before, names = self._force.now, tuple(f.name for f in told.functions)
        try:
            stock = self._widen(before, told.functions)
        except LdcError as error:
            why = (str(error),)
            self._note(one, outcome="refused", functions=names, bill=told.bill, why=why)
            return f"help for {one.condition!r} does not fit the base"
        shadow = shadow_replay(
            self._task,
            stock.jail,
            self._player_of(stock),
            names,
            one.states[-SHADOWED:],
        )
        found = {
            "functions": names,
            "shadowed": shadow.states,
            "called": shadow.called,
            "bill": told.bill,
        }
        if shadow.wrong:
            stock.jail.close()
            self._note(one, outcome="refused", why=shadow.wrong, **found)
            return f"help for {one.condition!r} is refused: {shadow.wrong[0]}"
        self._note(
            one,
            outcome="switched",
            switched=self._step,
            after=stock.base.digest,
            why=told.wrong,
            **found,
        )
        self._force.switch(stock)
        return (
            f"added {', '.join(names)}: "
            f"base {before.base.digest} -> {stock.base.digest}"
        )

    def _note(self, one: _Open, **found: Any) -> None:
        self._told.append(
            Recovery(
                news=one.news,
                condition=one.condition,
                announced=one.announced,
                before=self._force.now.base.digest,
                **found,
            )
        )

    def _roll_back(self, function: str, what: str) -> None:
        while function in self._force.now.added:
            taken = self._force.back()
            taken.jail.close()
            gone = {*taken.added} - {*self._force.now.added}
            self._told = [
                replace(one, outcome="rolled back", why=(*one.why, what))
                if gone & {*one.functions}
                else one
                for one in self._told
            ]
