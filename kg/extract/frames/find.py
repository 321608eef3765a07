"""Frames of one sentence: triggers, their arguments and the counts among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from kg.extract.frames.arguments import STATES, SUMS, Arguments, arguments, sums_up
from kg.extract.frames.counts import Count
from kg.extract.frames.lexicon import LEXICON
from kg.extract.frames.phrases import phrase, place, place_of, time
from kg.extract.frames.plain import plain
from kg.extract.frames.scope import modal, negated
from kg.extract.frames.tree import Tree
from kg.extract.frames.triggers import Trigger
from kg.extract.frames.units import ANIMALS, UNITS, unit
from kg.extract.frames.voices import Voice
from kg.model import NUMBER, Frame, Span, Token

_VAGUE_LOSS = frozenset(
    """
    minimal light limited minor few heavy significant severe huge massive substantial
    extensive serious major considerable mass
    """.split()
)
_AT = re.compile(r"[^.;:?!\n]* at ", re.IGNORECASE)
"""What stands between a noun for a number and the figure that it is put at."""

_NUMBERS = frozenset("number toll tally total count figure".split())
"""Nouns that are put at a figure."""

_DEGREES = frozenset({"too", "so", "how"})
_LONGEST = 12
"""How many tokens a number phrase may reach from the one that carries it."""
_AMOUNTS = frozenset(
    """
    life body corpse remains tonne ton barrel litre liter gallon kilo kilogram hectare acre
    """.split()
) | {"cubic metre", "cubic foot", "square metre", "square kilometre"}
"""Counted nouns that measure the patient and do not name it."""
_OF_PEOPLE = frozenset(
    """
    kill wound hospitalize detain abduct convict torture go_on_strike
    """.split()
)
"""What befalls nobody but people, whatever these are called ("29 devotees"), and animals."""
_CONTAINERS = frozenset(
    """
    record datum information account detail file name address password life body remains result
    contract sea crowd group throng
    """.split()
)
"""Nouns that are counted by who has them or is in them: "the records of 2 million customers"."""
_MISREAD = {"corps": "corpse"}
"""Lemmas that the model gets wrong ("corpses") -> the right ones."""
_POWERS = frozenset({"cubic", "square"})
_LENGTHS = frozenset("metre meter kilometre kilometer foot yard mile".split())
_NOBODY = frozenset({"nobody", "no one"})
_POSTS = frozenset({"post", "position", "role"})
"""What a company cuts that is no place."""
_SUFFICIENT = frozenset({Voice.DEED, Voice.HARM, Voice.AGENTIVE})
_CURRENCIES = (
    ("USD", ("$", "dollar", "usd")),
    ("EUR", ("€", "euro", "eur")),
    ("GBP", ("£", "pound")),
    ("PKR", ("pkr", "pakistani rupee")),
    ("INR", ("₹", "rupee", "rs", "inr")),
    ("JPY", ("¥", "yen")),
    ("CNY", ("yuan",)),
    ("RUB", ("rouble", "ruble")),
    ("NGN", ("₦", "naira")),
    ("KRW", ("won",)),
    ("GHS", ("cedi",)),
    ("KZT", ("tenge",)),
    ("PLN", ("zloty",)),
    ("THB", ("baht",)),
    ("ETB", ("birr",)),
    ("CHF", ("franc",)),
    ("MXN", ("peso",)),
    ("ZAR", ("rand",)),
    ("TRY", ("lira",)),
    ("BRL", ("r$", "reais")),
    ("UAH", ("hryvnia",)),
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence in a statement's content: the tree, the text, the counts inside by token."""

    tree: Tree
    text: str
    counts: Mapping[int, Count]
    statement: str
    cue: tuple[Span, ...] = ()


def read(scene: Scene, readings: Sequence[Trigger]) -> tuple[tuple[int, ...], list[Frame]]:
    """Return the words and the frames of the first reading whose arguments fit it."""
    for trigger in readings:
        found = arguments(scene.tree, trigger)
        if _admits(scene, trigger, found):
            frames = list(_frames(scene, trigger, found))
            if frames:
                return (*trigger.words, *_serving(scene.tree, trigger)), frames
    return (), []


def _serving(tree: Tree, trigger: Trigger) -> tuple[int, ...]:
    """Return the verb that only gives a noun its figure: a toll that "hit 45" attacked nobody."""
    nominal = trigger.entry.voice in {Voice.HARM, Voice.DEED, Voice.FIGURE}
    noun = trigger.token
    while tree.dep(noun) == "pobj" and tree.lemma(tree.head(noun)) == "of":
        noun = tree.head(tree.head(noun))
    return (tree.head(noun),) if nominal and sums_up(tree, noun) else ()


