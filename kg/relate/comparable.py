"""Whether two answers may be set against each other, and if not, why."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.model import Certainty, Comparator, Interval, Quantity
from kg.relate.counted import head, more, some
from kg.relate.events import two_events
from kg.relate.evidence import Answer, Evidence
from kg.relate.meaning import WORDS_ALONE, Meaning
from kg.relate.opposition import told
from kg.relate.settings import DAY_NAMES
from kg.relate.sides import NATION, Party, proper, related, same_body, same_name
from kg.relate.when import DAYS
from kg.relate.words import stems

ROUNDING = 0.1
"""How far a number called approximate may lie from another that it rounds."""

LEAP, FEW = 2.0, 10
"""How many times as high one of two counts of other days must be to contradict the other, not to
update it, and how high the lower one at least.
"""

TOLD_APART = 0.6
"""The probability from which two figures of different days are believed to exclude each other."""

_POSSIBLE = re.compile(
    r"\b(?:may|might|could|should|if|unless|likely|expect\w*|estimat\w+|possibl\w+|risk\w*"
    r"|demand\w*|call(?:s|ed|ing)? (?:for|on)|urg(?:e[sd]?|ing)|seek\w*|want\w*|hop(?:e[sd]?|ing)"
    r"|propos\w+|request\w*|threaten\w*)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"(?:its|their|his|her|our|my)\b", re.IGNORECASE)
_FORCE = re.compile(
    r"\b(?:soldier|troop|fighter|officer|guard|militant|gunm[ae]n|servicem[ae]n|personnel)s?$",
    re.IGNORECASE,
)
STOCKS = frozenset(
    {"missing", "stranded", "on strike", "homeless", "displaced", "detained", "hospitalised"}
)
"""Measures whose count goes up and down with time; all others only grow."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer together with the evidence that gives it."""

    evidence: Evidence
    answer: Answer


EARNINGS = frozenset({"earned", "taken in", "lost"})
"""Measures of companies, which have them each quarter and each year."""

_PERIODS = re.compile(
    r"\b(?:(?P<a_quarter>quarter(?:ly|s)?|three months|Q[1-4])"
    r"|(?P<a_half>half[- ]year(?:ly)?|(?:first|second) half|six months|interim)"
    r"|(?P<nine_months>nine[- ]months?))\b",
    re.IGNORECASE,
)
_FORESEEING = frozenset("forecast predict project anticipate expect foresee poll".split())
_POLLED = re.compile(
    r"\b(?:exit polls?|opinion polls?|polls? (?:by|for|of|from|from)|(?:a|the|latest|new) polls?$"
    r"|pollsters?|survey|projections?|forecasts?|forecasters?|analysts polled)\b",
    re.IGNORECASE,
)

_NATIONWIDE = re.compile(
    r"\b(?:across|throughout|all over|around|in) the (?:whole |entire )?(?:country|nation)\b"
    r"|\b(?:across|throughout|all over) (?-i:[A-Z])\w+"
    r"|\bin (?:the (?:whole|entire)|all) of (?:the )?(?-i:[A-Z])"
    r"|\bnationwide\b|\bcountrywide\b|\bnationally\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\bin (?P<whose>the|that|this|his|her|their|its|our|my)(?: \w+)?"
    r" (?:province|district|state|county|governorate|prefecture|region|municipality|constituency"
    r"|regency|township|capital)\b",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"(?:[\w.,-]+ ){0,4}?[\w.,-]+ ?(?:percent|per cent|%) of (?:[\w'\u2019-]+ ){1,3}?"
    r"(?:in|at|of|from) (?:the |its |their )?(?P<where>[\w'\u2019-]+ [\w'\u2019-]+)"
)
"""The start of a share, and the words of its whole that tell where that is."""

