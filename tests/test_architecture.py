"""The shape of the code: layers, budgets, mirrored tests, registries closed both ways."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from provcheck.extract.passages import EXTRACTORS
from provcheck.judge.house.rules import HOUSE_RULES
from provcheck.judge.remarks import REMARKS
from provcheck.model.edit import EditKind
from provcheck.model.verdict import Verdict
from provcheck.report.formats import FORMATS
from provcheck.rulebook.book import load_rulebook
from provcheck.sources.read import READERS

ROOT = Path(__file__).parents[1]
MODULES = sorted(p for p in (ROOT / "provcheck").rglob("*.py") if p.name != "__init__.py")
FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef
BRANCHES = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.IfExp, ast.match_case)


def lines_of(path: Path) -> int:
    return len(path.read_text().splitlines())


def functions() -> Iterator[tuple[str, FUNCTION]]:
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text())):
            if isinstance(node, FUNCTION):
                yield f"{module.relative_to(ROOT)}:{node.lineno} {node.name}", node


def length(function: FUNCTION) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def parameters(function: FUNCTION) -> int:
    given = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return len([a for a in given if a.arg not in {"self", "cls"}])


def branches(function: FUNCTION) -> int:
    """Count the branches of a function, leaving those of functions inside it to them."""
    count, waiting = 0, list(ast.iter_child_nodes(function))
    while waiting:
        node = waiting.pop()
        if isinstance(node, FUNCTION | ast.Lambda):
            continue
        count += isinstance(node, BRANCHES)
        waiting.extend(ast.iter_child_nodes(node))
    return count


def is_command(function: FUNCTION) -> bool:
    """Tell whether a function is a Typer command, whose parameters are the options."""
    return any(
        "command" in ast.unparse(d) or "callback" in ast.unparse(d) for d in function.decorator_list
    )


def share_within(sizes: list[int], bound: int) -> float:
    return sum(1 for size in sizes if size <= bound) / len(sizes)


def test_layers_and_no_cycles() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    command = str(linter) if linter.exists() else shutil.which("lint-imports")
    assert command, "import-linter is part of the dev extra"

    run = subprocess.run([command], cwd=ROOT, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout + run.stderr


def test_files_are_short() -> None:
    sizes = {str(m.relative_to(ROOT)): lines_of(m) for m in MODULES}
    assert {name: size for name, size in sizes.items() if size > 300} == {}
    assert share_within(list(sizes.values()), 200) >= 0.9


def test_functions_are_short() -> None:
    sizes = {name: length(node) for name, node in functions() if not is_command(node)}
    assert {name: size for name, size in sizes.items() if size > 40} == {}
    assert share_within(list(sizes.values()), 25) >= 0.9


def test_functions_take_few_parameters() -> None:
    counts = {name: parameters(node) for name, node in functions() if not is_command(node)}
    assert {name: count for name, count in counts.items() if count > 4} == {}


def test_functions_branch_little() -> None:
    counts = {name: branches(node) for name, node in functions()}
    assert {name: count for name, count in counts.items() if count > 8} == {}


def test_init_files_are_empty() -> None:
    inits = [p for p in (ROOT / "provcheck").rglob("__init__.py") if p.parent.name != "provcheck"]
    assert inits
    assert [str(p) for p in inits if p.read_text().strip()] == []


def test_every_module_has_its_test() -> None:
    missing = [
        str(module.relative_to(ROOT))
        for module in MODULES
        if not mirror(module).exists() and not only_values(module)
    ]
    assert missing == []


def mirror(module: Path) -> Path:
    inside = module.relative_to(ROOT / "provcheck")
    return ROOT / "tests" / inside.parent / f"test_{inside.name}"


def only_values(module: Path) -> bool:
    """Tell whether a module declares values and nothing that could go wrong in them."""
    return not any(isinstance(node, FUNCTION) for node in ast.walk(ast.parse(module.read_text())))


def test_every_test_has_its_module() -> None:
    folders = {p.name for p in (ROOT / "provcheck").iterdir() if p.is_dir()}
    orphans = [
        str(test.relative_to(ROOT))
        for folder in folders
        for test in (ROOT / "tests" / folder).rglob("test_*.py")
        if not (
            ROOT / "provcheck" / test.relative_to(ROOT / "tests").parent / test.name[5:]
        ).exists()
        and not test.name.startswith(("test_asked_for", "test_properties"))
    ]
    assert orphans == []


def test_there_is_as_much_test_as_source() -> None:
    source = sum(map(lines_of, MODULES))
    tests = sum(lines_of(p) for p in (ROOT / "tests").rglob("*.py"))
    assert tests >= source


def test_every_public_name_promises_something() -> None:
    silent = []
    for module in MODULES:
        for node in ast.parse(module.read_text()).body:
            named = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            if named and not node.name.startswith("_") and not ast.get_docstring(node):
                silent.append(f"{module.relative_to(ROOT)} {node.name}")
    assert silent == []


def test_verdicts_and_edits_have_their_rules_and_back() -> None:
    rules = load_rulebook().verdicts
    assert [rule.id for rule in rules.verdicts] == list(Verdict)
    assert [rule.id for rule in rules.edits] == list(EditKind)
    assert all(rule.help and rule.title for rule in (*rules.verdicts, *rules.edits, *rules.remarks))


def test_remarks_in_code_and_rules_are_the_same() -> None:
    homes = ("judge", "signoff", "model")
    files = [p for home in homes for p in (ROOT / "provcheck" / home).rglob("*.py")]
    code = "".join(p.read_text() for p in files)
    assert REMARKS
    assert [r.id for r in load_rulebook().verdicts.remarks if f'"{r.id}"' not in code] == []


def test_rules_of_style_are_in_the_rules_and_in_the_default_house() -> None:
    book = load_rulebook()
    ids = [rule for rule, _ in HOUSE_RULES]
    assert len(set(ids)) == len(ids)
    assert set(ids) <= {remark.id for remark in book.verdicts.remarks}
    assert set(ids) == set(book.house.rules)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_is_documented_and_tested(name: str) -> None:
    assert f"`{name}`" in (ROOT / "README.md").read_text()
    tests = ROOT / "tests" / "report"
    found = (p.relative_to(tests).with_suffix("").parts for p in tests.rglob("test_*.py"))
    assert any(name in "-".join(parts).replace("test_", "") for parts in found)


def test_every_extractor_is_a_module_of_its_own() -> None:
    homes = [extractor.__module__ for extractor in EXTRACTORS]
    assert len(set(homes)) == len(homes)
    for home in homes:
        assert (ROOT / "tests" / "extract" / f"test_{home.rsplit('.', 1)[-1]}.py").exists()


def test_every_source_reader_is_documented() -> None:
    readme = (ROOT / "README.md").read_text()
    assert [kind for kind in READERS if kind not in readme] == []


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_is_in_the_readme(verdict: Verdict) -> None:
    assert f"`{verdict}`" in (ROOT / "README.md").read_text()


def test_nothing_leaves_the_house() -> None:
    """Only fetch/ may open connections; only it and its tests may import an HTTP client."""
    clients = ("httpx", "httpcore", "requests", "urllib.request", "socket", "aiohttp")
    users = [
        str(module.relative_to(ROOT))
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text()))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [a.name for a in node.names]
        )
        if name.split(".")[0] in clients or name in clients
    ]
    assert [user for user in users if not user.startswith("provcheck/fetch/")] == []