def read_plain(scene: Scene, inside: Sequence[int]) -> Iterator[Frame]:
    """Yield the frames of deeds that the table does not name."""
    for trigger, found in plain(scene.tree, inside):
        yield _frame(scene, trigger, found, None)


def read_number(scene: Scene, count: Count) -> Frame:
    """Return the frame of a figure that no predicate counts: its noun is all that is known."""
    tree, noun = scene.tree, _noun(scene.tree, count)
    return Frame(
        statement=scene.statement,
        predicate=NUMBER,
        trigger=count.span,
        measure=NUMBER,
        patient=phrase(tree, noun, (count.outside,)) if noun is not None else None,
        quantity=count.span,
        unit=_own_unit(scene, count)
        or (unit(noun_lemma(tree, noun)) if noun is not None else None),
    )


def _admits(scene: Scene, trigger: Trigger, found: Arguments) -> bool:
    """Tell whether the patient (or what is counted) is of the kind that the predicate asks for."""
    if _nothing(scene, trigger, found.patient) or _too_many(scene.tree, found.patient):
        return False
    predicate = trigger.entry.predicate
    candidates = [i for i in (found.patient, *found.figures, trigger.tail) if i is not None]
    if predicate.shares and not any(_percent(scene, i) for i in candidates):
        return False
    if predicate.doers and not _any_of(scene, [found.agent], predicate.doers):
        return False
    if predicate.concept == "win" and _figure_noun(scene.tree, found.agent):
        return False
    if predicate.whole and any(_share_of_others(scene, i, predicate.whole) for i in candidates):
        return False
    return not predicate.patients or _any_of(scene, candidates, predicate.patients)


def _any_of(scene: Scene, indexes: Iterable[int | None], wanted: frozenset[str]) -> bool:
    return any(not wanted.isdisjoint(_kinds(scene, i)) for i in indexes if i is not None)


def _percent(scene: Scene, index: int) -> bool:
    count = scene.counts.get(index)
    return count is not None and count.unit == "percent"


def _share_of_others(scene: Scene, index: int, whole: frozenset[str]) -> bool:
    """Tell whether a percentage is said to be of something else ("70 percent of the flights")."""
    count = scene.counts.get(index)
    if count is None or count.unit != "percent":
        return False
    nouns = [i for i in (count.counted, *_of_number(scene.tree, index, count)) if i != count.token]
    said = {noun_lemma(scene.tree, i) for i in nouns if scene.tree.tokens[i].pos == "NOUN"}
    return bool(said - {"percent", "point"}) and whole.isdisjoint(said)


def _figure_noun(tree: Tree, index: int | None) -> bool:
    """Tell whether a noun has figures of its own: "put turnout at 40 percent" awards nothing."""
    entries = () if index is None else LEXICON.get(tree.lemma(index), ())
    return any(entry.voice is Voice.FIGURE for entry in entries)


def _nothing(scene: Scene, trigger: Trigger, patient: int | None) -> bool:
    """Tell whether what there is none of is nobody: "no nameless dead" lie about some dead."""
    count = None if patient is None else scene.counts.get(patient)
    if count is None or not count.zero or trigger.entry.predicate.unit != "person":
        return False
    counted = scene.tree.tokens[count.counted]
    lemma, tag = noun_lemma(scene.tree, count.counted), counted.tag
    if count.span.covers(counted.span):
        return False
    return tag in {"NN", "JJ"} and unit(lemma) == lemma and lemma not in UNITS


def _too_many(tree: Tree, patient: int | None) -> bool:
    """Tell whether a patient is "too many people": a judgement on a number, not one."""
    sizes = () if patient is None else tree.children(patient, "amod")
    return any(
        tree.tokens[word].text.lower() in _DEGREES
        for size in sizes
        if tree.lemma(size) in {"many", "much", "few"}
        for word in tree.children(size, "advmod")
    )


def _kinds(scene: Scene, index: int) -> Iterator[str]:
    lemma = noun_lemma(scene.tree, index)
    yield lemma
    yield unit(lemma)
    count = scene.counts.get(index)
    if count is not None and count.unit:
        yield count.unit
    of_number = () if count is None else _of_number(scene.tree, index, count)
    for below in {*scene.tree.objects(index, "of"), *of_number}:
        yield noun_lemma(scene.tree, below)
        yield unit(noun_lemma(scene.tree, below))
    for name in scene.tree.children(index, "compound"):
        yield scene.tree.lemma(name)
    if count is not None and count.unit is None and index == count.token == count.counted:
        whole = [noun_lemma(scene.tree, i) for i in _of_number(scene.tree, index, count)]
        if all(lemma not in UNITS for lemma in whole):
            yield from ("person", "bare")
    if scene.tree.tokens[index].entity in {"PERSON", "NORP"}:
        yield "person"
    if scene.tree.tokens[index].entity in {"GPE", "LOC"}:
        yield "town"


