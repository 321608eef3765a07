"""Who does what to whom: the arguments of a trigger, from the arcs of the parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.frames.subjects import (
    LIGHT,
    RELATIVE,
    antecedent,
    in_relative_clause,
    passive,
    subject,
)
from kg.extract.frames.tree import Tree
from kg.extract.frames.triggers import Trigger
from kg.extract.frames.voices import Voice

_PATIENT = ("of", "on", "against", "at", "to", "into", "upon", "for", "with", "over")
_AGENTIVE = ("to", "on", "at", "against", "into", "upon", "with")
"""Verbs that lend their subject to a noun: "launched strikes"."""
SUFFER = frozenset("suffer sustain take incur experience endure have".split())
"""Verbs whose subject undergoes the noun: "suffered losses"."""
_RESULT = frozenset("result lead end culminate".split())
_NUMBERS = frozenset("number toll tally total count figure".split())
_DESCRIBING = frozenset({"amod", "acl", "compound"})
_MOVING = frozenset(
    "rise fall increase climb jump drop decline grow soar mount widen narrow slump".split()
)
_AMOUNTING = frozenset("reach exceed top surpass total number hit approach near".split())
"""Verbs whose object is the figure of their subject."""
_BESIDE_FIGURES = ("at", "to", "by", "above", "past", "as", "below", "under", "over", "around")
"""Prepositions that lead from a verb to the figure of its noun: "turnout was below 40 percent"."""

_PUT = frozenset("put estimate place revise lower raise stand come amount remain run".split())
"""Verbs that set a figure: "put the dead at 34", "casualties stand at 15"."""
_PARTING = frozenset({"include", "comprise"})
"""Verbs that name a part of their subject: "the dead included four children"."""
_THERE = frozenset("be remain stay lie live sleep travel sail fly".split())
SUMS = frozenset("ransom sum amount total compensation bribe dividend bonus price fee".split())
"""Nouns of money that stand before the amount: "paid a ransom of 3 million euros"."""
_TOLD = frozenset({("attr", "be"), ("dobj", "have"), ("pobj", "with")})
"""Where a noun stands of which more is told behind it: "sank with 140 people aboard"."""
STATES = frozenset("dead killed wounded injured missing hurt captured".split())
_PERCEIVED = frozenset(
    """
    hear see feel witness report describe film rise occur happen ring erupt shake follow
    billow
    """.split()
)


@dataclass(frozen=True, slots=True)
class Arguments:
    """Token indexes of the agent, the patient and where else a figure may stand."""

    agent: int | None = None
    patient: int | None = None
    figures: tuple[int, ...] = ()


def arguments(tree: Tree, trigger: Trigger) -> Arguments:
    """Return the arguments of a trigger by its voice."""
    found = _by_voice(tree, trigger)
    noun = _number_noun(tree, trigger.token)
    if noun is None:
        return found
    behind = tuple(tree.objects(trigger.token, "at", "to"))
    described = tree.head(trigger.token) if tree.dep(trigger.token) in _DESCRIBING else None
    patient = found.patient if found.patient is not None else described
    if patient == noun:
        patient = next(tree.objects(noun, "of"), None)
    return Arguments(found.agent, patient, found.figures + _figures(tree, noun) + behind)


def _number_noun(tree: Tree, word: int) -> int | None:
    """Return "number" in "the number of arrests", "the number of injured workers"."""
    noun = tree.head(word) if tree.dep(word) in _DESCRIBING else word
    preposition = tree.head(noun)
    if noun != word and tree.lemma(noun) in _NUMBERS:
        return noun
    if tree.dep(noun) != "pobj" or tree.lemma(preposition) != "of":
        return None
    above = tree.head(preposition)
    return above if tree.lemma(above) in _NUMBERS else None


def _by_voice(tree: Tree, trigger: Trigger) -> Arguments:
    return {
        Voice.TRANSITIVE: _transitive,
        Voice.UNDERGOING: _undergoing,
        Voice.AGENTIVE: _agentive,
        Voice.DEED: _deed,
        Voice.HARM: _harm,
        Voice.FIGURE: _figure,
        Voice.STATE: _state,
        Voice.BEGINNING: _beginning,
        Voice.OCCURRENCE: _occurrence,
        Voice.AWARDING: _awarding,
        Voice.FOUND: _found,
        Voice.SHUT_OUT: _shut_out,
        Voice.OUTCOME: _outcome,
        Voice.PLACED: _placed,
    }[trigger.entry.voice](tree, trigger)


def _transitive(tree: Tree, trigger: Trigger) -> Arguments:
    verb = trigger.token
    if tree.dep(verb) == "amod":
        return Arguments(None, None, (tree.head(verb),))
    patient = _object(tree, trigger)
    if patient is None:
        patient = next((i for i in tree.children(verb, "npadvmod") if _loose(tree, i)), None)
    others = tuple(tree.children(verb, "dobj", "npadvmod", "oprd", "dative", "attr"))
    others += tuple(i for o in others if tree.lemma(o) in SUMS for i in tree.objects(o, "of"))
    if passive(tree, verb) or (patient is None and _bare(tree, verb)):
        below = patient if trigger.tail != verb else None
        return Arguments(_by(tree, verb), below or _undergoer(tree, verb), others)
    return Arguments(subject(tree, verb), patient, others)


def _loose(tree: Tree, index: int) -> bool:
    """Tell whether a bare number stands behind its verb as an adverb would ("shot down 12")."""
    return tree.tokens[index].pos == "NUM" and index > tree.head(index)


def _found(tree: Tree, trigger: Trigger) -> Arguments:
    """Find what undergoes without a doer: who recovers the dead did not kill them."""
    return replace(_transitive(tree, trigger), agent=None)


def _shut_out(tree: Tree, trigger: Trigger) -> Arguments:
    """Count the places: "observers were expelled from 900 polling stations"."""
    agent = _by(tree, trigger.token) if passive(tree, trigger.token) else None
    return Arguments(agent, None, (trigger.tail,))


def _undergoing(tree: Tree, trigger: Trigger) -> Arguments:
    others = tuple(tree.children(trigger.token, "dobj", "npadvmod", "attr"))
    if tree.dep(trigger.tail) == "prt" and tree.child(trigger.token, "dobj") is not None:
        return Arguments()  # "polls show him up", "divers turned up nine bodies"
    moving = tree.lemma(trigger.token) in _MOVING
    behind = tuple(tree.objects(trigger.token, "by", *(() if moving else ("to", "with"))))
    return Arguments(None, _undergoer(tree, trigger.token), others + behind)


def _undergoer(tree: Tree, verb: int) -> int | None:
    """Return the subject of a verb, behind it where "there" stands in its place."""
    before = subject(tree, verb)
    if before is not None and tree.dep(before) == "expl":
        return tree.child(verb, "attr")
    if before is None:
        return next(reversed([*tree.objects(verb, "between")]), None)
    return before


def _placed(tree: Tree, trigger: Trigger) -> Arguments:
    """Find who is said to be there: not "the attack aboard", nor "people aboard were killed"."""
    above = tree.head(trigger.token)
    while tree.tokens[above].pos == "ADV" and tree.head(above) != above:
        above = tree.head(above)
    if tree.lemma(above) == "have":
        return Arguments(None, tree.child(above, "dobj"))
    if tree.lemma(above) in _THERE:
        return Arguments(None, _undergoer(tree, above))
    verb = tree.head(above)
    told = (tree.dep(above), tree.lemma(verb)) in _TOLD or tree.dep(above) == "ROOT"
    return Arguments(None, above if told else None)


def _agentive(tree: Tree, trigger: Trigger) -> Arguments:
    verb, tail = trigger.token, trigger.tail
    behind = [*tree.children(tail, "pobj", "dobj")] if tail != verb else []
    behind += [*tree.objects(tail, *_AGENTIVE), *tree.objects(verb, *_AGENTIVE)]
    behind += tree.children(verb, "dobj") if tail == verb else ()
    behind = [i for i in behind if tree.tokens[i].entity not in {"DATE", "TIME"}]
    apart = tree.objects(tail, "of") if tail != verb else ()
    return Arguments(subject(tree, verb), next(iter(behind), None), (*behind, *apart))


def _deed(tree: Tree, trigger: Trigger) -> Arguments:
    noun = trigger.token
    governor = tree.head(noun)
    patient = next(tree.objects(noun, *_PATIENT), None)
    agent = _by(tree, noun)
    if agent is None:
        agent = _owner(tree, noun)
    if tree.dep(noun) == "attr" and agent is None:
        agent = subject(tree, governor)
    if tree.dep(noun) == "pobj" and tree.lemma(governor) in {"under", "in"} and patient is None:
        patient = _copular(tree, tree.head(governor))
    if tree.lemma(governor) in LIGHT | SUFFER and tree.dep(noun) in {"dobj", "nsubjpass"}:
        lent = _by(tree, governor) if tree.dep(noun) == "nsubjpass" else subject(tree, governor)
        if tree.lemma(governor) in SUFFER:
            patient = lent if patient is None else patient
        else:
            agent = lent if lent is not None else agent
        if patient is None:
            patient = next(tree.objects(governor, "against", "on", "at"), None)
    if patient is None:
        patient = next(_targeted(tree, noun), None)
    if patient is None and tree.dep(noun) == "dobj":
        patient = next(tree.objects(governor, "to"), None)
    return Arguments(agent, patient, (noun, *_amount(tree, noun)))


def _amount(tree: Tree, noun: int) -> Iterator[int]:
    """Yield the bare number that a verb gives a noun: "casualties did not exceed 15"."""
    verb = tree.head(noun)
    found: list[int] = []
    if tree.dep(noun) in {"nsubj", "nsubjpass", "dobj"} and tree.lemma(verb) in _PUT | _MOVING:
        found += _behind(tree, verb, "at", "to")
    if sums_up(tree, noun):
        found += tree.children(verb, "dobj")
    yield from (i for i in found if _bare_number(tree, i))


def sums_up(tree: Tree, noun: int) -> bool:
    """Tell whether a noun is the subject of a verb that only gives its figure ("hit 45")."""
    return tree.dep(noun) == "nsubj" and tree.lemma(tree.head(noun)) in _AMOUNTING


def _bare_number(tree: Tree, index: int) -> bool:
    after = tree.tokens[index + 1 : index + 2]
    return tree.tokens[index].pos == "NUM" and all(t.text.lower() not in STATES for t in after)


def _behind(tree: Tree, verb: int, *prepositions: str) -> Iterator[int]:
    """Yield what stands behind the prepositions of a verb or of its particle ("down to 88")."""
    yield from tree.objects(verb, *prepositions)
    for particle in tree.children(verb, "prt", "advmod"):
        yield from tree.objects(particle, *prepositions)


def _targeted(tree: Tree, noun: int) -> Iterator[int]:
    """Yield the object of "strikes targeting X"."""
    for clause in tree.children(noun, "acl"):
        if tree.lemma(clause) in {"target", "hit"}:
            yield from tree.children(clause, "dobj")


def _harm(tree: Tree, trigger: Trigger) -> Arguments:
    noun = trigger.token
    governor = tree.head(noun)
    patient = next(tree.objects(noun, "of", "among", "to"), None)
    if patient is None:
        patient = _owner(tree, noun)
    if patient is None and tree.dep(noun) == "pobj" and tree.lemma(governor) == "at":
        patient = _whose_figure(tree, tree.head(governor))
    agent = _by(tree, noun)
    lemma = tree.lemma(governor)
    if lemma in SUFFER and tree.dep(noun) == "dobj" and patient is None:
        patient = subject(tree, governor)
    elif lemma in {"cause", "inflict", "force"} and tree.dep(noun) == "dobj":
        agent = subject(tree, governor)
    elif tree.dep(noun) == "pobj" and tree.lemma(tree.head(governor)) in _RESULT:
        agent = subject(tree, tree.head(governor))
    owned = () if patient is None else (patient,)
    return Arguments(agent, patient, (noun, *owned, *_amount(tree, noun)))


def _whose_figure(tree: Tree, verb: int) -> int | None:
    """Return whose the figure is: "put its losses at three dead"."""
    named = tree.child(verb, "dobj", "nsubjpass")
    return None if named is None else tree.child(named, "poss")


def _figure(tree: Tree, trigger: Trigger) -> Arguments:
    """Look for the figure behind the noun or behind the verb that the noun belongs to."""
    noun = trigger.token
    counted = next((i for i in tree.objects(noun, "of") if tree.tokens[i].pos == "NOUN"), None)
    return Arguments(None, counted, _figures(tree, noun))


def _figures(tree: Tree, noun: int) -> tuple[int, ...]:
    """Return the tokens that may carry the figure of a noun: "toll of 3", "put the toll at 3"."""
    governor = tree.head(noun)
    figures = [noun, *tree.objects(noun, "of", "at", "to")]
    if tree.lemma(governor) in _MOVING:
        figures += _behind(tree, governor, "to", "above", "past", "beyond")
    elif tree.tokens[governor].pos in {"VERB", "AUX"}:
        figures += _behind(tree, governor, *_BESIDE_FIGURES)
        figures += tree.children(governor, "attr", "acomp", "npadvmod", "nsubj")
        figures += tree.children(governor, "dobj") if _gives(tree, noun) else ()
    elif tree.dep(noun) == "pobj" and tree.dep(governor) == "prep":
        figures += tree.objects(tree.head(governor), "at", "to")
    return tuple(dict.fromkeys(figures))


def _gives(tree: Tree, noun: int) -> bool:
    """Tell whether the object of the noun's verb may be its figure: "the crowd hurt 3" has none."""
    governor = tree.head(noun)
    own = tree.dep(noun) != "nsubj" or tree.lemma(governor) in {"be", "have", "see"}
    return own or sums_up(tree, noun)


