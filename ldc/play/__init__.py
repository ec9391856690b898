"""Stage 7: players choose, functions run, the env steps: Policy, Env -> Episodes."""