def noun_lemma(tree: Tree, index: int) -> str:
    """Return the singular of a noun, also where a capital hides the plural ("Soldiers").

    "Cubic metres" are another noun than metres.
    """
    lemma = _MISREAD.get(tree.lemma(index), tree.lemma(index))
    if tree.tokens[index].pos == "PROPN" and lemma == tree.tokens[index].text.lower():
        for ending, instead in (("ies", "y"), ("es", "e"), ("s", "")):
            bare = lemma.removesuffix(ending) + instead
            if lemma.endswith(ending) and unit(bare) != bare:
                return bare
    power = tree.tokens[index - 1].text.lower() if index else ""
    if power in _POWERS and lemma in _LENGTHS:
        return f"{power} {lemma.replace('meter', 'metre')}"
    return lemma


def by_token(tree: Tree, counts: Iterable[Count]) -> dict[int, Count]:
    """Return which number phrase counts a token: its noun, its carrier, its own words."""
    found: dict[int, Count] = {}
    for count in counts:
        found.setdefault(count.counted, count)
        found.setdefault(count.token, count)
        for token in tree.tokens[max(count.token - _LONGEST, 0) : count.token + _LONGEST]:
            if count.span.covers(token.span):
                found.setdefault(token.index, count)
    return found


def _frames(scene: Scene, trigger: Trigger, found: Arguments) -> Iterator[Frame]:
    """Yield one frame, or one for each of the patients that are counted apart."""
    if found.patient is not None:
        patient = _contained(scene, trigger.token, found.patient)
        heads = [h for h in scene.tree.conjuncts(patient) if h == patient or not _apart(scene, h)]
        counted = [(h, c) for h in heads if (c := scene.counts.get(h))]
        for head, number in counted:
            yield _frame(scene, trigger, replace(found, patient=head), number)
        if counted:
            return
    for index in found.figures:
        count = scene.counts.get(index)
        if count is not None and not _of_things(scene, trigger, count):
            described = found.patient is None and scene.tree.head(trigger.token) == index
            yield _frame(
                scene, trigger, replace(found, patient=index) if described else found, count
            )
            return
    put = _put_at(scene, trigger)
    if put is not None:
        named = found.patient is not None and scene.tree.tokens[found.patient].pos != "VERB"
        yield _frame(scene, trigger, found if named else replace(found, patient=None), put)
        return
    beside = _beside(scene, trigger) if found.patient is None else None
    if beside is not None:
        yield _frame(scene, trigger, replace(found, patient=beside.counted), beside)
        return
    loss = _vague_loss(scene.tree, trigger)
    if loss is not None or found.patient is not None or _enough(trigger, found):
        yield _frame(scene, trigger, found, None, loss)


def _apart(scene: Scene, index: int) -> bool:
    """Tell whether what came to others follows a number: the 70 of "40 dead and 70 wounded"."""
    after = scene.tree.tokens[index + 1 : index + 2]
    return any(token.text.lower() in STATES for token in after)


def _put_at(scene: Scene, trigger: Trigger) -> Count | None:
    """Return the figure of "the number of those who died in the protests at 19".

    The parse hangs "at" on any word between the noun for a number and the figure.
    """
    tree, at = scene.tree, trigger.token
    near = tree.tokens[max(at - _LONGEST, 0) : at + 1]
    lead = next((t for t in reversed(near) if t.lemma in _NUMBERS), None)
    if trigger.entry.predicate.measure is None or lead is None:
        return None
    after = [c for c in scene.counts.values() if c.token > at and _is_put_at(scene, lead, c)]
    return min(after, key=lambda count: count.token, default=None)


def _is_put_at(scene: Scene, lead: Token, count: Count) -> bool:
    """Tell whether a noun for a number, no "a number of", is put at this one in its sentence."""
    before = scene.tree.tokens[max(lead.index - 2, 0) : lead.index]
    some = any(token.text.lower() in {"a", "an"} for token in before)
    put = _AT.fullmatch(scene.text, lead.span.end, count.span.start)
    return put is not None and not some and not _counts_things(scene, count)


