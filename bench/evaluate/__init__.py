"""`make evaluate`: every quality figure in one run, as pages, pictures and JSON in docs/quality/.

In: the labelled sets in tests/cases/dev (open to everybody) and tests/blind (their texts never leave this process: pages show their
ids and kinds only). Judged by the scorers in tests/cases. `python -m bench.evaluate --help` says what can be left out or compared.
"""
