"""The house's plan, held by force: who may know whom, no cycle, and no drawer for odds and ends."""

import ast
import subprocess
import sys
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[2]
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "lib"}


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


def test_no_room_is_part_of_a_cycle(graph: grimp.ImportGraph) -> None:
    """Rooms as wholes, deferred imports included."""
    rooms = sorted(graph.find_children("cms"))
    imports = {
        room: {other for other in rooms if other != room and graph.find_shortest_chain(room, other, as_packages=True)}
        for room in rooms
    }
    refuse_cycle(imports)


def test_no_module_is_part_of_a_cycle_when_it_is_loaded() -> None:
    """Single modules, by what they import while they load: any of them can be the first."""
    names = {module_name(path): path for path in our_modules()}
    refuse_cycle({name: imported_on_load(path, set(names)) - {name} for name, path in names.items()})


def refuse_cycle(imports: Mapping[str, set[str]]) -> None:
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        pytest.fail("These import each other in a circle: " + " <- ".join(error.args[1]), pytrace=False)


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imported_on_load(path: Path, known: set[str]) -> set[str]:
    """The modules among `known` that the file at `path` imports outside of functions and type-checking blocks."""
    found: set[str] = set()
    waiting: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} uses a relative import: name the module in full"
            found |= {f"{node.module}.{alias.name}" for alias in node.names} & known or {str(node.module)}
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) and not only_for_types(node):
            waiting.extend(ast.iter_child_nodes(node))
    return found & known


def only_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def test_the_public_side_reaches_no_draft_by_any_chain(graph: grimp.ImportGraph) -> None:
    """The contract again, by another tool's road: a mistake in the contract's own file cannot open the door."""
    graph.remove_module("site_app.urls")
    for room in ("cms.content", "cms.review", "cms.sources"):
        chain = graph.find_shortest_chain("site_app.delivery", room, as_packages=True)
        assert chain is None, f"site_app.delivery reaches {room}: {' -> '.join(chain or ())}"


def test_no_drawer_for_odds_and_ends() -> None:
    ours = {str(path.relative_to(ROOT)): {path.stem, *path.relative_to(ROOT).parts} for path in our_modules()}
    named_so = [name for name, words in ours.items() if DRAWERS & words]
    assert named_so == []


def test_modules_stay_small_enough_to_read() -> None:
    too_long = {
        str(path.relative_to(ROOT)): lines
        for path in our_modules()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert too_long == {}