def _state(tree: Tree, trigger: Trigger) -> Arguments:
    """Find the noun that is in the state: "12 are missing", "left 12 dead", "the missing men"."""
    word = trigger.token
    while tree.dep(word) == "conj" and tree.tokens[tree.head(word)].pos == "ADJ":
        word = tree.head(word)
    governor, dep = tree.head(word), tree.dep(word)
    below = tree.child(word, "nsubj", "nsubjpass")
    if below is not None:
        return Arguments(None, below, (word,))
    if dep == "nsubj" and tree.lemma(governor) == "be":
        figures = tree.children(governor, "attr", "acomp")
        return Arguments(None, None, tuple(f for f in figures if tree.tokens[f].pos == "NUM"))
    if tree.lemma(governor) == "as":
        governor = tree.head(governor)
        dep = "amod"
    if dep in {"amod", "acl", "advcl"} and tree.tokens[governor].pos in {
        "NOUN",
        "PROPN",
        "NUM",
        "PRON",
    }:
        return Arguments(None, governor, (word,))
    if tree.lemma(governor) in _PARTING:
        return Arguments()
    if tree.tokens[governor].pos in {"VERB", "AUX"} and governor != word:
        patient = tree.child(governor, "dobj") if not passive(tree, governor) else None
        agent = subject(tree, governor) if patient is not None else None
        if patient is None:
            patient = subject(tree, governor)
        return Arguments(agent, patient, (word,))
    return Arguments(None, tree.child(word, "npadvmod"), (word,))


