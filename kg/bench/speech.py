"""Which cues are of speech: the verbs on which annotators agree most."""

from __future__ import annotations

import re
from collections.abc import Iterator

VERBS = (
    "accuse acknowledge add admit advise affirm agree allege announce answer argue ask assert "
    "boast brag caution charge cite claim comment complain concede conclude confess confirm "
    "contend continue counter criticize declare decline denounce deny describe disclose dismiss "
    "estimate explain insist lament maintain mention note observe pledge point predict proclaim "
    "promise quip quote read recall reiterate remark repeat reply report respond reveal say "
    "state stress suggest swear tell testify threaten tweet urge vow warn write"
).split()
"""The verbs that mean speech by themselves in PolNeAR, by hand."""

IRREGULAR = frozenset("said told wrote written admitted admitting swore quipped bragged".split())
MARKS = frozenset({":", "―", "—"})
PHRASE = "according to"


def _forms(verb: str) -> Iterator[str]:
    stem = verb.removesuffix("e")
    yield from (verb, verb + "s", verb + "es", stem + "ed", stem + "ing")
    if verb.endswith("y"):
        yield from (verb[:-1] + "ies", verb[:-1] + "ied")


FORMS = IRREGULAR.union(*map(_forms, VERBS))


def is_speech(cue: str) -> bool:
    """Tell whether the text of a cue says that somebody speaks or writes.

    >>> is_speech("was quoted as saying"), is_speech("according to"), is_speech("hopes")
    (True, True, False)
    """
    cue = cue.lower()
    return (
        PHRASE in cue or cue.strip() in MARKS or any(w in FORMS for w in re.findall("[a-z]+", cue))
    )
