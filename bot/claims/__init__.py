"""The core: claim file, fields and questions, losses, ledger, triage, planner. Standard library only, no I/O but its own tables.

In: a `Log` and a `Heard` message (`model`). Out: assertions and texts to say (`intake.hear`), the claim file (`export`).
May import nothing else of ours.
"""
