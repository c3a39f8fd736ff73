"""The house's plan, held by force: who may know whom, no cycle, and no drawer for odds and ends."""

import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[2]
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "lib"}
# Here the word is the subject's own: the common sites of metastasis, as against the less common.
NO_DRAWERS = {"cms/content/sample/sites/common.py"}


def our_modules() -> list[Path]:
    return [
        path for room in ("cms", "site_app") for path in (ROOT / room).rglob("*.py") if "migrations" not in path.parts
    ]


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("cms", "site_app", cache_dir=None)


def test_the_import_contract_is_kept() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_no_module_is_part_of_a_cycle(graph: grimp.ImportGraph) -> None:
    imports = {module: graph.find_modules_directly_imported_by(module) - {module} for module in graph.modules}
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        pytest.fail("These import each other in a circle: " + " <- ".join(error.args[1]), pytrace=False)


def test_the_public_side_reaches_no_draft_by_any_chain(graph: grimp.ImportGraph) -> None:
    """The contract again, by another tool's road: a mistake in the contract's own file cannot open the door."""
    graph.remove_module("site_app.urls")
    for room in ("cms.content", "cms.review", "cms.sources"):
        chain = graph.find_shortest_chain("site_app.delivery", room, as_packages=True)
        assert chain is None, f"site_app.delivery reaches {room}: {' -> '.join(chain or ())}"


def test_no_drawer_for_odds_and_ends() -> None:
    ours = {str(path.relative_to(ROOT)): {path.stem, *path.relative_to(ROOT).parts} for path in our_modules()}
    named_so = [name for name, words in ours.items() if DRAWERS & words and name not in NO_DRAWERS]
    assert named_so == []


def test_modules_stay_small_enough_to_read() -> None:
    too_long = {
        str(path.relative_to(ROOT)): lines
        for path in our_modules()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert too_long == {}