def _of_things(scene: Scene, trigger: Trigger, count: Count) -> bool:
    """Tell whether what a toll is at are things: "the toll from blasts at two mines"."""
    toll = trigger.entry.voice in {Voice.FIGURE, Voice.HARM}
    people = trigger.entry.predicate.unit == "person"
    at = scene.text.endswith(" at ", 0, count.span.start)
    return toll and people and at and _counts_things(scene, count)


def _counts_things(scene: Scene, count: Count) -> bool:
    """Tell whether a number has a noun, and one that is not for people."""
    noun = _noun(scene.tree, count)
    return noun is not None and unit(noun_lemma(scene.tree, noun)) != "person"


def _beside(scene: Scene, trigger: Trigger) -> Count | None:
    """Return the count that stands right before a trigger, for headlines ("12 Hurt")."""
    if trigger.entry.voice not in {Voice.TRANSITIVE, Voice.UNDERGOING, Voice.STATE}:
        return None
    return scene.counts.get(trigger.token - 1)


def _contained(scene: Scene, verb: int, patient: int) -> int:
    """Step from "the records of 2 million customers" to the customers."""
    if noun_lemma(scene.tree, patient) in _CONTAINERS and scene.counts.get(patient) is None:
        owners = (i for i in _owners(scene.tree, verb, patient) if scene.counts.get(i))
        return next(owners, patient)
    return patient


def _owners(tree: Tree, verb: int, patient: int) -> Iterator[int]:
    """Yield whose a thing is: "of X", "data on X", "X's", "X had their data stolen"."""
    yield from tree.objects(patient, "of", "on", "about")
    yield from tree.children(patient, "poss")
    above = tree.head(verb)
    if tree.lemma(above) == "have" and tree.dep(verb) in {"ccomp", "xcomp", "acl"}:
        yield from tree.children(above, "nsubj")
    elif tree.dep(patient) == "dobj" and tree.lemma(tree.head(patient)) == "have":
        yield from tree.children(tree.head(patient), "nsubj")


def _enough(trigger: Trigger, found: Arguments) -> bool:
    return trigger.entry.voice in _SUFFICIENT and found.agent is not None


def _vague_loss(tree: Tree, trigger: Trigger) -> Span | None:
    """Return "minimal losses", "heavy Afghan losses": a figure in no number."""
    if trigger.entry.voice is not Voice.HARM:
        return None
    below = islice(tree.subtree(trigger.token), _LONGEST)
    before = sorted(i for i in below if i < trigger.token)
    sizes = [i for i in before if tree.tokens[i].text.lower() in _VAGUE_LOSS]
    return tree.span(sizes[0], trigger.token) if sizes else None


def _sizes(tree: Tree, trigger: int, loss: Span | None) -> tuple[Span, ...]:
    """Return the words of a vague loss that name nobody: "heavy" of "heavy Afghan losses"."""
    if loss is None:
        return ()
    near = tree.tokens[max(trigger - _LONGEST, 0) : trigger + 1]
    words = (t for t in near if loss.covers(t.span) and t.text.lower() in _VAGUE_LOSS)
    return tuple(t.span for t in words)


def _frame(
    scene: Scene,
    trigger: Trigger,
    found: Arguments,
    count: Count | None,
    loss: Span | None = None,
) -> Frame:
    tree, predicate = scene.tree, trigger.entry.predicate
    counted = _undergoer(scene, trigger, _inner(tree, found.patient, count), count)
    barred = (count.outside,) if count else _sizes(tree, trigger.token, loss)
    free = count is not None and count.zero and predicate.unit == "money"
    asked = predicate.measure is not None and not free
    span = (count.span if count else loss) if asked else None
    askable = _askable(scene, trigger, counted) if asked and span is None else None
    return Frame(
        statement=scene.statement,
        predicate=predicate.concept,
        trigger=tree.span(trigger.token, trigger.token),
        measure=predicate.measure if span or askable else None,
        agent=phrase(tree, found.agent, scene.cue) if found.agent is not None else None,
        patient=phrase(tree, counted, barred) if counted is not None else None,
        quantity=span,
        unit=_unit(scene, trigger, count) if span else askable,
        place=place(tree, trigger.token) or _stays(tree, counted, count),
        time=time(tree, trigger.token),
        negated=negated(tree, trigger.token, scene.cue, span)
        or (not asked and count is not None and count.zero),
        modal=modal(tree, trigger.token, scene.cue),
    )


def _stays(tree: Tree, counted: int | None, count: Count | None) -> Span | None:
    return None if counted is None or count is None else place_of(tree, counted)


