# The commands of the project; what each does stands in the README.
PYTHON ?= python3
APP := .venv/app/bin/python
IN ?= in.jsonl
OUT ?= out.jsonl
PORT ?= 5005

.PHONY: run test replay nlu-server shell evaluate bench lint format setup setup-dev train

setup:
	@$(PYTHON) deploy/setup.py

setup-dev:
	@$(PYTHON) deploy/setup.py --dev

train: setup
	@$(APP) -m bot.cli train

run: setup
	@exec $(APP) -m bot.cli run

test: setup-dev
	@$(APP) -m bot.cli train
	@$(APP) -m pytest $(ARGS)

replay: setup
	@$(APP) -m bot.cli train
	@$(APP) -m bot.cli replay "$(IN)" "$(OUT)"

nlu-server: setup
	@$(APP) -m bot.cli train
	@exec $(APP) -m bot.cli nlu-server --port $(PORT)

shell:
	@$(APP) -m bot.cli shell

evaluate: setup-dev
	@$(APP) -m bot.cli train
	@$(APP) bench/evaluate.py

bench: setup-dev
	@$(APP) -m bot.cli train
	@$(APP) bench/rasa_turn.py

lint: setup-dev
	@.venv/app/bin/ruff format --check .
	@.venv/app/bin/ruff check .
	@.venv/app/bin/mypy
	@$(APP) -m pytest tests/test_import_map.py

format: setup-dev
	@.venv/app/bin/ruff format .
	@.venv/app/bin/ruff check --fix .