def _beginning(tree: Tree, trigger: Trigger) -> Arguments:
    """Find who began it: "the exchanges began when X fired"."""
    verb = trigger.token
    clauses = (
        c for c in tree.children(verb, "advcl") if tree.child(c, "mark", "advmod") is not None
    )
    doers = (tree.child(c, "nsubj", "nsubjpass") for c in clauses if _since(tree, c))
    agent = next((d for d in doers if d is not None), None)
    return Arguments(agent, subject(tree, verb) if agent is not None else None)


def _since(tree: Tree, clause: int) -> bool:
    return any(
        tree.lemma(c) in {"when", "after", "as"} for c in tree.children(clause, "mark", "advmod")
    )


def _occurrence(tree: Tree, trigger: Trigger) -> Arguments:
    """Accept a noun only where it is perceived or happens: "heard a loud explosion"."""
    noun = trigger.token
    while tree.dep(noun) == "pobj" and tree.lemma(tree.head(noun)) == "of":
        noun = tree.head(tree.head(noun))
    while tree.dep(noun) == "conj":
        noun = tree.head(noun)
    near = {
        tree.lemma(tree.head(noun)),
        *(tree.lemma(c) for c in tree.children(noun, "acl", "relcl")),
    }
    return Arguments(None, trigger.token if near & _PERCEIVED else None)


