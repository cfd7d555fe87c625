"""An error is complete in its own class: its facts, its exit code, and words that fit the facts in every language."""

import ast
import importlib
import inspect
import itertools
import pkgutil
import re
import types
import typing
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import EnumType
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication

from installer import errors
from installer.errors.base import ExitCode, SetupError, Words
from installer.errors.files import NotEncrypted
from installer.errors.usage import InvalidName
from installer.errors.work import StoppedPartWay
from installer.events import Step
from installer.foreign import visible
from installer.model import (
    Able,
    Application,
    ChangedByUs,
    CredentialEntry,
    CredentialKind,
    Decision,
    HealthReason,
    Language,
    MissingPermission,
    NameOnly,
    Proof,
    Question,
    Rights,
)
from installer.texts import explain, use
from tests.house.source import sources

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
PLAIN = Application("o", "client-1", "n", None, None, (), (), ())
DATED = Application(
    "o", "client-2", "n", NOON, None, (), (), (CredentialEntry(CredentialKind.SECRET, "k", None, None, NOON),)
)
SAMPLES: dict[object, tuple[object, ...]] = {
    str: ("x",),
    int: (7, -700),
    bool: (True, False),
    datetime: (NOON,),
    float: (1.0,),
    types.NoneType: (None,),
    tuple[str, ...]: (("a", "b"),),
    tuple[Step, ...]: ((), (Step.APPLICATION, Step.CONSENT)),
    tuple[Application, ...]: ((PLAIN, DATED),),
    Application: (PLAIN,),
    Rights: tuple(Rights((), *ables) for ables in itertools.product(Able, repeat=2)),
    Question: (
        Question(PLAIN, (NameOnly(tagged=False),), tuple(Decision)),
        Question(DATED, (ChangedByUs(("tags", "notes"), ("tags",)),), (Decision.CLEAN, Decision.FRESH)),
    ),
    tuple[HealthReason, ...]: ((), (MissingPermission("User.Read.All"), NameOnly(tagged=True))),
    Proof: (Proof((), ("User.Read.All",), (), {}), Proof(("a",), (), (), {"a": 403})),
}
"""The kinds of fact that an error may hold, in values that may choose other words; of an enum it is every one."""


for module in pkgutil.iter_modules(errors.__path__, "installer.errors."):
    importlib.import_module(module.name)


def _classes(kinds: list[type[SetupError]]) -> Iterator[type[SetupError]]:
    for kind in kinds:
        if kind.__module__.startswith("installer."):
            yield kind
            yield from _classes(kind.__subclasses__())


ALL = sorted(set(_classes(SetupError.__subclasses__())), key=lambda kind: kind.__name__)
CONCRETE = [kind for kind in ALL if kind.title is not SetupError.title and kind.what is not SetupError.what]


def _samples(kind: type[SetupError]) -> Iterator[SetupError]:
    """The error with every combination of facts."""
    hints = typing.get_type_hints(kind)
    facts = (_values(hints[name]) for name in inspect.signature(kind).parameters)
    yield from (kind(*combination) for combination in itertools.product(*facts))


def _values(hint: object) -> tuple[object, ...]:
    if isinstance(hint, types.UnionType):
        return tuple(value for part in typing.get_args(hint) for value in _values(part))
    return tuple(hint) if isinstance(hint, EnumType) else SAMPLES[hint]


@pytest.fixture(autouse=True)
def _english(qapp: QCoreApplication) -> Iterator[None]:
    use(Language.EN)
    yield
    use(Language.EN)


@pytest.mark.parametrize("kind", CONCRETE)
def test_every_error_is_told_in_every_language_whatever_its_facts(kind: type[SetupError]) -> None:
    for error in _samples(kind):
        told = []
        for language in Language:
            use(language)
            words = explain(error)
            assert words.title
            assert words.what
            assert not re.search(r"\{|\bNone\b(?! of)", f"{words.title} {words.sentence}")
            told.append(words.sentence)
        assert told[0] not in told[1:]


@pytest.mark.parametrize("kind", CONCRETE)
def test_a_run_that_stopped_part_way_quotes_any_cause(kind: type[SetupError]) -> None:
    for language in Language:
        use(language)
        stopped = StoppedPartWay(Step.CONSENT, (Step.APPLICATION,))
        stopped.__cause__ = next(_samples(kind))
        assert explain(stopped.__cause__).what in explain(stopped).what


@pytest.mark.parametrize("kind", CONCRETE)
def test_every_error_has_an_exit_code_of_the_table(kind: type[SetupError]) -> None:
    assert isinstance(kind.exit_code, ExitCode)


def test_the_exit_codes_differ() -> None:
    assert len({code.value for code in ExitCode}) == len(ExitCode.__members__) == 14


def test_the_words_of_a_class_name_its_own_facts() -> None:
    kinds = {kind.__name__: kind for kind in ALL}
    strange = [
        f"{source.name}: {{{name}}} in {body.name}"
        for source in sources("installer")
        for body in ast.walk(source.tree)
        if isinstance(body, ast.ClassDef) and body.name in kinds
        for text in _marked(body)
        for _, name, _, _ in Formatter().parse(text)
        if name is not None and name not in {*dir(kinds[body.name]), *inspect.signature(kinds[body.name]).parameters}
    ]
    assert strange == []


def test_words_are_marked_only_where_they_are_collected() -> None:
    marking = {source.name for source in sources("installer") if "installer.errors.base.Words" in source.imports()}
    translating = {"installer/texts/explain.py", "installer/texts/language.py"}
    assert [name for name in marking - translating if not name.startswith("installer/errors/")] == []


def _marked(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="Words"), args=[ast.Constant(value=str(text))]):
                yield text


def test_an_error_without_words_cannot_be_defined() -> None:
    with pytest.raises(TypeError, match="Mute has no words"):

        class Mute(NotEncrypted):
            path: str


def test_a_group_may_leave_the_words_to_its_errors() -> None:
    class Several(SetupError, group=True):
        path: str

    class One(Several):
        title, what = Words("One"), Words("{path} is one of several.")

    assert explain(One("a")).what == "a is one of several."


@given(st.text())
def test_what_was_typed_is_told_as_it_is(value: str) -> None:
    assert explain(InvalidName(value)).what == f"The name of the application cannot be “{visible(value)}”."


@pytest.mark.parametrize("value", ["{value}", "{}", "{0.__class__}", "%1 %n", "a\x00b"])
def test_what_looks_like_a_placeholder_is_told_as_it_is(value: str) -> None:
    assert visible(value) in explain(InvalidName(value)).what


def test_a_date_is_told_in_words() -> None:
    class Late(SetupError):
        since: datetime
        title, what = Words("Late"), Words("Late since {since}.")

    assert explain(Late(NOON)).what == "Late since November 23, 2026."


def test_nobody_else_knows_the_errors_by_name() -> None:
    """The words of an error and its JSON are made from the class alone, so that a new error is one edit."""
    tellers = (
        source
        for source in sources("installer")
        if source.name.startswith(("installer/texts/", "installer/console/json"))
    )
    named = {kind.__name__ for kind in ALL} - {"Unexpected"}
    known = {
        f"{teller.name}: {imported}"
        for teller in tellers
        for imported in teller.imports()
        if imported.startswith("installer.errors") and imported.rpartition(".")[2] in named
    }
    assert known == set()
