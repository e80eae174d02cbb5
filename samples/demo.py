"""Runs the demo: the commands that a newcomer would type, on the documents of this folder."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
COMMAND = Path(sys.executable).with_name("edupolicy")
STEPS = (
    ("Reads the documents of five fictional places.", ("ingest", "samples")),
    ("Which departments co-own safety tasks? 哪些部门共同负责安全任务？ Asked in Cypher:",
     ("query", "co_owners", "concept=安全", "--limit", "12", "--language", "cypher")),
    ("The same question in SPARQL gives the same rows:",
     ("query", "co_owners", "concept=安全", "--limit", "12", "--language", "sparql")),
    ("What several places work on:",
     ("query", "shared_concepts", "min_localities=4", "--limit", "10")),
)
NEXT = """
What to try next (first: export EDUPOLICY_DATA=.demo EDUPOLICY_PLACES=docs/places.csv
                  and: . .venv/bin/activate)

  edupolicy query                                          all questions
  edupolicy query department_tasks department=公安分局       what one department does
  edupolicy query task_owners concept=食品安全               who owns the tasks about a concept
  edupolicy query indicators concept=双减                   how it is measured
  edupolicy extract samples/chengxi-2024-work-points.txt   what one document holds
  edupolicy sparql 'SELECT ?t WHERE { ?x a edu:Task ; dcterms:title ?t } LIMIT 5'
  edupolicy serve                                          the HTTP API, at http://127.0.0.1:8000/docs
  edupolicy ingest YOUR_FOLDER                             your own documents
"""


def main() -> int:
    """Run each step and print the command before its output; stop at the first that fails."""
    settings = {"EDUPOLICY_DATA": str(ROOT / ".demo"),
                "EDUPOLICY_PLACES": str(ROOT / "docs" / "places.csv")}
    for words, arguments in STEPS:
        print(f"\n{words}\n$ edupolicy {' '.join(arguments)}", flush=True)
        done = subprocess.run([COMMAND, *arguments], cwd=ROOT, env=os.environ | settings,
                              check=False)
        if done.returncode:
            return done.returncode
    print(NEXT)
    return 0


if __name__ == "__main__":
    sys.exit(main())