def _awarding(tree: Tree, trigger: Trigger) -> Arguments:
    """Find who gets what: "gave him 57 percent", "put the party at 26 percent"."""
    verb = trigger.token
    given = [*tree.children(verb, "nsubjpass", "dative", "dobj", "npadvmod", "oprd")]
    behind = tuple(tree.objects(verb, "at", "with", "on"))
    if len(given) > 1 or behind:
        return Arguments(next(iter(given), None), None, behind or tuple(given[1:]))
    return Arguments(next(tree.objects(verb, "to"), None), None, tuple(given))


def _outcome(tree: Tree, trigger: Trigger) -> Arguments:
    """Find who won: "Ruiz's victory", "declared Ruiz the winner", "Ruiz was the winner"."""
    noun = trigger.token
    governor = tree.head(noun)
    agent = tree.child(noun, "nsubj")
    if agent is None:
        agent = _owner(tree, noun)
    if agent is None and tree.dep(noun) in {"attr", "oprd", "dobj"}:
        agent = subject(tree, governor)
    return Arguments(agent, None, tuple(tree.objects(noun, "with", "by")))


def _copular(tree: Tree, verb: int) -> int | None:
    return subject(tree, verb) if tree.lemma(verb) in {"be", "remain", "stay"} else None


def _bare(tree: Tree, verb: int) -> bool:
    """Tell whether a verb without object stands in a headline's or list's passive ("30 hurt")."""
    own = tree.child(verb, "nsubj", "nsubjpass") is not None or tree.dep(verb) == "conj"
    past = tree.tokens[verb].tag in {"VBN", "VBD"} or tree.tokens[verb].pos in {
        "PROPN",
        "ADJ",
        "NOUN",
    }
    return own and past and all(tree.lemma(a) != "have" for a in tree.children(verb, "aux"))


