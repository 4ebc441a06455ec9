# The verbs of the whole project; backend/ and frontend/ answer to the same ones.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup build dev dev-fullstack run test smoke coverage mutants check lint fix type-check
.PHONY: generate hostile churn fuzz-rest long-screen wheel test-packaging bench-import
.PHONY: bench bench-guard bench-bars bench-broker bench-ledger calendars kill-server
.PHONY: streams-page-images terminal-images restart-exact differential conformance slow-clients stopwatch
.PHONY: lying-provider tape-proof cuts data-checks long-backlog rolling-restart soak compare-faults
.PHONY: terminal-speed wire-faults practice-server phases

THIS := $(lastword $(MAKEFILE_LIST))
BACKEND := $(MAKE) --no-print-directory -C backend
FRONTEND := $(MAKE) --no-print-directory -C frontend
PY := backend/.venv/bin/python
ARGS ?=

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(THIS)

setup: ## Install what is missing: backend/.venv and frontend/node_modules
	@$(BACKEND) setup
	@$(FRONTEND) setup

build: setup ## Build the user interface into frontend/dist
	@$(FRONTEND) build

dev: dev-fullstack ## The same as dev-fullstack

dev-fullstack: setup ## Backend on 8000 and UI on 5173, both reloading; types follow the models
	@$(PY) scripts/dev_fullstack.py

run: build ## Serve the product on http://127.0.0.1:8000 (ARGS="--port 9000")
	@exec $(PY) -m trading_api serve $(ARGS)

test: build ## Run every test: backend, frontend, smoke in a real browser
	@$(PY) scripts/run_tests.py

smoke: build ## Run the smoke tests alone
	@$(PY) scripts/run_tests.py smoke

wheel: build ## Build the installable package, the user interface inside, into dist/
	@PYTHONPATH=scripts $(PY) -m packaged.wheel dist

test-packaging: build ## Install the package read-only, serve it alone and behind nginx, look at it
	@PYTHONPATH=scripts $(PY) -m packaged.run $(ARGS)

coverage: setup ## Run the tests of both sides and report the lines that none reaches
	@$(BACKEND) coverage
	@$(FRONTEND) coverage

check: setup ## Every static gate of both sides; edits nothing
	@$(BACKEND) check
	@$(FRONTEND) check
	@$(PY) scripts/lint_sizes.py
	@PYTHONPATH=scripts $(PY) -m rules.check
	@PYTHONPATH=scripts $(PY) -m operations.run --check
	@$(PY) -m trading_api phases --static

lint: setup ## Check style, format, import boundaries and sizes
	@$(BACKEND) lint
	@$(FRONTEND) lint
	@$(PY) scripts/lint_sizes.py

fix: setup ## Repair style and format
	@$(BACKEND) fix
	@$(FRONTEND) fix

type-check: setup ## Check types of both sides
	@$(BACKEND) type-check
	@$(FRONTEND) type-check

generate: setup ## Write all generated files: routers, contract, clients, pages
	@$(BACKEND) generate
	@$(FRONTEND) generate
	@PYTHONPATH=scripts $(PY) -m operations.run
	@$(PY) -m trading_api phases --checklist

phases: setup ## Each stream by the six phases, as far as it must run; two minutes (ARGS="bars")
	@$(PY) -m trading_api phases --run $(ARGS)

stopwatch: setup ## A new stream in a fresh clone: every gate and its tests, and back (ARGS="--help")
	@PYTHONPATH=scripts $(PY) -m stopwatch.run $(ARGS)

mutants: setup ## Plant a fault against each rule of the protocol and see that a test notices
	@PYTHONPATH=scripts $(PY) -m mutants.run $(ARGS)

wire-faults: setup ## The server's planted faults, judged from the wire alone (ARGS="--rule U1"); minutes
	@PYTHONPATH=scripts $(PY) -m wire_faults.run $(ARGS)

practice-server: setup ## A server made to be judged by trading-pro conformance; ends with its input
	@cd backend && PYTHONPATH=. .venv/bin/python -m tests.wire_rules.practice practice

hostile: setup ## 10,000 hostile messages over 200 connections (ARGS="--seed 1" to repeat a run)
	@PYTHONPATH=scripts $(PY) -m hostile.run flood $(ARGS)

churn: setup ## 500 clients that come, race and die for a minute
	@PYTHONPATH=scripts $(PY) -m hostile.run churn $(ARGS)

kill-server: setup ## 50 kills of a server that trades: nothing told is lost (ARGS="--kills 50")
	@PYTHONPATH=scripts $(PY) -m broker_proofs.kill_server $(ARGS)