_IN_NAME = re.compile(r"\bin ([A-Z][\w-]+)(?!['\u2019])")
_IN_TOWN = re.compile(
    r"\bin (?:the|this|that|his|her|their|its|our|my)(?: \w+)?"
    r" (?:city|town|village|area|neighbou?rhood|suburb|island|camp|valley|port)\b",
    re.IGNORECASE,
)
_WHOSE = frozenset({"his", "her", "their", "its", "our", "my"})
_GATHERING = re.compile(
    r"\b(?:at|during|from|in|after) (?:the|a|an) (?P<which>(?:[\w'’-]+ ){1,3})"
    r"(?:march|rally|protest|demonstration|vigil|sit-in)\b"
)

_OWN_CAUSE = re.compile(
    r"\b(?:(?:of|from) (?:natural causes|old age|(?:a )?heart (?:attack|failure))"
    r"|by (?:a |the )?(?:falling|fallen) (?:tree|branch|pole|mast)s?|(?:struck )?by lightning)\b",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(
    r"\b(?:march|rally|protest|demonstration|vigil|sit-in|gathering) (?:of|by|for) "
)
_ASSAULT = re.compile(
    r"\b(?:part|joined|participated) in the (attack|assault|raid|riots?|looting)\b"
)

Check = Callable[[Given, Given], "str | None"]


def obstacles(a: Given, b: Given, meaning: Meaning = WORDS_ALONE) -> Iterator[str]:
    """Yield why `a` and `b` cannot be set against each other, in the order of `CHECKS`.

    A count that may have changed is no obstacle where by their `meaning` both cannot be so.
    """
    for check in CHECKS:
        reason = check(a, b)
        if reason is not None and not (check is _growth and _leaps(a, b, meaning)):
            yield reason


def same_question(a: Given, b: Given) -> bool:
    """Tell whether nothing but the claimants may keep two answers apart."""
    return not any(check(a, b) for check in QUESTION_CHECKS)


def apart(a: Quantity, b: Quantity) -> bool:
    """Tell whether two quantities share no number, an approximate one being given its rounding."""
    (low, high), (other_low, other_high) = bounds(a), bounds(b)
    return high < other_low or other_high < low


def bounds(quantity: Quantity) -> tuple[float, float]:
    """Return the closed interval of a quantity, open ends as infinities."""
    low = float("-inf") if quantity.low is None else quantity.low
    high = float("inf") if quantity.high is None else quantity.high
    if quantity.comparator is Comparator.ABOUT and low == high:
        low, high = low - abs(low) * ROUNDING, high + abs(high) * ROUNDING
    return low, high


def _measure(a: Given, b: Given) -> str | None:
    """Different things were measured: the killed are not the wounded."""
    counted = a.answer.quantity is not None and b.answer.quantity is not None
    one, other = (_measured(g) if counted else g.answer.claim.predicate for g in (a, b))
    return None if one == other else f"different measures: {one} / {other}"


def _unit(a: Given, b: Given) -> str | None:
    """Different things were counted."""
    one, other = a.answer.quantity, b.answer.quantity
    if one is None or other is None:
        return None
    if one.unit == other.unit:
        return None
    return f"different units: {one.unit} / {other.unit}"


def _whom(a: Given, b: Given) -> str | None:
    """It happened to others."""
    one, other = a.answer.patient, b.answer.patient
    if one is None and other is None:
        return _unnamed(a, b)
    if one is None or other is None or same_name(one, other):
        return None
    return f"not the same whom: {one.name} / {other.name}"


def _unnamed(a: Given, b: Given) -> str | None:
    """Tell why two counts of nobody named may be of different people: each side's own dead.

    Of two nations each may have counted at home.
    """
    texts = [g.answer.quantity.of_whom_text or "" for g in (a, b) if g.answer.quantity]
    abroad = {g.evidence.claimant.nation for g in (a, b) if g.evidence.claimant} - {None}
    own = any(_OWN.match(text) or _FORCE.search(text) for text in texts)
    return "it is not known whose they are" if own or len(abroad) > 1 else None


def _part(a: Given, b: Given) -> str | None:
    """One counts a part of what the other counts (children among the dead)."""
    if a.answer.claim.issue == b.answer.claim.issue:
        return None
    one, other = head(a.answer.quantity), head(b.answer.quantity)
    if None in {one, other} or one == other:
        return None
    return f"not the same whom: {one} / {other}"


def _share(a: Given, b: Given) -> str | None:
    """One counts some of them: "400 of the jobs", "12 children were among the dead"."""
    whole = {g.answer.quantity.of_whom_text for g in (a, b) if g.answer.quantity}
    if len(whole) == 1 and None not in whole and a.evidence.article.id == b.evidence.article.id:
        return None
    one, other = (some(g.answer.quantity, g.evidence.article.text) for g in (a, b))
    return None if bool(one) == bool(other) else f"a part of the whole: {one or other}"


def _rest(a: Given, b: Given) -> str | None:
    """One counts what a part leaves of the other: "52, of whom 36 at sea", "16 on land"."""
    lower, higher = sorted((a, b), key=_low)
    part = _low(higher) - _low(lower)
    told = {figure.value for figure in higher.evidence.figures}
    left = 0 < part < _low(higher) and part in told
    return "a part of the whole: the rest" if left else None


def _cause(a: Given, b: Given) -> str | None:
    """One counts who died of what is told of them alone, the other the dead that are reported."""
    if a.answer.quantity is None or b.answer.quantity is None:
        return None
    one, other = (_OWN_CAUSE.search(g.evidence.words) for g in (a, b))
    found = one or other
    return f"another cause: {found[0]}" if found and not (one and other) else None


def _added(a: Given, b: Given) -> str | None:
    """One adds to a count given before: "two more bodies"."""
    adds = next((g for g in (a, b) if more(g.answer.quantity, g.evidence.article.text)), None)
    return f"{_name(adds)} adds to an earlier count" if adds else None


def _base(a: Given, b: Given) -> str | None:
    """They are shares of different wholes: of hospitals' staff, of the companies' workers."""
    one, other = a.answer.quantity, b.answer.quantity
    if one is None or other is None or not _is_share(a):
        return None
    first, second = (_whole(g) for g in (a, b))
    if not first or not second or stems(first) & stems(second):
        return None
    return f"shares of different wholes: {first} / {second}"


def _whole(given: Given) -> str:
    """Return the words for where a share's whole is: "percent of staff in public hospitals"."""
    quantity, text = given.answer.quantity, given.evidence.article.text
    found = _BASE.match(text[quantity.span.start : quantity.span.end + 80]) if quantity else None
    return found["where"] if found else ""


def _doer(a: Given, b: Given) -> str | None:
    """It was done by others."""
    one, other = a.answer.agent, b.answer.agent
    if (
        one is None
        or other is None
        or related(one, other)
        or one.nation == other.nation is not None
    ):
        return None
    return f"not the same doer: {one.name} / {other.name}"


def _time(a: Given, b: Given) -> str | None:
    """It happened at another time, or was reported too many days apart."""
    one, other = a.answer.claim.time, b.answer.claim.time
    if one is not None and other is not None:
        if _disjoint(one, other):
            return "another event: the times do not meet"
    elif not _one_era(a.evidence, b.evidence):
        eras = (g.evidence.era for g in (a, b))
        return f"another event: {' / '.join(era for era in eras if era)}"
    days = _days(a.evidence, b.evidence)
    if days is not None and days > DAYS:
        return f"another event: published {days} days apart"
    return None


def _one_era(a: Evidence, b: Evidence) -> bool:
    """Tell whether both speak of the time of the article, or of one time before it."""
    return a.era == b.era or (_year(a) is not None and _year(a) == _year(b))


def _year(e: Evidence) -> int | None:
    """Return the year that a content is set in: "in 2024", "last year"."""
    era, published = e.era or "", e.article.published
    if found := re.search(r"(?:19|20)\d\d", era):
        return int(found[0])
    return published.year - 1 if published and era == "last year" else None


def _period(a: Given, b: Given) -> str | None:
    """One is of a quarter, the other of a year."""
    if any(_measured(g) not in EARNINGS for g in (a, b)):
        return None
    one, other = (_named_period(g) for g in (a, b))
    return None if one == other else f"different periods: {one} / {other}"


def _named_period(given: Given) -> str:
    found = _PERIODS.search(given.evidence.words)
    return next(name for name, part in found.groupdict().items() if part) if found else "a year"


def _foreseen(a: Given, b: Given) -> str | None:
    """One was counted, the other comes from a poll or a forecast."""
    one, other = (_forecast(g.evidence) for g in (a, b))
    return "a poll or a forecast is no count" if one != other else None


def _forecast(e: Evidence) -> bool:
    source = " ".join(span.of(e.article.text) for span in e.statement.source)
    return e.statement.cue_lemma in _FORESEEING or _POLLED.search(source) is not None


def _place(a: Given, b: Given) -> str | None:
    """It happened elsewhere."""
    one, other = a.answer.claim.place, b.answer.claim.place
    if one is None or other is None or one == other:
        return None
    return "another event: the places differ"


def _scope(a: Given, b: Given) -> str | None:
    """One counts in a place that the other's count goes beyond ("27 in the province alone")."""
    one, other = a.answer.quantity, b.answer.quantity
    if one is None or other is None:
        return None
    if (parts := _in_parts(a, b)) is not None or _in_one_breath(a, b):
        return parts
    if (part := _within(a, b)) is not None:
        return part
    if a.evidence.towns and b.evidence.towns:
        apart = a.evidence.towns < b.evidence.towns or b.evidence.towns < a.evidence.towns
        return _only_in(a if a.evidence.towns < b.evidence.towns else b) if apart else None
    return _local(a, b) or _local(b, a)


def _in_one_breath(a: Given, b: Given) -> bool:
    """Tell whether the first of a paragraph says where, so that the other need not: "in Lima".

    It does not where the other says that it counts all over.
    """
    first, then = sorted((a.evidence, b.evidence), key=lambda e: e.at)
    together = first.article.id == then.article.id and first.paragraph == then.paragraph >= 0
    placed = bool(first.towns or first.within) and not (then.towns or then.within)
    return together and placed and not _NATIONWIDE.search(then.words)


def _in_parts(a: Given, b: Given) -> str | None:
    """Tell whether one counts in a part and the other not, or each in its own part.

    A part is a province that the words speak of, or call "his", the whole is "across the
    country"; it must be the lower figure that is of the part, unless these are shares.
    """
    one, other = _part_of(a), _part_of(b)
    if one and other:
        own = any(part.split()[1] in _WHOSE for part in (one, other))
        return f"a part of the whole: {one} / {other}" if own or one != other else None
    if (one or other) and _is_share(a):
        return f"a part of the whole: {one or other}"
    (lower, of_lower), (higher, of_higher) = sorted(((a, one), (b, other)), key=_lowest)
    wide = _NATIONWIDE.search(higher.evidence.words) is not None
    part = of_lower or ("less than nationwide" if wide else "")
    told = part and not of_higher and not _NATIONWIDE.search(lower.evidence.words)
    return f"a part of the whole: {part}" if told and _low(lower) < _low(higher) else None


def _within(a: Given, b: Given) -> str | None:
    """Tell whether each counts in its own place, or the lower in one that the other is not of."""
    lower, higher = sorted((a, b), key=_low)
    one, other = lower.evidence.within, higher.evidence.within
    if one and other:
        return f"another place: {_named(one)} / {_named(other)}" if not one & other else None
    if other and _abroad(higher):
        return f"another place: {_named(other)}"
    opens = higher.evidence.ground.opens
    strange = not any(opens.issuperset(name.split()) for name in one)
    return f"a part of the whole: in {_named(one)}" if one and strange else None


def _abroad(given: Given) -> bool:
    """Tell whether a figure is of a country that its article is not of: "in Guatemala"."""
    e = given.evidence
    countries = {p.id for p in e.named if p.name.lower() in e.within and p.nation == NATION + p.id}
    return bool(countries) and e.ground.nation not in countries


def _named(places: frozenset[str]) -> str:
    return ", ".join(sorted(places))


def _lowest(part: tuple[Given, str]) -> float:
    return _low(part[0])


def _is_share(given: Given) -> bool:
    return given.answer.quantity is not None and given.answer.quantity.unit == "percent"


def _part_of(given: Given) -> str:
    """Return the words that say in which part is counted: "in his province".

    That there is none in a named place ("in Japan") says nothing of others; a figure there may be
    all that there is.
    """
    words = given.evidence.words
    if found := _PART.search(words):
        return found[0].lower()
    if not given.answer.none:
        return ""
    if found := _IN_TOWN.search(words):
        return found[0].lower()
    found = _IN_NAME.search(words)
    return found[0] if found and found[1] not in DAY_NAMES else ""


def _local(here: Given, whole: Given) -> str | None:
    """Tell whether `here` counts in towns where `whole`, without any, does not play alone."""
    towns, ground = here.evidence.towns, whole.evidence.ground
    known = ground.mains and towns >= ground.mains
    said = whole.evidence.words.lower()
    if not towns or whole.evidence.towns or not ground.towns or known:
        return None
    if any(town in said for town in towns):
        return None
    fewer = _low(here) < _low(whole)
    return _only_in(here) if fewer or not towns & ground.mains else None


def _low(given: Given) -> float:
    quantity = given.answer.quantity
    return bounds(quantity)[0] if quantity is not None else 0.0


def _only_in(given: Given) -> str:
    return f"a part of the whole: in {_named(given.evidence.towns)}"


def _event(a: Given, b: Given) -> str | None:
    """They speak of two events, or nothing tells that they speak of one."""
    named = proper(a.answer.patient) and proper(b.answer.patient)
    return two_events(a.evidence, b.evidence, named=named)


def _asserted(a: Given, b: Given) -> str | None:
    """One does not say that it is so: a threat, an appeal, a fear, an if."""
    for given in (a, b):
        if not given.evidence.asserts:
            return f"{_name(given)} does not assert it ({given.evidence.statement.speech_act})"
        if given.answer.modal and not (_planned(a) and _planned(b)):
            return f"{_name(given)} speaks of what may or will be"
    return None


def _gathering(a: Given, b: Given) -> str | None:
    """They are of two gatherings: the welfare march, the rally of the Front."""
    one, other = (_gatherings(g.evidence.words) for g in (a, b))
    if one and other and not one & other:
        return f"another event: {' '.join(sorted(one))} / {' '.join(sorted(other))}"
    if _measured(a) != "attended":
        return None
    if _staged_apart(a.evidence, b.evidence) or _staged_apart(b.evidence, a.evidence):
        days = sorted(a.evidence.staged | b.evidence.staged)
        return f"another event: a gathering of its own ({', '.join(days)})"
    if a.evidence.article.id != b.evidence.article.id:
        return None
    held = {_held(g) for g in (a, b)}
    return f"another event: {' / '.join(sorted(held - {''}))}" if len(held) > 1 else None


def _staged_apart(one: Evidence, other: Evidence) -> bool:
    """Tell whether the paragraph of one introduces a gathering that the other is not of."""
    if not one.staged or one.staged & (other.staged | other.ground.opens):
        return False
    here = one.article.id == other.article.id
    return not (here and 0 <= other.paragraph - one.paragraph <= 1)


def _held(given: Given) -> str:
    """Return what the counted took part in, where it is told: "rally of the Front", "attack"."""
    agent = given.answer.agent
    named = agent is not None and _OF_WHOM.search(agent.name) is not None
    assault = _ASSAULT.search(given.evidence.words)
    return agent.name if agent is not None and named else assault[1].lower() if assault else ""


def _gatherings(words: str) -> frozenset[str]:
    """Return the stems that tell which march, rally or protest a content speaks of."""
    found = (stems(match["which"]) for match in _GATHERING.finditer(words))
    return frozenset().union(*found)


def _planned(given: Given) -> bool:
    """Tell whether something is said to come for certain, as both sides may say of a plan."""
    sure = given.evidence.statement.certainty is Certainty.CERTAIN
    return given.answer.modal and sure and not _POSSIBLE.search(given.evidence.words)


def _claimants(a: Given, b: Given) -> str | None:
    """Both come from the same source, so one restates or revises the other."""
    one, other = a.evidence.claimant, b.evidence.claimant
    if one is None or other is None:
        return "it is not known who claims it"
    if same_body(one, other) and not related(one, other):
        return f"perhaps one source: {one.name} / {other.name}"
    if one.id == other.id:
        return f"the same claimant: {one.name}"
    if related(one, other):
        return f"the same side: {one.name} / {other.name}"
    return None


def _growth(a: Given, b: Given) -> str | None:
    """The later figure is higher, or of what comes and goes, and given by no party to it.

    Later is what was published on another day, or what "had" not been said before it.
    """
    days = _days(a.evidence, b.evidence)
    if not days and a.evidence.before == b.evidence.before:
        return None
    first, second = sorted((a, b), key=lambda given: given.evidence.order)
    if not days and second.evidence.before:
        first, second = second, first
    one, other = first.answer.quantity, second.answer.quantity
    if one is None or other is None:
        return None
    if one.unit == "money" or one.unit.isupper() or other.high == 0:
        return None
    changes = bounds(one)[0] < bounds(other)[0] or one.measure in STOCKS
    if changes and not _opposed(a, b):
        told = "on different days" if days else "before the other"
        return f"given {told}: the count may have changed"
    return None


def _leaps(a: Given, b: Given, meaning: Meaning) -> bool:
    """Tell whether two figures of other days are far apart and exclude each other as they read.

    Not those of a disaster, whose toll leaps as rescuers get on, nor of what comes and goes, shares
    apart, nor a handful.
    """
    one, other = a.answer.quantity, b.answer.quantity
    if one is None or other is None or a.evidence.ground.kinds or b.evidence.ground.kinds:
        return False
    lower, higher = sorted(bounds(q) for q in (one, other))
    counts = one.measure not in STOCKS and lower[1] >= FEW
    if not (counts or one.unit == "percent") or higher[0] < LEAP * lower[1]:
        return False
    return meaning.exclude(told(a.evidence), told(b.evidence)) >= TOLD_APART


def _opposed(a: Given, b: Given) -> bool:
    one, other = a.evidence.claimant, b.evidence.claimant
    if one is None or other is None:
        return False
    whose = a.answer.patient or b.answer.patient
    abroad = one.nation is not None and other.nation is not None and one.nation != other.nation
    own = abroad and whose is not None and related(whose, one) != related(whose, other)
    return own or a.evidence.rival in other.labels or b.evidence.rival in one.labels


def _measured(given: Given) -> str:
    quantity = given.answer.quantity
    return quantity.measure if quantity is not None else given.answer.claim.predicate


def _disjoint(one: Interval, other: Interval) -> bool:
    early = one.end is not None and other.start is not None and one.end < other.start
    late = other.end is not None and one.start is not None and other.end < one.start
    return early or late


def _days(a: Evidence, b: Evidence) -> int | None:
    one, other = a.article.published, b.article.published
    return None if one is None or other is None else abs((one - other).days)


def _name(given: Given) -> str:
    who: Party | None = given.evidence.claimant
    return who.name if who else "an unnamed source"


QUESTION_CHECKS: tuple[Check, ...] = (
    _measure,
    _unit,
    _whom,
    _part,
    _share,
    _rest,
    _cause,
    _added,
    _base,
    _doer,
    _time,
    _period,
    _foreseen,
    _place,
    _event,
    _gathering,
    _scope,
    _asserted,
)
SETTING_CHECKS: tuple[Check, ...] = (_time, _place, _event)
"""What keeps two events apart, whatever is said of them."""

CHECKS: tuple[Check, ...] = (*QUESTION_CHECKS, _claimants, _growth)
"""All that two answers must pass to be set against each other; each says what it looks for."""
