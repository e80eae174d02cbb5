# One definition of each check; continuous integration and the README call these.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check fuzz serve neo4j neo4j-stop bench bench-neo4j lock clean

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

demo: $(READY)
	@$(BIN)/python samples/demo.py

# Servers of tests live for seconds, so Java is told not to spend them on compiling.
test: export JDK_JAVA_OPTIONS := -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
test: $(READY)
	$(BIN)/python -m pytest --numprocesses=auto --dist=loadfile --no-loadscope-reorder

# Ten thousand damaged documents; the tests read two thousand of them.
fuzz: $(READY)
	EDUPOLICY_FUZZ=10000 $(BIN)/python -m pytest tests/fuzz

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m ontology.lint

serve: $(READY)
	$(BIN)/edupolicy serve

# A Neo4j with Neo4j Browser, without Docker; wants Java, Maven and NEO4J_PASSWORD.
# BOLT=7688 and HTTP=7475 take other ports.
neo4j: $(READY)
	@$(BIN)/python -m tools.neo4j start $(if $(BOLT),--bolt=$(BOLT)) $(if $(HTTP),--http=$(HTTP))

neo4j-stop: $(READY)
	@$(BIN)/python -m tools.neo4j stop

bench: $(READY)
	$(BIN)/python -m bench

# Wants Java and Maven, and takes a quarter of an hour.
bench-neo4j: $(READY)
	$(BIN)/python -m bench neo4j

# Needs uv (https://docs.astral.sh/uv/); writes names, versions and hashes only. The second file is
# what the image takes: no tools of development, but setuptools, which installs the package.
COMPILE := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --quiet
lock:
	$(COMPILE) --extra dev -o requirements.lock
	echo setuptools | $(COMPILE) - --extra all --constraint requirements.lock \
		-o requirements-serve.lock

clean:
	rm -rf $(VENV) build .neo4j .demo
