"""Compares the embedded tenant's answers with a recording's: for each request, statuses and shapes of answers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from replay_file import Exchange, loose

MOST_FIELDS = 12
"""How many fields of one answer are named."""


def differences(recorded: Iterable[Exchange], embedded: Iterable[Exchange]) -> list[str]:
    """One line per difference, in the order of the recording's requests; empty if there are none."""
    theirs, ours = _by_question(recorded), _by_question(embedded)
    found = []
    for question, answers in theirs.items():
        if question not in ours:
            found.append(f"{question}: asked in the recording alone ({_statuses(answers)})")
            continue
        found += _answers(question, answers, ours[question])
    found += [
        f"{question}: asked of the embedded tenant alone ({_statuses(answers)})"
        for question, answers in ours.items()
        if question not in theirs
    ]
    return found


def shape(document: Any, above: str = "") -> Iterator[tuple[str, str]]:
    """Every field of a document with the type of its value; all items of a list count as one."""
    if isinstance(document, dict):
        for name, value in document.items():
            yield from shape(value, f"{above}.{name}" if above else name)
    elif isinstance(document, list):
        yield above, "list"
        for item in document:
            yield from shape(item, f"{above}[]")
    else:
        yield above, "null" if document is None else type(document).__name__


def _by_question(exchanges: Iterable[Exchange]) -> dict[str, list[Exchange]]:
    """What was asked, parts of batches one by one; a batch itself only where it was refused as a whole."""
    found: dict[str, list[Exchange]] = defaultdict(list)
    for exchange in exchanges:
        if exchange.method == "BROWSER":
            continue
        parts = list(exchange.parts())
        for part in parts or [exchange]:
            found[loose(part.key)].append(part)
    return dict(found)


def _answers(question: str, theirs: list[Exchange], ours: list[Exchange]) -> Iterator[str]:
    """The differences between the answers to one question: their statuses in order, without repeats; their shapes."""
    if _statuses(theirs) != _statuses(ours):
        yield f"{question}: {_statuses(theirs)} in the recording, {_statuses(ours)} of the embedded tenant"
    for status in dict.fromkeys(each.status for each in theirs):
        recorded, embedded = (_shapes(each for each in side if each.status == status) for side in (theirs, ours))
        if not recorded or not embedded:
            continue
        both = recorded.keys() & embedded.keys()
        found = {
            "in the recording alone": recorded.keys() - embedded.keys(),
            "of the embedded tenant alone": embedded.keys() - recorded.keys(),
            "of another kind": {name for name in both if _differ(recorded[name], embedded[name])},
        }
        for told, names in found.items():
            if names:
                shown = ", ".join(sorted(names)[:MOST_FIELDS]) + (" …" if len(names) > MOST_FIELDS else "")
                yield f"{question} {status}: {told}: {shown}"


def _differ(some: set[str], others: set[str]) -> bool:
    """Whether the kinds of a field have none in common; where one side is only ever null, nothing is known."""
    return not some & others and "null" not in some | others


def _shapes(exchanges: Iterable[Exchange]) -> dict[str, set[str]]:
    """The fields of all these answers, and the kinds of each."""
    found: dict[str, set[str]] = defaultdict(set)
    for exchange in exchanges:
        for name, kind in shape(exchange.answer):
            found[name].add(kind)
    return dict(found)


def _statuses(exchanges: Iterable[Exchange]) -> str:
    told = [str(exchange.status or exchange.failed) for exchange in exchanges]
    return ", ".join(status for index, status in enumerate(told) if index == 0 or status != told[index - 1])
