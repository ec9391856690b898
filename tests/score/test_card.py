"""The model card says what a policy is and fits, and how it scores."""

import json
from pathlib import Path

from ldc.score import model_card, summarise
from ldc.tasks import load
from tests.play.test_record import played

ROOT = Path(__file__).parents[2]


def test_the_card_holds_digests_and_scores() -> None:
    task = load("pursuit")
    policy = json.loads((ROOT / "policies/pursuit/policy.json").read_text())
    scores = (summarise("random-legal", (played(task),)),)
    card = model_card(task, policy, scores, ROOT / "templates")
    for digest in policy["digests"].values():
        assert digest in card or digest == policy["digests"].get("settings")
    assert "| random-legal | 1 |" in card
