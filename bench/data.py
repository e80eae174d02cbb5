"""What is measured: a corpus beside the repository, where there is one, and the samples."""

from functools import cache
from pathlib import Path

from api.intake import Intake
from api.settings import Settings
from api.workspace import Workspace
from ingest.extract import Knowledge
from ingest.pipeline import knowledge
from ontology.rdf import DEFAULT_BASE

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
SAMPLES = ROOT / "samples"
PLACES = ROOT / "docs" / "places.csv"
NO_CORPUS = ("There is no corpus at ../shared/corpus (beside the repository), so the samples alone "
             "are measured; put text files of real documents there to measure those.")


def corpus() -> tuple[Path, ...]:
    """Return the files of the corpus by name; none where it is missing."""
    return tuple(sorted(CORPUS.glob("*.txt")))


def samples() -> tuple[Path, ...]:
    """Return the files of the samples by name."""
    return tuple(sorted(SAMPLES.glob("*.txt")))


def graph_files() -> tuple[Path, ...]:
    """Return the files of which a graph is made: the corpus, or without one the samples."""
    return corpus() or samples()


@cache
def known() -> Knowledge:
    """Return what reading depends on, with the places of the samples."""
    return knowledge(PLACES)


def settings(folder: Path) -> Settings:
    """Return the settings of a data folder with embedded stores, whatever the environment says."""
    return Settings(data=folder, cypher=f"ladybug:{folder / 'graph.lbug'}",
                    sparql=f"oxigraph:{folder / 'graph.oxigraph'}", base_iri=DEFAULT_BASE,
                    places=PLACES)


def ingest(files: tuple[Path, ...], folder: Path) -> set[str]:
    """Do what `edupolicy ingest` does with a data folder; return what became of the files."""
    own = settings(folder)
    with Workspace(own, print) as workspace, workspace.writing() as apply:
        intake = Intake(workspace.ledger, own.places)
        kinds = {intake.take(path).kind for path in files}
        apply()
    return kinds
