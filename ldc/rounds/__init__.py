"""DAgger: the student plays, what it met is labelled, it is trained anew; repeated.

The first round is what a build without rounds does. Then, each round, the student of
the round before plays new seeds alone. Verified code, the expert, is asked in every
line that it met, for free, given the results that the student's own calls had. Only
where the two differ is whoever labels asked: with `--labels teacher`, that is what is
paid for. All labels are kept, and of the next dataset half of the rows are drawn from
those that the student got wrong.
"""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ldc import learn
from ldc.constrain import Tokens
from ldc.contest import PLAY_SEEDS, always, play_seeds, player_of
from ldc.dataset import read_dataset, write_dataset
from ldc.finetune.lora import Settings
from ldc.finetune.student import Student
from ldc.generate.backends import run_policy
from ldc.generate.runtime import HERE
from ldc.ir import Dataset, Episode, digest
from ldc.learn import Kit
from ldc.play.student import StudentPlayer
from ldc.rounds.relabel import Found, Met, relabelled, share_right
from ldc.rounds.table import FILE
from ldc.score.metrics import Interval, bootstrap, wilson
from ldc.store import new_file, read_json, read_text, write_json

ROUND_SEEDS = 200_000
"""Round 2 plays seeds from here on, each later round `APART` more."""

APART = 10_000

FILES = ("adapter_config.json", "loss.jsonl", "loss.png", "adapter_model.safetensors")
"""What a policy's folder holds, beside `policy.json`, which is written last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round, and how its student plays."""

    number: int
    met: Met
    """By the student of the round before."""
    examples: int
    """Training examples: round k has k times those of the first."""
    right: float
    """Share of the lines of its held-out games in which it calls what the expert does.

    Success alone says little of a student that has not learned to read: one that always
    calls the same may win more often than one that is right in half of its lines.
    """
    success: Interval
    """Share of held-out games won, Wilson interval."""
    score: Interval
    """Mean score of these games."""
    games: int
    policy: str
    """Digest of the adapter's weights."""


def rounds(
    kit: Kit,
    out: Path,
    count: int,
    dials: Settings,
    student: Student,
    say: Callable[[str], None],
) -> tuple[Round, ...]:
    """Train round after round; the last round's policy is copied to `out`.

    Every round keeps its games, dataset and policy in a folder of its own, and what is
    there is not made again. Each student is trained anew on what is known so far, so
    that a policy hangs on its dataset alone. Its examples and steps grow with the
    rounds, or the steps that one text gets would shrink as there are more of them.

    Args:
        kit: Base, budget, labels and folder.
        out: Of the policy; round 1 is taken from there when it lies there.
        count: Rounds in all, the first included.
        dials: Of every fine-tune.
        student: Untuned.
        say: Told what begins.

    Raises:
        Capped: The teacher may not be asked so much; run it again to go on.
        LdcError: As the stages.
    """
    tokens = Tokens(student.tokenizer)
    played: list[Sequence[Episode]] = []
    found: dict[int, Found] = {}
    told: list[Round] = []

    def labels_of(number: int) -> Found:
        if number not in found:
            found[number] = (
                Found(labels=learn.labels(kit)[0])
                if number == 1
                else relabelled(kit, played[number - 2])
            )
        return found[number]

    for number in range(1, count + 1):
        folder = kit.folder / "rounds" / str(number)
        policy = folder / "policy"
        if number == 1:
            made, met = learn.dataset_stage(kit, "functions", tokens), Met()
            digests = learn.tuned_digests(kit, "functions", made, dials)
            copy_policy(out, policy, digests)
        else:
            say(f"round {number}: the student plays, and what it met is labelled")
            played.append(games_for(kit, number))
            before = kit.folder / "rounds" / str(number - 1) / "policy"
            key = digest(
                read_text(before / "policy.json"),
                repr(kit.budget),
                str(rows_of(kit, number)),
                *learn.key_of_labels(kit),
            )
            made, met = dataset_of(
                kit, folder / "dataset", key, tokens, number, labels_of
            )
        say(f"round {number}: fine-tune, score")
        learn.tuned(kit, "functions", made, policy, dials, student)
        held_out = range(PLAY_SEEDS, PLAY_SEEDS + kit.budget.play_episodes)
        games = games_of(kit, policy, folder / "score", held_out)
        told.append(
            Round(
                number=number,
                met=met,
                examples=len(made.train),
                right=share_right(kit.task, games),
                success=wilson(sum(game.success for game in games), len(games)),
                score=bootstrap(tuple(game.score for game in games)),
                games=len(games),
                policy=read_json(policy / "policy.json")["weights"],
            )
        )
        write_json(folder / "round.json", asdict(told[-1]))
    digests = read_json(policy / "policy.json")["digests"]
    copy_policy(policy, out, digests)
    write_json(out / FILE, [asdict(one) for one in told])
    return tuple(told)


def rows_of(kit: Kit, number: int) -> int:
    """Return how many training examples a round has."""
    return kit.budget.rows * number


def games_for(kit: Kit, number: int) -> tuple[Episode, ...]:
    """Return the games from which a round learns, by the student of the one before."""
    folder = kit.folder / "rounds"
    first = ROUND_SEEDS + (number - 2) * APART
    seeds = range(first, first + kit.budget.round_episodes)
    policy = folder / str(number - 1) / "policy"
    return games_of(kit, policy, folder / str(number) / "met", seeds)


def games_of(
    kit: Kit, policy: Path, folder: Path, seeds: Sequence[int]
) -> tuple[Episode, ...]:
    """Return a policy's games, one a seed; those that were played are read."""
    running = run_policy(HERE, policy, kit.folder / "gguf", kit.digests("functions"))
    player: StudentPlayer = player_of(kit, "LD", "functions", running)
    key = digest(read_text(policy / "policy.json"))
    return play_seeds(kit, always(player), "functions", seeds, folder / key)


def dataset_of(
    kit: Kit,
    folder: Path,
    key: str,
    tokens: Tokens,
    number: int,
    found: Callable[[int], Found],
) -> tuple[Dataset, Met]:
    """Return a round's dataset, and what its last labels took; made once and kept.

    Args:
        kit: Base and budget.
        folder: Where it is kept.
        key: Tells it from others.
        tokens: The student's tokenizer.
        number: Of the round.
        found: Number of a round -> its labels.
    """
    mark = folder / "made.json"
    if mark.is_file() and (known := read_json(mark))["key"] == key:
        return read_dataset(folder), Met(**known["met"])
    every = [found(n) for n in range(1, number + 1)]
    labels = [label for one in every for label in one.labels]
    missed = [label for one in every for label in one.missed]
    rows = rows_of(kit, number)
    made = learn.word(kit, "functions", labels, missed, rows, tokens)
    folder.mkdir(parents=True, exist_ok=True)
    write_dataset(made, folder)
    write_json(mark, {"key": key, "met": asdict(every[-1].met)})
    return made, every[-1].met


def copy_policy(source: Path, target: Path, digests: Any) -> None:
    """Copy a policy that was trained with these digests; else leave all as it is."""
    facts = source / "policy.json"
    if not facts.is_file() or read_json(facts).get("digests") != digests:
        return
    if (target / facts.name).is_file():
        if read_json(target / facts.name) == read_json(facts):
            return
        (target / facts.name).unlink()  # while files of two policies lie there
    target.mkdir(parents=True, exist_ok=True)
    for name in (*FILES, facts.name):
        with new_file(target / name) as part:
            shutil.copyfile(source / name, part)
