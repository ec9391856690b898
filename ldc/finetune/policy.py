"""Keep a policy in a folder, and load it only where it still fits."""

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ldc.errors import PolicyError, StoreError
from ldc.finetune.student import Dtype, Student, load_student, quiet, sha256
from ldc.ir import Policy
from ldc.store import new_file, read_json, shown, write_json

WEIGHTS = "adapter_model.safetensors"
CONFIG = "adapter_config.json"
FACTS = "policy.json"
"""Written last: it names the weights by their digest."""


def save_policy(
    model: Any,
    student: Student,
    out: Path,
    *,
    task: str,
    digests: Mapping[str, str],
    run: Mapping[str, Any],
) -> Policy:
    """Write the adapter of a `peft` model in bf16, half the size, and what it is for.

    Args:
        model: The `peft` model that wraps the student's.
        student: What was trained.
        out: The policy's folder.
        task: Name of the task.
        digests: Of "base", "templates" and "grammar".
        run: More to remember in `policy.json`: settings, steps, dataset.
    """
    import torch
    from peft import get_peft_model_state_dict
    from safetensors.torch import save_file

    weights = {
        name: tensor.detach().to("cpu", torch.bfloat16).contiguous()
        for name, tensor in get_peft_model_state_dict(model).items()
    }
    with new_file(out / WEIGHTS) as part:
        save_file(weights, part, metadata={"format": "pt"})
        part.chmod(0o644)  # safetensors keeps it to its owner, but policies are shipped
    config = model.peft_config["default"].to_dict()
    config["base_model_name_or_path"] = student.name  # else the cache's own path
    config["inference_mode"] = True
    plain = {k: sorted(v) if isinstance(v, set) else v for k, v in config.items()}
    write_json(out / CONFIG, plain)
    policy = Policy(
        task=task,
        student=student.name,
        revision=student.revision,
        adapter=str(out),
        digests=dict(digests),
    )
    facts = dataclasses.asdict(policy)
    del facts["adapter"]  # the folder may be moved
    write_json(out / FACTS, {**facts, **run, "weights": sha256(out / WEIGHTS)})
    return policy


def load_policy(
    folder: Path, expect: Mapping[str, str], dtype: Dtype | None = None
) -> tuple[Policy, Student]:
    """Return a policy and its student with the adapter merged into the weights.

    Args:
        folder: What `finetune` wrote.
        expect: The digests of now, by name; each must be what the policy has.
        dtype: Of the student, as in `load_student`.

    Raises:
        PolicyError: No policy, a damaged one, or one trained on something else.
        StudentError: Its student is not installed.
    """
    from peft import PeftModel

    if not (folder / FACTS).is_file():
        what = "there is no policy in this folder"
        raise PolicyError(shown(folder), what, "run `ldc build` with its task")
    try:
        facts = read_json(folder / FACTS)
        policy = Policy(
            task=facts["task"],
            student=facts["student"],
            revision=facts["revision"],
            adapter=str(folder),
            digests=facts["digests"],
        )
        damaged = sha256(folder / WEIGHTS) != facts["weights"]
    except (StoreError, OSError, KeyError, TypeError) as error:
        raise PolicyError(
            shown(folder),
            f"holds no policy that can be read: {error!r}",
            "run `ldc finetune`",
        ) from error
    again = f"run `ldc finetune {policy.task}` again"
    if damaged:
        what = f"{WEIGHTS} is not the file that {FACTS} was written for"
        raise PolicyError(shown(folder), what, again)
    changed = [
        f"the {name} was {policy.digests.get(name)!r} in training, is {now!r} now"
        for name, now in expect.items()
        if policy.digests.get(name) != now
    ]
    if changed:
        raise PolicyError(
            shown(folder),
            "; ".join(changed),
            f"{again}, or go back to the {' and '.join(n for n in expect)} it knows",
        )
    student = load_student(policy.student, dtype)
    if student.revision != policy.revision:
        raise PolicyError(
            shown(folder),
            f"was trained on revision {policy.revision!r} of {policy.student!r}, "
            f"here is {student.revision!r}",
            f"install that revision, or {again}",
        )
    with quiet():
        merged: Any = PeftModel.from_pretrained(student.model, str(folder))
        model = merged.merge_and_unload()
    return policy, dataclasses.replace(student, model=model.eval())
