"""Where an article plays and which sentences speak of an earlier time: what keeps events apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kg.model import ActorType, BlockKind, Reading
from kg.relate.namewords import bodies, name_words
from kg.relate.sides import abroad, rivalries
from kg.relate.telling import marks, vector
from kg.relate.when import DAYS

_EARLIER = re.compile(
    r"\b(?:last (?:year|month|decade|spring|summer|autumn|fall|winter)"
    r"|(?:earlier|so far) this (?:year|month)"
    r"|(?:years?|months?|decades?) (?:ago|earlier|before)|weeks? (?:ago|earlier)"
    r"|(?:in|over|during) the (?:first|second|last) (?:half|(?:\w+ )?months)"
    r" of (?:the|this|last|\d+)"
    r"|the week before(?=\s*(?:[,.;:]|$))|(?:in|over|during) the (?:last|past|previous) 24 hours"
    r"|since (?:the )?(?:(?:start|beginning|onset|outbreak|end) of (?:the )?)?"
    r"(?:\w+ )?(?:monsoon|season|rains|year|war|conflict)"
    r"|this (?:monsoon|season|winter|summer|spring|autumn)|aftershocks?"
    r"|(?:in|since|of|from|during) (?:the |\w+ )?(?P<year>(?:19|20)\d\d)s?"
    r"|the (?:[\w-]+ ){0,2}(?:war|conflict|insurgency|uprising|crisis|outbreak|epidemic)"
    r"(?:, which [^,;]{1,60},)? ha(?:s|ve)"
    r"|(?:previous|earlier|separate) (?:week|attack|clash|incident|raid|protest|strike|disaster"
    r"|battle|war|accident|crash|fire|case|one)s?)\b",
    re.IGNORECASE,
)
_IN_MONTH = re.compile(
    r"\b(?:[Ii]n|[Ll]ast|[Ss]ince) (?:early |late |mid-)?(?P<month>January|February|March|April|May"
    r"|June|July|August|September|October|November|December)\b"
)
NAME = r"([A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+)*)"
_LINKING = (
    "when|after|where|late|early|during|since|before|last|while|with|alone|only|have|were|been|said"
    "|from|into|over|that|this|than|near|amid|overnight|following"
)
_PLANT = (
    "plant|mill|works|mine|factory|branch|site|bridge|airport|university|prison|hospital|depot|dam"
)
_FACILITY = re.compile(rf"\b(?:its|the|their|a) {NAME} (?:{_PLANT})\b")
_NEAR = re.compile(rf"\b(?:near|outside|(?:town|city|village|district) of) {NAME}")
_REGION = "province|state|district|region|village|town|city"
_SITE = "crossing|port|airport|university|station|square|border|stadium|prison|bridge|market"
_ENDS = r"\b(?![\'\u2019]|[ -][A-Z])"
_GOES_ON = rf"(?! (?!(?:{_LINKING}|{_REGION})\b)[a-z]{{4}})"
_QUARTER = "neighbou?ring|nearby|adjacent|northern|southern|eastern|western|central|rural|coastal"
_SIDE = rf"(?:(?:{_QUARTER}) )?"
_IN = re.compile(rf"\b[Ii]n {_SIDE}{NAME}{_ENDS}{_GOES_ON}")
_FROM = re.compile(rf"\b[Ff]rom {NAME}{_ENDS}{_GOES_ON}")
_AT = re.compile(rf"\b[Aa]t (?:the )?{NAME} (?:{_SITE})\b")
_WITHIN = re.compile(
    rf"\b(?:[Ii]n(?:side)?|[Aa]cross|[Tt]hroughout|[Aa]round) (?:the )?(?:[a-z]+ ){{0,2}}?"
    rf"(?:[A-Z]\w+[\'\u2019]s )?{NAME}(?![\w\'\u2019])"
)
_COUNTY = re.compile(r"\b((?:[A-Z][a-z]+ ){1,2}(?:County|District|Parish|Township|Borough))\b")
MONTHS = (
    "January February March April May June July August September October November December".split()
)
_WEEK = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEK)})\b")
_WEEKDAYS = frozenset(day.lower() for day in _WEEK)
_STAGED = re.compile(
    r"\b(?:[Aa]n?|[Aa]nother) (?P<other>(?:similar|separate|second|smaller|rival|counter-?) ?)?"
    r"(?:[\w'\u2019-]+ ){0,2}?"
    r"(?:march|rally|vigil|protest|demonstration|sit-in|gathering|parade|procession)\b"
)
DAY_NAMES = frozenset([*_WEEK, *MONTHS])
"""Names of days and months, which stand where places stand."""

_NO_PLACES = frozenset({ActorType.PERSON, ActorType.STATE})
_TWICE = 2
_KINDS = {
    word: kind
    for kind, words in {
        "quake": "earthquake quake tremor tremors aftershock aftershocks",
        "weather": "flood floods flooding deluge storm storms cyclone hurricane typhoon tornado"
        " blizzard landslide mudslide landslides mudslides",
        "crash": "crash collision derailment collided derailed crashed",
        "sinking": "ferry shipwreck capsized sank",
        "fire": "explosion blast exploded blaze wildfire wildfires",
        "heat": "heatwave drought",
    }.items()
    for word in words.split()
}
"""Words that tell one disaster from another."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What tells the event of an article from others.

    `scene` is where it plays (a place, two sides, or the article's id), `quarrel` the two sides
    set most often against each other, `names` the marks that another article on the event is
    likely to share, `towns` the local places in lower case, `mains` those of them that headline
    or lead name, `opens` the words of headline and lead in lower case, `kinds` the kinds of
    disaster told of, `nation` the id of the state spoken of most and `home` its name in lower
    case. `told` has the weights of what the article tells of (`kg.relate.telling.vector`), `marks`
    the weightiest of it.
    """

    scene: str
    quarrel: str | None
    names: frozenset[str]
    towns: frozenset[str]
    mains: frozenset[str]
    opens: frozenset[str]
    kinds: frozenset[str]
    nation: str | None
    home: str | None
    told: Mapping[str, float]
    marks: frozenset[str]


def ground(reading: Reading) -> Ground:
    """Return what tells the event of an article from others."""
    where = scene(reading)
    states = {actor.name for actor in reading.actors if actor.type is ActorType.STATE}
    places = {place.name.lower() for place in reading.locations if place.name not in states}
    said = {name.lower() for name in _towns(reading)} - {state.lower() for state in states}
    filed = (reading.article.dateline or "").lower()
    towns = frozenset(places | said | ({filed} if filed else set()))
    front = _front(reading)
    told = vector(reading.article)
    nation = _nation(reading)
    home = next((actor.name.lower() for actor in reading.actors if actor.id == nation), None)
    return Ground(
        scene=where,
        quarrel=quarrel(reading),
        names=frozenset(f"name:{word}" for word in name_words(reading)) | bodies(reading) | {where},
        towns=towns,
        mains=frozenset(town for town in towns if re.search(rf"\b{re.escape(town)}\b", front)),
        opens=frozenset(re.findall(r"[^\W\d_]+", front)),
        kinds=_kinds(reading.article.text),
        nation=nation,
        home=home,
        told=told,
        marks=frozenset(f"word:{word}" for word in marks(told)),
    )


def _nation(reading: Reading) -> str | None:
    nations = {actor.id: actor.id for actor in reading.actors if actor.type is ActorType.STATE}
    nations |= {actor.id: actor.state for actor in reading.actors if actor.state}
    spoken = Counter(nations[m.entity] for m in reading.mentions if m.entity in nations)
    return min(spoken, key=lambda key: (-spoken[key], key), default=None)


def _front(reading: Reading) -> str:
    """Return what tells first where an article plays, in lower case: headline and lead."""
    article = reading.article
    first = (b.span for b in article.blocks if b.kind is BlockKind.PARAGRAPH)
    lead = next((span.of(article.text) for span in first), "")
    titles = [b.span.of(article.text) for b in article.blocks if b.kind is BlockKind.HEADLINE]
    return "\n".join([*titles, lead]).lower()


def _kinds(text: str) -> frozenset[str]:
    found = (_KINDS.get(word) for word in re.findall(r"[a-z]+", text.lower()))
    return frozenset(kind for kind in found if kind)


def scene(reading: Reading) -> str:
    """Return where an article plays: what two articles on one event are likely to share.

    The first that there is: the place named most often, a country only when that is all; the two
    sides set most often against each other; the organisation or person spoken of most; the article.
    """
    return next(_scenes(reading), reading.article.id)


def _scenes(reading: Reading) -> Iterator[str]:
    yield from _most(_places(reading))
    if (sides := quarrel(reading)) is not None:
        yield sides
    yield from _most(_people(reading))


def quarrel(reading: Reading) -> str | None:
    """Return the two sides that an article sets most often against each other; None for none.

    Of equals, two nations come first.
    """
    pairs = {tuple(sorted(pair)): n for pair, n in rivalries(reading).items()}
    ranked = sorted(pairs, key=lambda pair: (-pairs[pair], not abroad(pair), pair))
    return "+".join(ranked[0]) if ranked else None


def _places(reading: Reading) -> Counter[str]:
    """Count how often the text names each place: known ones, and small towns ("near Tarne")."""
    text = reading.article.text
    known = {place.name: place.id for place in reading.locations}
    named = {name: len(re.findall(rf"\b{re.escape(name)}\b", text)) for name in _towns(reading)}
    said = {name: f"name:{name.lower()}" for name, times in named.items() if times >= _TWICE}
    states = {actor.name for actor in reading.actors if actor.type is ActorType.STATE}
    places = {name: key for name, key in (said | known).items() if name not in states}
    found = Counter({key: text.count(name) for name, key in sorted(places.items())})
    return found or Counter(known.values())


def _towns(reading: Reading) -> frozenset[str]:
    """Return names that stand where a place stands and are no actor's."""
    text = reading.article.text
    speakers = {key for who in reading.attributions for key in (who.speaker, who.claimant)}
    actors = {
        name
        for actor in reading.actors
        if actor.id in speakers or actor.type in _NO_PLACES
        for name in (actor.name, *actor.aliases)
    }
    found = (pattern.findall(text) for pattern in (_NEAR, _IN, _AT, _FACILITY, _COUNTY))
    places = {name for names in found for name in names}
    firms = {a.name for a in reading.actors if a.type is ActorType.ORGANISATION}
    places |= set(_FROM.findall(text)) - firms
    return frozenset(places - actors - DAY_NAMES) | frozenset(_NEAR.findall(text))


def _people(reading: Reading) -> Counter[str]:
    """Count how often each organisation and person with a name is spoken of."""
    named = {
        actor.id
        for actor in reading.actors
        if actor.type in {ActorType.ORGANISATION, ActorType.PERSON}
        and actor.name != actor.name.lower()
    }
    spoken = Counter(m.entity for m in reading.mentions if m.entity in named)
    return Counter({key: n for key, n in sorted(spoken.items()) if n >= _TWICE})


def _most(found: Counter[str]) -> list[str]:
    return [key for key, _ in found.most_common(1)]


def another_gathering(passage: str, opens: frozenset[str]) -> frozenset[str]:
    """Return the other day on which the last gathering told of was held, or "another".

    A passage that introduces it so ("A vigil Sunday drew", "A similar march in Osk") tells of none
    that headline and lead, whose words are `opens` and name another day, speak of.
    """
    found = list(_STAGED.finditer(passage))
    if not found:
        return frozenset()
    sentence = passage[found[-1].start() :].partition(". ")[0]
    days = {day.lower() for day in _WEEKDAY.findall(sentence)} if opens & _WEEKDAYS else set()
    return frozenset((days - opens) | ({"another"} if found[-1]["other"] else set()))


def within(words: str) -> frozenset[str]:
    """Return the names, in lower case, that a content says it is in: "in Gyirong county"."""
    names = (found[1] for found in _WITHIN.finditer(words))
    return frozenset(name.lower() for name in names if name.split()[0] not in DAY_NAMES)


def earlier(words: str, published: date | None = None) -> str | None:
    """Return the words that set a sentence, or the part of it given, in an earlier time.

    The year in which the article was published is no earlier time, nor is its month.
    """
    for found in _EARLIER.finditer(words):
        if found["year"] is None or published is None or found["year"] != str(published.year):
            return " ".join(found[0].lower().split())
    month = _IN_MONTH.search(words)
    if month is None or published is None or _near(month["month"], published):
        return None
    return " ".join(month[0].lower().split())


def _near(month: str, published: date) -> bool:
    """Tell whether an article may tell of that month as of its own days."""
    days = (published, published - timedelta(days=DAYS))
    return month in {MONTHS[day.month - 1] for day in days}
