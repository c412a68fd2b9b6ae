"""The import graph of the package: the pipeline runs one way, and nothing goes round."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src"
PACKAGE = SOURCE / "nisba"
#: A stage imports from those before it. What begins with a bar lies below all, the package itself
#: above all.
ORDER = (
    "_data",
    "_loops",
    "_pipes",
    "_workers",
    "text",
    "facts",
    "names",
    "sounds",
    "gazetteer",
    "translit",
    "match",
    "index",
    "resolve",
    "batch",
    "pandas",
    "editing",
    "exchange",
    "evaluation",
    "cli",
    "__main__",
)
#: The editors' files know nothing of the sound model, though it stands before them.
FORBIDDEN = {("gazetteer", "sounds")}
MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    """Return the dotted name of a module's file."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = frozenset(map(name_of, MODULES))


def imports_of(text: str, name: str, is_package: bool) -> Iterator[tuple[int, str]]:
    """Yield line and module of every import of nisba's own, inside functions too."""
    home = name.split(".") if is_package else name.split(".")[:-1]
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            above = home[: len(home) - node.level + 1] if node.level else []
            base = ".".join([*above, *filter(None, [node.module])])
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                yield node.lineno, whole if whole in NAMES else base


def own_imports(path: Path, *, run: bool = False) -> list[tuple[int, str]]:
    """Return the imports of a file that stay in the package; `run` leaves out those for types."""
    text = path.read_text(encoding="utf-8")
    if run:
        text = ast.unparse(_Running().visit(ast.parse(text)))
    found = imports_of(text, name_of(path), path.name == "__init__.py")
    return [(line, to) for line, to in found if to.split(".")[0] == "nisba"]


class _Running(ast.NodeTransformer):
    """Takes out what stands under `if TYPE_CHECKING`: no interpreter ever imports it."""

    def visit_If(self, node: ast.If) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            node.body = [ast.Pass()]
        return node


def is_allowed(importer: str, imported: str) -> bool:
    """Tell whether a module may import another by the order of the stages."""
    if importer == "nisba":
        return True
    if imported == "nisba":
        return False
    here, there = importer.split(".")[1], imported.split(".")[1]
    return ORDER.index(there) <= ORDER.index(here) and (here, there) not in FORBIDDEN


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_stage_imports_only_from_stages_before_it(path: Path) -> None:
    """No import goes against the order of the pipeline, at the top of a module or inside it."""
    against = [
        f"{path.relative_to(SOURCE)}:{line} imports {to}"
        for line, to in own_imports(path)
        if not is_allowed(name_of(path), to)
    ]
    assert against == []


def test_every_stage_has_its_place() -> None:
    """A new package has to be put into the order."""
    there = {p.stem for p in PACKAGE.iterdir() if p.suffix == ".py" or any(p.glob("*.py"))}
    assert there - {"__init__"} == set(ORDER)


def test_no_import_goes_round() -> None:
    """The modules can be put in a row in which each imports only from those before it."""
    graph = {name_of(path): {to for _, to in own_imports(path, run=True)} for path in MODULES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as fault:
        pytest.fail(" imports ".join(reversed(fault.args[1])))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("import nisba.cli", ["nisba.cli"]),
        ("from nisba import cli", ["nisba.cli"]),
        ("from nisba import compare", ["nisba"]),
        ("def f():\n    from nisba.resolve import Resolver", ["nisba.resolve"]),
        ("from ..batch import frame", ["nisba.batch.frame"]),
        ("from .clean import x", ["nisba.text.clean"]),
    ],
)
def test_no_way_of_importing_escapes(text: str, found: list[str]) -> None:
    """Each form of an import statement, relative and late ones too, is seen by these tests."""
    assert [to for _, to in imports_of(text, "nisba.text.fold", False)] == found


def test_the_order_forbids_what_it_should() -> None:
    """The text stage may not import the commands, nor any stage the package's front."""
    assert not is_allowed("nisba.text.clean", "nisba.cli")
    assert not is_allowed("nisba.gazetteer.records", "nisba.sounds.model")
    assert not is_allowed("nisba.batch.frame", "nisba")
    assert is_allowed("nisba.cli.parse", "nisba.names")


def test_importing_nisba_is_light() -> None:
    """`import nisba` loads no library of tables, terminals, commands or YAML."""
    code = (
        "import sys, nisba; "
        "print(*sorted({'pandas', 'rich', 'click', 'yaml', 'clevercsv'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""