cuts: setup ## 1,000 cuts of network and server under listeners: nothing lost (ARGS="--help")
	@PYTHONPATH=scripts $(PY) -m cuts.run $(ARGS)

lying-provider: setup ## A feed that lies beside a good one: nobody is harmed, all is counted (ARGS="--seconds 60")
	@PYTHONPATH=scripts $(PY) -m lying.run $(ARGS)

soak: setup ## An hour of moderate load: nothing that is held grows (ARGS="--help")
	@PYTHONPATH=scripts $(PY) -m soak.run $(ARGS)

compare-faults: setup ## The same faults beside plain FastAPI and fastws (ARGS="--help")
	@PYTHONPATH=scripts:benchmarks $(PY) -m compare_faults.run $(ARGS)

long-backlog: setup ## Clients recover 2 million steps at once; memory stays flat (ARGS="--help")
	@PYTHONPATH=scripts $(PY) -m long_backlog.run $(ARGS)

rolling-restart: setup ## 10 times a server takes over from another on its port, under load
	@PYTHONPATH=scripts $(PY) -m broker_proofs.rolling_restart $(ARGS)

restart-exact: setup ## A day of trading with 200 kills ends byte for byte as one without
	@PYTHONPATH=scripts $(PY) -m broker_proofs.restart_exact $(ARGS)

differential: setup ## Fills on real bars beside those of another engine (installs it apart)
	@PYTHONPATH=scripts $(PY) -m broker_proofs.differential $(ARGS)

conformance: setup ## Every case of the Autobahn suite against the served socket (installs it apart)
	@$(PY) -m uv pip install --quiet --target backend/.venv/conformance --python $(PY) \
		--require-hashes -r scripts/conformance/requirements.lock
	@PYTHONPATH=scripts $(PY) -m conformance.run $(ARGS)

slow-clients: setup ## The same load with and without clients that do not read (ARGS="--help")
	@PYTHONPATH=scripts $(PY) -m slow_clients.run $(ARGS)

long-screen: setup ## 50 topics in a real browser for 10 minutes (ARGS="--minutes 10 --topics 50")
	@$(PY) scripts/long_screen.py $(ARGS)

terminal-speed: build ## 500 ticking symbols on the terminal, measured (ARGS="--help")
	@PYTHONPATH=scripts $(PY) -m terminal_speed.run $(ARGS)

streams-page-images: build ## The pictures of the live streams page, during a run of faults
	@cd frontend && node_modules/.bin/playwright test \
		--config ../smoke-tests/streams-page/playwright.config.ts

terminal-images: build ## The pictures of the terminal in each of its states
	@cd frontend && node_modules/.bin/playwright test \
		--config ../smoke-tests/terminal-states/playwright.config.ts

fuzz-rest: setup ## Schemathesis over the OpenAPI document (installs it apart on first use)
	@PYTHONPATH=scripts $(PY) -m hostile.rest $(ARGS)

bench: setup ## The send path beside other servers, 20 minutes (ARGS="--help")
	@PYTHONPATH=benchmarks $(PY) -m streams.run $(ARGS)

bench-guard: setup ## The send path stays far ahead of a bare send loop; under a minute
	@PYTHONPATH=benchmarks $(PY) -m streams.guard $(ARGS)

bench-import: setup ## Rows a second of imports beside others (ARGS=kill: killed and repeated)
	@PYTHONPATH=benchmarks $(PY) -m importing.run $(ARGS)

bench-ledger: setup ## Engine and ledger beside a bare SQLite loop of the same rows (ARGS="--help")
	@PYTHONPATH=benchmarks $(PY) -m ledger.run $(ARGS)

bench-broker: setup ## Orders over REST beside an empty POST, and how soon streams tell (ARGS="--help")
	@PYTHONPATH=benchmarks $(PY) -m broker.run $(ARGS)

bench-bars: setup ## Pages of bars out of ten million, beside SQLite and DuckDB (ARGS="--help")
	@PYTHONPATH=benchmarks $(PY) -m bars.run $(ARGS)

tape-proof: setup ## A session with fills is recorded and played, byte for byte (ARGS="--help")
	@PYTHONPATH=scripts $(PY) -m tape_proof.run $(ARGS)

data-checks: setup ## TradingView's checks of a datafeed over ours, bars beside their ticks; 3 minutes
	@PYTHONPATH=scripts $(PY) -m data_checks.run $(ARGS)

calendars: setup ## Write the tables of trading sessions anew from exchange_calendars
	@$(PY) -m uv pip install --quiet --target backend/.venv/calendars --python $(PY) \
		--require-hashes -r scripts/calendars/requirements.lock
	@PYTHONPATH=scripts:backend/.venv/calendars $(PY) -m calendars.tables