def _object(tree: Tree, trigger: Trigger) -> int | None:
    verb, tail = trigger.token, trigger.tail
    if tail != verb and tree.tokens[tail].pos == "ADP":
        return tree.child(tail, "pobj", "pcomp") or tree.child(verb, "dobj")
    own = tree.child(verb, "dobj", "attr") if tail == verb else _beside(tree, verb, tail)
    if own is None and tail == verb:
        own = _roughly(tree, verb)
    if own is not None:
        relative = tree.lemma(own) in RELATIVE
        return antecedent(tree, verb) if relative and in_relative_clause(tree, verb) else own
    if tree.dep(verb) == "relcl" and tree.child(verb, "nsubj") is not None:
        first = tree.child(verb, "nsubj")
        if first is not None and tree.lemma(first) not in RELATIVE:
            return tree.head(verb)
    later = (
        tree.child(c, "dobj") for c in tree.children(verb, "conj") if tree.child(c, "nsubj") is None
    )
    shared = next((i for i in later if i is not None), None)
    if shared is None and trigger.tail == verb and tree.child(verb, "ccomp") is not None:
        return _small_clause(tree, verb)
    return shared


def _roughly(tree: Tree, verb: int) -> int | None:
    """Return the counted in "carrying over 110 people", where "over" is no preposition."""
    behind = tree.objects(verb, "over", "under", "around", "about")
    return next((i for i in behind if tree.child(i, "nummod") is not None), None)


def _small_clause(tree: Tree, verb: int) -> int | None:
    clause = tree.child(verb, "ccomp")
    return None if clause is None else tree.child(clause, "nsubj")


def _beside(tree: Tree, verb: int, tail: int) -> int | None:
    """Return the object of an idiom whose last word is not itself the object."""
    others = [i for i in tree.children(verb, "dobj") if i != tail]
    below = [i for i in tree.children(tail, "dobj", "nsubj", "pobj") if i != verb]
    return next(iter(others + below), None)


def _by(tree: Tree, index: int) -> int | None:
    """Return who follows "by", also behind "without warning by"."""
    direct = next(tree.objects(index, "by"), None)
    if direct is not None:
        return direct
    behind = tree.objects(index, "without")
    return next((i for noun in behind for i in tree.objects(noun, "by")), None)


def _owner(tree: Tree, noun: int) -> int | None:
    """Return the possessor or the people that a noun names: "its losses", "Afghan losses"."""
    owner = tree.child(noun, "poss")
    if owner is not None:
        return owner
    named = (c for c in tree.children(noun, "amod", "compound", "nmod") if _named(tree, c))
    return next(named, None)


def _named(tree: Tree, index: int) -> bool:
    beside = tree.tokens[max(index - 1, 0) : index + 2]
    hyphened = any(token.text in {"-", "–"} for token in beside)
    return tree.tokens[index].entity in {"NORP", "GPE", "ORG", "PERSON"} and not hyphened
