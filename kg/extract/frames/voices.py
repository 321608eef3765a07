"""What a row of the table of predicates says, and where its words keep their arguments."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Voice(StrEnum):
    """Where a trigger keeps its arguments."""

    TRANSITIVE = "subject acts on object"
    UNDERGOING = "subject undergoes"
    AGENTIVE = "subject acts, patient behind a preposition"
    DEED = "noun: owner acts, patient behind a preposition"
    HARM = "noun: owner undergoes"
    FIGURE = "noun: has a figure (toll, turnout)"
    STATE = "adjective: its noun or subject undergoes"
    BEGINNING = "subject begins, by whom stands in a clause of time"
    OCCURRENCE = "noun: said to have been seen, heard or to have happened"
    AWARDING = "object gets a figure (give him 57 percent, put the party at 26 percent)"
    FOUND = "object undergoes, the subject had no hand in it (recovered 27 bodies)"
    SHUT_OUT = "the places stand at the end of the idiom, who may not enter before it"
    PLACED = "preposition: who is there undergoes (140 were aboard, 30 are in hospital)"
    OUTCOME = "noun: who is or has it acts, figure behind with (the winner with 54 percent)"


@dataclass(frozen=True, slots=True)
class Predicate:
    """One concept and one way to express it.

    `measure` is what its count is called, `unit` what it counts unless the patient says better.
    `patients` are the units or lemmas that the patient must have, `doers` those of who does it,
    empty for any. A row of `shares` reads nothing but percentages; what a percentage may be of,
    where that is said, is `whole`.
    """

    concept: str
    measure: str | None
    unit: str
    words: tuple[tuple[str, Voice], ...]
    patients: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    shares: bool = False
    whole: frozenset[str] = frozenset()


def row(  # noqa: PLR0913 - a row of a table: each argument is a column, all but two by name
    concept: str,
    measure: str | None = None,
    *,
    unit: str = "person",
    verbs: str = "",
    undergoes: str = "",
    acts: str = "",
    deeds: str = "",
    harms: str = "",
    figures: str = "",
    states: str = "",
    begins: str = "",
    occurs: str = "",
    gets: str = "",
    finds: str = "",
    shuts: str = "",
    outcomes: str = "",
    placed: str = "",
    patients: str = "",
    doers: str = "",
    shares: bool = False,
    whole: str = "",
) -> Predicate:
    """Return a row of the table; the words of each voice are parted by blanks.

    A noun of two words is written with an underscore ("cubic_metre").
    """
    columns = (
        verbs,
        undergoes,
        acts,
        deeds,
        harms,
        figures,
        states,
        begins,
        occurs,
        gets,
        finds,
        shuts,
        outcomes,
        placed,
    )
    voices = (
        Voice.TRANSITIVE,
        Voice.UNDERGOING,
        Voice.AGENTIVE,
        Voice.DEED,
        Voice.HARM,
        Voice.FIGURE,
        Voice.STATE,
        Voice.BEGINNING,
        Voice.OCCURRENCE,
        Voice.AWARDING,
        Voice.FOUND,
        Voice.SHUT_OUT,
        Voice.OUTCOME,
        Voice.PLACED,
    )
    words = tuple(
        (word, voice)
        for column, voice in zip(columns, voices, strict=True)
        for word in column.split()
    )
    needed = (
        frozenset(noun.replace("_", " ") for noun in patients.split()),
        frozenset(doers.split()),
    )
    return Predicate(concept, measure, unit, words, *needed, shares, frozenset(whole.split()))
