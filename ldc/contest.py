"""Lets all players play the same held-out seeds, and scores them; each step resumes."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ldc import store
from ldc.constrain.retriever import BM25, MiniLM, Retriever
from ldc.finetune.policy import FACTS
from ldc.finetune.student import load_student
from ldc.generate import Mode
from ldc.generate.backends import Running, in_torch, run_policy
from ldc.generate.runtime import HERE, Runtime
from ldc.ir import Episode, TaskSpec, digest
from ldc.jail import Jail
from ldc.learn import Kind, Kit, menu_of
from ldc.play.constant import best_constant
from ldc.play.lockstep import TogetherPlayer, lockstep
from ldc.play.players import CodeOnly, Constant, Expert, Player, RandomLegal
from ldc.play.record import call_of, episode_of, record
from ldc.play.rollout import rollout
from ldc.play.student import StudentPlayer
from ldc.progress import tracked
from ldc.score import Bits, Report, score
from ldc.turns import begun, kept, turns

CHOOSE_SEEDS = 500_000
"""The best constant choice is chosen on seeds from here on."""
PLAY_SEEDS = 1_000_000
"""Scores are taken on seeds from here on; training plays seeds below both."""
CHOOSE_GAMES = 32

MakePlayer = Callable[[int], Player]
"""Seed of an episode -> who plays it."""


def always(player: Player) -> MakePlayer:
    """Return what gives every episode to one player."""
    return lambda seed: player


def player_of(
    kit: Kit,
    name: str,
    kind: Kind,
    running: Running,
    retriever: str = "bm25",
    mode: Mode = "greedy",
) -> StudentPlayer:
    """Return a student as a player.

    Args:
        kit: Base and templates.
        name: As the table shows it.
        kind: What the student was distilled on.
        running: The student, tuned or not.
        retriever: "bm25" or "minilm".
        mode: How it chooses a call.
    """
    base, task = menu_of(kit, kind)
    backend, tokens = running
    kinds: Mapping[str, Callable[..., Retriever]] = {"bm25": BM25, "minilm": MiniLM}
    return StudentPlayer(
        name,
        task=task,
        base=base,
        backend=backend,
        tokens=tokens,
        renderer=kit.renderer,
        retriever=kinds[retriever](base.functions),
        mode=mode,
    )


def play_seeds(
    kit: Kit, make: MakePlayer, kind: Kind, seeds: Sequence[int], kept: Path | None
) -> tuple[Episode, ...]:
    """Return one episode a seed; with a folder, played ones are read from it.

    Args:
        kit: Base and task.
        make: Makes the player of an episode.
        kind: What it plays with: the functions, or bare outputs.
        seeds: Of the env.
        kept: Where each finished episode is kept; None keeps none.
    """
    base, task = menu_of(kit, kind)
    games = []
    with Jail(task, base.functions) as jail:
        for seed in tracked(seeds, "playing"):
            file = kept / f"{seed}.json" if kept else None
            if file and file.is_file():
                game = episode_of(task, store.read_json(file), store.shown(file))
            else:
                game = rollout(task, jail, make(seed), seed)
                if file:
                    store.write_json(file, record(task, game))
            games.append(game)
    return tuple(games)


def play_together(
    kit: Kit, player: TogetherPlayer, seeds: Sequence[int], batch: int
) -> tuple[Episode, ...]:
    """Return one episode a seed, played in lockstep with the function base.

    Args:
        kit: Base and task.
        player: Plays them all.
        seeds: Of the env.
        batch: Episodes at once.
    """
    with Jail(kit.task, kit.base.functions) as jail:
        games = lockstep(kit.task, jail, player, seeds, batch)
        played = [next(games) for _ in tracked(seeds, "playing")]
    return tuple(sorted(played, key=lambda game: seeds.index(game.seed)))


def bits_of(task: TaskSpec, player: StudentPlayer, games: Sequence[Episode]) -> Bits:
    """Return mean bits per decision over the first steps of up to ten episodes."""
    constrained, free, count = 0.0, 0.0, 0
    for game in games[:10]:
        for step in game.steps[:3]:
            results = begun(task)
            count += 1
            lines = turns(task, step.state)
            for turn, result in zip(lines, step.decision.results, strict=True):
                one, other = player.bits(step.state, turn.stage.name, results)
                constrained, free = constrained + one, free + other
                results = kept(turn, results, result)
    return Bits(constrained=constrained / count, unconstrained=free / count)


def contest(
    kit: Kit,
    places: Mapping[str, tuple[Kind, Path]],
    say: Callable[[str], None],
    retriever: str = "bm25",
    runtime: Runtime = HERE,
) -> tuple[Report, Mapping[str, tuple[Episode, ...]]]:
    """Let every player play the same held-out seeds; return the scores and the games.

    Args:
        kit: Base, budget, and the folder where episodes are kept.
        places: Name -> kind and folder of the tuned students. "LD" must be there; a
            baseline that is not there is left out, and `say` is told.
        say: Told each player's name before it plays.
        retriever: As in `player_of`.
        runtime: Where "LD" runs; the baselines stay on `transformers`.
    """
    seeds = range(PLAY_SEEDS, PLAY_SEEDS + kit.budget.play_episodes)
    games: dict[str, tuple[Episode, ...]] = {}
    bits: dict[str, Bits] = {}

    def folder(name: str, *more: str) -> Path:
        key = digest(*kit.digests("functions").values(), name, *more)
        return kit.folder / "episodes" / f"{name}-{key}"

    def let(name: str, make: MakePlayer) -> None:
        say(f"play: {name}")
        games[name] = play_seeds(kit, make, "functions", seeds, folder(name))

    let("random-legal", lambda seed: RandomLegal(kit.task, kit.base, seed))
    say("play: the best constant choice, all combinations tried")
    constant = chosen_constant(kit, folder("constant") / "chosen.json")
    let("constant", always(constant))
    let("code-only", always(CodeOnly(kit.task)))
    for name, (kind, place) in {"zero-shot": ("functions", Path()), **places}.items():
        where = runtime if name == "LD" else HERE
        if name in places and name != "LD" and not (place / FACTS).is_file():
            mend = f"`ldc build {kit.task.name}` makes it"
            say(f"left out: {name}, of which there is no policy here ({mend})")
            continue
        if name == "zero-shot":
            student = load_student(kit.student)
            running = in_torch(student)
            key = [student.revision, retriever]
        else:
            running = run_policy(where, place, kit.folder / "gguf", kit.digests(kind))
            key = [store.read_text(place / FACTS), retriever]
        if where != HERE:
            key.append(str(where))
        say(f"play: {name}")
        player = player_of(kit, name, kind, running, retriever)
        games[name] = play_seeds(kit, always(player), kind, seeds, folder(name, *key))
        if where.backend != "openai":  # a server does not tell them
            bits[name] = bits_of(menu_of(kit, kind)[1], player, games[name])
    let("expert", always(Expert(kit.task)))
    return score(games, bits), games


def chosen_constant(kit: Kit, file: Path) -> Constant:
    """Return the best constant choice, searched once and kept."""
    if file.is_file():
        texts = zip(store.read_json(file), kit.task.stages, strict=True)
        calls = [call_of(text, stage.name, kit.task) for text, stage in texts]
        return Constant("constant", calls, kit.task, kit.base)
    seeds = range(CHOOSE_SEEDS, CHOOSE_SEEDS + CHOOSE_GAMES)
    player, _ = best_constant(kit.task, kit.base, seeds)
    store.write_json(file, [str(call) for call in player.calls])
    return player
