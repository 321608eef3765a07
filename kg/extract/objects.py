"""Contents that are objects: infinitives, noun phrases, small clauses, figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from kg.extract.content import Content, conditions, under
from kg.extract.lexicon import NOUNS
from kg.extract.marks import MEDIA, listed
from kg.extract.tree import Tree
from kg.model import Token

PAPERS = listed(
    "poll survey datum data record report study figure file document email video footage image "
    "estimate statistic analysis research result number index census chart map letter test image "
    "investigation review audit transcript photo photograph recording assessment"
)
_HEARERS = frozenset({"ORG", "PERSON"})
FIGURES = listed("toll figure count tally total number estimate rate turnout participation")
MEASURED = FIGURES | listed(
    "dead death crowd turnout attendance participation cost damage loss losses magnitude injured "
    "wounded missing displaced homeless victim casualty worth value price share support lead"
)
_NO_COUNT = frozenset({"DATE", "TIME", "ORDINAL"})
_CLOCK = listed("p.m. a.m. pm am o'clock local gmt")
_PHRASE = 40
"""Tokens behind the verb in which the figure must come."""
_FIGURE = 7
"""Tokens behind "at" in which the number must come: "at no fewer than 350"."""
SHOWING = listed("show depict")
NAMING = listed("call describe term label characterize characterise see dub deem brand")


def infinitive(tree: Tree, verb: Token) -> Content | None:
    """'vowed to leave', 'denied taking part', also 'refused a request to ...' by its object."""
    own = [kid for kid in tree.kids(verb.index, "xcomp") if kid.index > verb.index]
    return Content(under(tree, own)) if own else None


def raised(tree: Tree, verb: Token) -> Content | None:
    """'seems to have left': who seems and what they seem to do; nobody is the source.

    Of 'footage seems to show' the source is the footage: `kg.extract.rules.evidence`.
    """
    parts = [k for k in tree.kids(verb.index, "xcomp", "acomp", "oprd") if k.index > verb.index]
    if any(part.lemma in SHOWING for part in parts):
        return None
    return Content(under(tree, [*tree.kids(verb.index, "nsubj"), *parts])) if parts else None


def urged(tree: Tree, verb: Token) -> Content | None:
    """'urged both sides to talk': who is to act and what they are to do."""
    parts = [kid for kid in tree.kids(verb.index, "ccomp", "xcomp") if kid.index > verb.index]
    if not parts:
        return None
    objects = [kid for kid in tree.kids(verb.index, "dobj") if kid.index < parts[0].index]
    return Content(under(tree, [*objects, *parts]))


def qualified(tree: Tree, verb: Token) -> Content | None:
    """'described it as brave': the object and what it is taken for."""
    objects = tree.kids(verb.index, "dobj")
    preps = [kid for kid in tree.kids(verb.index, "prep") if kid.text == "as"]
    within = [kid for o in objects for kid in tree.kids(o.index, "prep") if kid.text == "as"]
    if not objects or not (preps or within):
        return None
    return Content(under(tree, [*objects, *preps]))


def valued(tree: Tree, verb: Token) -> Content | None:
    """'put the toll at 40': the object and the figure, with what stands between them."""
    if whole := _figure_phrase(tree, verb):
        return Content(whole)
    objects = tree.kids(verb.index, "dobj")
    places = [verb.index, *(kid.index for kid in objects)]
    preps = [kid for place in places for kid in tree.kids(place, "prep") if kid.text == "at"]
    return Content(under(tree, [*objects, *preps])) if objects and preps else None


def _figure_phrase(tree: Tree, verb: Token) -> frozenset[int]:
    """Return "the number of marchers in the capital at 119,000": "at" hangs on many a word."""
    after = list(islice(_clause_after(tree, verb), _PHRASE))
    for rank, token in enumerate(after):
        numbers = [t for t in after[rank + 1 : rank + _FIGURE] if t.pos == "NUM"]
        if token.text == "at" and numbers and rank:
            told = {t.lemma.lower() for t in after[:rank]} & MEASURED
            behind = numbers[-1].index - after[0].index + 1
            clock = after[behind : behind + 1]
            if told and not any(t.text.lower() in _CLOCK for t in clock):
                last = numbers[-1].index + (1 if clock and _counted(clock[0]) else 0)
                return frozenset(range(after[0].index, last + 1))
    return frozenset()


def _clause_after(tree: Tree, verb: Token) -> Iterator[Token]:
    """Yield the tokens behind a verb up to the end of the sentence."""
    for token in tree.tokens[verb.index + 1 :]:
        if token.text in {".", ";", ":", "?", "!"} or "\n" in token.text:
            return
        yield token


def _counted(token: Token) -> bool:
    return token.pos in {"NOUN", "ADJ"} or token.text == "%"


def tallied(tree: Tree, verb: Token) -> Content | None:
    """'gave a toll of four': an object that is a figure."""
    figures = [kid for kid in tree.kids(verb.index, "dobj") if kid.lemma in FIGURES]
    words = under(tree, figures)
    return Content(words) if any(tree.tokens[i].pos == "NUM" for i in words) else None


def counted(tree: Tree, verb: Token) -> Content | None:
    """'counted 271 in the same period', 'recorded six admissions': a number, or what it is of."""
    objects = [kid for kid in tree.kids(verb.index, "dobj") if kid.index > verb.index]
    numbered = any(
        number.pos == "NUM" and number.entity not in _NO_COUNT
        for kid in objects
        for number in (kid, *tree.kids(kid.index, "nummod"))
    )
    return object_(tree, verb) if numbered else None


def pointed(tree: Tree, verb: Token) -> Content | None:
    """'a charge that the ministry denies': what the relative clause hangs on."""
    subject = tree.kid(verb.index, "nsubj")
    if verb.dep != "relcl" or subject is None or subject.lemma in {"that", "which", "who"}:
        return None
    noun = tree.head(verb.index)
    which = [kid for kid in tree.kids(verb.index, "dobj") if kid.text.lower() == "which"]
    if noun.lemma not in NOUNS:
        return Content(under(tree, which)) if which else None
    preps = [kid for kid in tree.kids(verb.index, "prep") if kid.text in {"as", "for"}]
    own = tree.subtree(noun.index, [kid.index for kid in tree.kids(noun.index, "relcl", "appos")])
    return Content(frozenset(own) | under(tree, preps))


def named(tree: Tree, verb: Token) -> Content | None:
    """'called it a lie': the object with its predicate."""
    parts = [
        kid for kid in tree.kids(verb.index, "ccomp", "xcomp", "oprd") if kid.index > verb.index
    ]
    if not parts:
        return None
    objects = [kid for kid in tree.kids(verb.index, "dobj") if kid.index > verb.index]
    return Content(under(tree, [*objects, *parts]))


def so_called(tree: Tree, verb: Token) -> Content | None:
    """'condemned what she called a raid': the cue takes in the relative clause up to 'called'."""
    for kid in tree.kids(verb.index, "ccomp", "dobj", "pobj", "pcomp"):
        namer = (
            kid if kid.pos == "VERB" else next(iter(tree.kids(kid.index, "relcl", "ccomp")), kid)
        )
        what = next((t for t in tree.kids(namer.index) if t.lemma.lower() == "what"), None)
        if namer.lemma in NAMING and (what or kid.lemma == "what"):
            below = tree.subtree(namer.index)
            cue = {i for i in below if verb.index < i <= namer.index}
            after = {namer.index + 1} if tree.tokens[namer.index + 1].text == "as" else set()
            return Content(
                frozenset(i for i in below if i > namer.index) - after, frozenset(cue | after)
            )
    return None


def accused(tree: Tree, verb: Token) -> Content | None:
    """'accused them of lying': what they are said to have done, without them and 'of'."""
    places = [verb.index, *(kid.index for kid in tree.kids(verb.index, "dobj"))]
    places += [
        n.index for by in tree.kids(verb.index, "agent") for n in tree.kids(by.index, "pobj")
    ]
    for place in places:
        for prep in tree.kids(place, "prep"):
            if prep.text.lower() in {"of", "with"} and prep.index > verb.index:
                below = under(tree, tree.kids(prep.index, "pobj", "pcomp"))
                if below:
                    return Content(below)
    return None


def object_(tree: Tree, verb: Token) -> Content | None:
    """'condemned the attack', 'praised them for their calm': the object and what it is for."""
    objects = [kid for kid in tree.kids(verb.index, "dobj") if kid.index > verb.index]
    objects = [kid for kid in objects if kid.lemma not in {"what", "who"}]
    if not objects:
        return None
    words = under(tree, objects)
    for prep in tree.kids(verb.index, "prep"):
        if min(tree.subtree(prep.index)) == max(words) + 1 and _of_object(tree, prep):
            words |= tree.subtree(prep.index)
    return Content(words | under(tree, conditions(tree, verb)))


def _of_object(tree: Tree, prep: Token) -> bool:
    """Tell 'reported ten deaths at the mine' from 'reported ten deaths in a letter on Monday'."""
    noun = tree.kid(prep.index, "pobj", "pcomp")
    if noun is None or prep.text == "by" or (prep.text == "to" and noun.entity in _HEARERS):
        return False
    return noun.lemma not in MEDIA and noun.entity not in {"DATE", "TIME"}


def documented(tree: Tree, verb: Token) -> Content | None:
    """'the survey showed a lead of two points': papers and pictures say what they show."""
    subject = tree.kid(verb.index, "nsubj")
    return object_(tree, verb) if subject and subject.lemma in PAPERS else None


def prepositional(tree: Tree, verb: Token, allowed: Iterable[str]) -> Content | None:
    """'warned of a flood': the complement of one of the `allowed` prepositions."""
    for prep in tree.kids(verb.index, "prep"):
        if prep.text in allowed and prep.index > verb.index:
            below = under(tree, tree.kids(prep.index, "pobj", "pcomp"))
            if below:
                more = under(tree, conditions(tree, verb))
                return Content(below | more, frozenset({prep.index}))
    return None
