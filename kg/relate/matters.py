"""What keeps a denial apart from a statement that is near it in words or meaning.

Neither words nor vectors know whose deed it was, on which day, or of what kind.
"""

from __future__ import annotations

import re

from kg.model import SpeechAct
from kg.relate.charges import accused
from kg.relate.deeds import one_thing
from kg.relate.evidence import Evidence

_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_OWN = re.compile(r"\b(?:we|us|our|ours|my|its|their|his|her)\b", re.IGNORECASE)


def two_matters(c: Evidence, e: Evidence) -> bool:
    """Tell whether each speaks of its own side, or `c` of what `e` does not speak of."""
    if _speaks_of_itself(c) and not e.about & c.labels:
        return True
    if not one_thing(c, e) or _counted_apart(c, e) or _of_other_days(c, e):
        return True
    states_own = e.statement.speech_act is not SpeechAct.DENY and _OWN.search(e.words)
    if states_own and not e.labels & c.about:
        return True
    return _of_its_own(e) and (_accuses_others(c, e) or _done_by_others(c, e))


def _of_other_days(c: Evidence, e: Evidence) -> bool:
    one, other = (frozenset(_DAY.findall(x.words)) for x in (c, e))
    return bool(one and other) and one.isdisjoint(other)


def _counted_apart(c: Evidence, e: Evidence) -> bool:
    """Tell whether `e` counts nobody, and `c` counts some or tells of another measure.

    Of one measure the figures are compared, with whom they count.
    """
    none = {answer.claim.predicate for answer in e.answers if answer.none}
    counted = {answer.claim.predicate for answer in c.answers if answer.quantity is not None}
    return bool(none) and (bool(none & counted) or (bool(c.deeds) and none.isdisjoint(c.deeds)))


def _of_its_own(e: Evidence) -> bool:
    """Tell whether `e` speaks of deeds of somebody, its own side's where it names nobody."""
    named = any(answer.agent is not None for answer in e.answers)
    return named or e.statement.speech_act is SpeechAct.DENY or _OWN.search(e.words) is not None


def _done_by_others(c: Evidence, e: Evidence) -> bool:
    doers = {label for a in c.answers if a.agent is not None for label in a.agent.labels}
    mine = {label for a in e.answers if a.agent is not None for label in a.agent.labels}
    return bool(doers) and doers.isdisjoint(mine or e.about | e.labels)


def _accuses_others(c: Evidence, e: Evidence) -> bool:
    if c.statement.speech_act is not SpeechAct.ACCUSE or e.claimant is None:
        return False
    whom = accused(c)
    return bool(whom) and whom.isdisjoint(e.about | e.labels)


def _speaks_of_itself(e: Evidence) -> bool:
    named = {label for party in (*e.named, *e.targets) for label in party.labels}
    return _OWN.search(e.words) is not None and not named - e.labels
