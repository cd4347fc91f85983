# The commands of the project; what each does stands in the README.
PYTHON ?= python3
APP := .venv/app/bin/python
IN ?= in.jsonl
OUT ?= out.jsonl
PORT ?= 5005
PEERS ?= 1
COMPARE ?=
SECONDS ?= 600

.PHONY: run test replay nlu-server shell evaluate bench fuzz lint format setup setup-dev train

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

# Without a network the other libraries are left out and the report says so; PEERS=0 leaves them out on purpose.
evaluate: setup-dev
	@$(APP) -m bot.cli train
	@[ "$(PEERS)" = 0 ] || $(PYTHON) deploy/setup.py --peers || echo "evaluate: goes on without the other libraries"
	@$(APP) -m bench.evaluate $(if $(filter 0,$(PEERS)),--no-peers) $(if $(COMPARE),--compare "$(COMPARE)")

fuzz: setup
	@$(PYTHON) deploy/setup.py --fuzz
	@.venv/fuzz/bin/python bench/fuzz_extract.py --seconds $(SECONDS)

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