def _inner(tree: Tree, head: int | None, count: Count | None) -> int | None:
    """Step from a number to the noun behind it: "23 of its soldiers", "dozens of people"."""
    if head is None or count is None:
        return head
    if count.span.covers(tree.tokens[head].span) or head == count.token:
        return next(_of_number(tree, head, count), head)
    return head


def _of_number(tree: Tree, head: int, count: Count) -> Iterator[int]:
    """Yield what a number is of: "ninety per cent of nurses" hangs on its last word.

    So does the noun of "one in four nurses", which the first word governs.
    """
    yield from tree.objects(head, "of")
    for token in tree.tokens[head : head + _LONGEST]:
        if count.span.covers(token.span):
            yield from tree.objects(token.index, "of")
            if token.dep == "nummod" and not count.span.covers(tree.tokens[token.head].span):
                yield token.head


def _undergoer(
    scene: Scene, trigger: Trigger, patient: int | None, count: Count | None
) -> int | None:
    """Look past an amount for the one concerned: "fined X 3 euros", "4 tonnes of oil"."""
    tree = scene.tree
    if patient is None or count is None:
        return patient
    summed = noun_lemma(tree, patient) in SUMS
    if count.unit == "money" and (summed or scene.counts.get(patient) == count):
        return _payee(tree, trigger.token, patient, count)
    if tree.lemma(patient) in {"whom", "which", "them", "whose"}:
        return None
    if noun_lemma(tree, patient) in _AMOUNTS:
        return next(tree.objects(patient, "of"), None)
    return patient


def _payee(tree: Tree, verb: int, amount: int, count: Count) -> int | None:
    """Return who gets or owes an amount of money."""
    given = [i for i in tree.children(verb, "dative", "dobj") if i != amount]
    before = [i for i in tree.children(amount, "nmod", "compound") if i < count.token]
    near = [i for i in given + before if tree.tokens[i].pos in {"NOUN", "PROPN", "PRON"}]
    near = [i for i in near if not count.span.covers(tree.tokens[i].span)]
    return next(iter([*near, *tree.objects(verb, "to")]), None)


def _unit(scene: Scene, trigger: Trigger, count: Count | None) -> str:
    """Return what is counted: the words' own unit, the noun's, else the predicate's."""
    if count is None:
        return trigger.entry.predicate.unit
    return _own_unit(scene, count) or _unit_of(scene, trigger, _noun(scene.tree, count))


def _own_unit(scene: Scene, count: Count) -> str | None:
    """Return the unit that the words of a number tell, None where they tell none."""
    words = count.span.of(scene.text).lower()
    if count.unit == "money":
        return next(
            (code for code, names in _CURRENCIES if any(n in words for n in names)), "money"
        )
    return "person" if words in _NOBODY else count.unit


def _unit_of(scene: Scene, trigger: Trigger, noun: int | None) -> str:
    """Return the unit of a counted noun, the predicate's where the noun tells none."""
    predicate = trigger.entry.predicate
    if noun is None or noun == trigger.token:
        return predicate.unit
    token, counted = scene.tree.tokens[noun], unit(noun_lemma(scene.tree, noun))
    if predicate.concept == "lay_off" and counted in _POSTS:
        return "job"
    unknown = counted == noun_lemma(scene.tree, noun)
    somebody = predicate.concept in _OF_PEOPLE and counted not in ANIMALS
    if unknown and (token.pos == "PROPN" or somebody):
        return predicate.unit
    return predicate.unit if token.entity == "NORP" else counted


def _askable(scene: Scene, trigger: Trigger, patient: int | None) -> str | None:
    """Return the unit in which the patient could be counted: "post" of "any Afghan post"."""
    if patient is None or trigger.entry.voice is Voice.HARM:
        return None
    tree, patient = scene.tree, _kind_of(scene.tree, patient)
    lemma = noun_lemma(tree, patient)
    known = lemma in UNITS or unit(lemma) == "person" or tree.tokens[patient].tag == "NNS"
    return unit(lemma) if known and tree.tokens[patient].pos in {"NOUN", "PROPN"} else None


def _kind_of(tree: Tree, index: int) -> int:
    """Step from "one of its drones", "any of the posts" to the drones, the posts."""
    if tree.tokens[index].text.lower() in {"one", "any", "none", "some", "all", "many", "most"}:
        return next(tree.objects(index, "of"), index)
    return index


def _noun(tree: Tree, count: Count) -> int | None:
    """Return the noun that a number counts, None when it stands alone."""
    noun: int | None = count.counted
    if count.span.covers(tree.tokens[count.counted].span):
        noun = next(tree.objects(count.counted, "of"), None)
    return noun if noun is not None and tree.tokens[noun].pos in {"NOUN", "PROPN"} else None
