"""Stage 5: teach a student to choose, with LoRA: Dataset -> Policy."""
