"""Number phrases: where a count stands, with its comparator, and which noun it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile

from kg.extract.frames.tree import Tree
from kg.extract.frames.units import MEASURES, TIMES
from kg.model import Span

_BEFORE = re.compile(
    r"(?:(?<=\s)|(?<=^)|(?<=[\"'“‘(]))(?:at\s+least|at\s+most|(?:well\s+|far\s+|slightly\s+|just\s+)?"
    r"(?:more|fewer|less|greater|higher|lower)\s+than|not?\s+(?:more|fewer|less|greater|higher|lower"
    r"|larger)\s+than|not\s+even|as\s+(?:many|much|few|little)\s+as|barely|fully|up\s+to|(?:just\s+|well\s+)?over|above|(?:just\s+)?under|below|"
    r"upwards?\s+of|in\s+excess\s+of|exceeding|nearly|almost|close\s+to|just\s+short\s+of|approaching|"
    r"about|around|some|roughly|approximately|an\s+estimated|estimated|only|just|exactly|"
    r"a\s+total\s+of|a\s+mere|another|a\s+further|a\s+maximum\s+of|a\s+minimum\s+of|between|from|~|a)\s+$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?<![a-z])(?:(?:(?:did|does|do|has|have|had)(?:\s+not|n[’']t)|never)\s+(?:exceed|top|surpass|reach)(?:p?ed)?"
    r"|exceeds?|exceeded|tops|topped|surpass(?:es|ed))\s+$",
    re.IGNORECASE,
)
"""Verbs that compare a figure: "turnout did not exceed 40 percent"."""
_CURRENCY = (
    r"(?:(?:US|A|C|R|S|HK|NZ)\$|[$€£¥₹₦₱₩₺₴₽]|Rs\.?\s?|K?Sh\.?\s?(?=\d)|Tk\.?\s?|Rp\s?|N(?=\d)"
    r"|(?:PKR|INR|USD|EUR|GBP|CHF|NGN|KES|BDT)\s)"
)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:\.\d+|\s?½)?"
"""Digits with commas, blanks (2 300, as the SI writes them) or nothing between the thousands."""
_SMALL = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_SCALE = r"hundred|thousand|million|billion|trillion|lakh|crore|dozen"
_WORDS = (
    rf"(?:half\s+)?(?:(?:an?\s+)(?={_SCALE}))?(?:(?:{_SMALL})|(?:{_SCALE}))"
    rf"(?:(?:[\s-]+|\s+and\s+)(?:(?:{_SMALL})|(?:{_SCALE}))\b)*"
)
_VAGUE = (
    r"(?:several|a\s+few|many|a\s+couple(?:\s+of)?)\s+(?:dozen|hundred|thousand|million|billion)s?"
    r"(?:\s+thousand)?"
    r"|(?:tens|hundreds)\s+of\s+(?:thousands|millions)|dozens|scores|hundreds|thousands|millions|tens"
    r"|a\s+couple|a\s+handful|a\s+few|several|multiple|numerous|many|no\s+one|nobody|none"
    r"|not\s+(?:one|a\s+single)\b|no(?!\s+(?:more|fewer|less|greater|higher|lower|larger)\s+than)"
    r"|zero"
)
_SHARE = (
    rf"(?:{_SMALL}|\d)\s+(?:in|out\s+of)\s+(?:every\s+)?(?:ten|10|five|5|four|4|three|3)\b"
    r"|one\s+in\s+(?:every\s+)?(?:six|seven|eight|nine|twenty|20)\b"
    r"|(?:(?:a\s+|one[\s-])?(?:half|third|quarter|fifth|tenth)|two[\s-]thirds|three[\s-]quarters"
    r"|(?:two|three|four)[\s-]fifths|(?:three|seven|nine)[\s-]tenths)"
    r"(?=\s+(?:of|the|its|their)\b)"
)
"""Shares in words: "four in ten", "two-thirds of", "half of"."""
_ONE = rf"(?:{_CURRENCY}\s?)?(?:(?:{_DIGITS})(?:\s?(?:k|m|mn|bn|b)\b|\s+(?:{_SCALE})\b)?|{_WORDS})"
_CORE = re.compile(
    rf"(?<![\w.,/-])(?:{_SHARE}|{_VAGUE}|{_ONE}(?:\s?[-–—]\s?(?={_ONE}){_ONE}|\s+(?:to|or)\s+(?={_ONE}){_ONE})?)"
    r"(?:\s?%|\s+per\s?cent\b|\s+percentage\s+points?\b)?(?![\w])"
    r"(?!-(?!plus)[a-z]|:\d|/\d|\.\d|,\d)",
    re.IGNORECASE,
)
_AND = re.compile(rf"^\s+and\s+{_ONE}(?:\s?%|\s+per\s?cent\b)?(?!\w)", re.IGNORECASE)
_AFTER = re.compile(
    r"^\s+(?:or\s+(?:more|so|fewer|less)\b|"
    r"(?:us\s+dollars?|dollars?|euros?|pounds?|(?:pakistani\s+|indian\s+)?rupees?|yuan|yen|roubles?|"
    r"rubles?|naira|pesos?|rand|francs?|liras?|reais|hryvnias?|cedis?|tenge|zlotys?|baht|birr|takas?"
    r"|rupiahs?)\b)",
    re.IGNORECASE,
)
_WON = re.compile(r"^\s+won\b(?!\s+(?:by|back|the|an?|their|its|his|her|over)\b)", re.IGNORECASE)
"""Korea's money behind millions and more: "8.2 trillion won"."""

_REACH = 40
"""How far before a number its comparator may begin, in code points."""
_ZERO = frozenset({"no", "none", "nobody", "no one", "zero", "not one", "not a single"})
_OF_ALL = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|our|all|some|about|around)\s+)*", re.IGNORECASE
)
"""What parts a number from the whole that it is of: "41 of the 120 seats"."""
_HARMED = re.compile(r"\s+(?:wounded|injured|dead|missing|detained|arrested)\b", re.IGNORECASE)
"""Wholes that are figures as well: "four of the 53 wounded died"."""
_IN_TEN = re.compile(r"(?:\s+[a-z-]+){1,2}\s+(?:in|out\s+of)\s+(?:every\s+)?", re.IGNORECASE)
_WHOLES = frozenset({"ten", "10", "five", "5", "four", "4", "three", "3"})
_NAMED = frozenset(
    """
    article section chapter page room flight route highway hill unit model type line gate
    number no. resolution law act area zone sector local vol volume grade class phase round
    game version windows channel platform exit terminal district ward kilometre street
    avenue bus train operation age aged paragraph clause point sub-section hotline call dial
    phone tel telephone hall block plot magnitude
    """.split()
)
"""Words after which a number is a name ("Flight 302"), not a count."""
_MONTHS = frozenset(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    """.split()
)
_MONEY = re.compile(rf"^{_CURRENCY}|{_AFTER.pattern[1:]}", re.IGNORECASE)


_PERCENT = re.compile(r"%|per\s?cent", re.IGNORECASE)
_SHARED = re.compile(_SHARE, re.IGNORECASE)
_MODIFYING = frozenset("nummod quantmod amod det compound nmod advmod npadvmod neg".split())


@dataclass(frozen=True, slots=True)
class Count:
    """A number phrase: its words, the token that carries the number, the token it counts.

    `unit` is "percent" or "money" when the words say so. `zero` tells "no", "none".
    `counted` is the noun, or the number's own token where it stands alone ("23 of its soldiers").
    `aside` is what does not belong to the counted noun's phrase, `span` unless told otherwise.
    """

    span: Span
    token: int
    counted: int
    unit: str | None = None
    zero: bool = False
    aside: Span | None = None

    @property
    def outside(self) -> Span:
        """Return the words that do not name what is counted."""
        return self.aside or self.span


def counts(tree: Tree, text: str, first: int, last: int) -> Iterator[Count]:
    """Yield the number phrases among the tokens `first` to `last` (excluded) of a sentence.

    Years, dates, clock times, ages, durations, ordinals, names with numbers and "one of the ..."
    are no counts, nor are wholes: of "41 of the 120 seats" the 41 counts.
    """
    found: list[Count] = []
    for count in _numbers(tree, text, first, last):
        of = _part(tree, text, found[-1], count) if found else None
        if of is None:
            found.append(count)
        else:
            found[-1] = of
    yield from found


def _part(tree: Tree, text: str, part: Count, whole: Count) -> Count | None:
    """Return `part` with the whole that it is of, None where the two are apart."""
    between = text[part.span.end : whole.span.start]
    if _OF_ALL.fullmatch(between) and not _HARMED.match(text, whole.span.end):
        inside = whole.span.covers(tree.tokens[part.counted].span)
        owned = not between.lower().strip().endswith("of")
        aside = part.aside if owned else Span(part.span.start, whole.span.end)
        return replace(part, counted=whole.counted if inside else part.counted, aside=aside)
    alone = whole.counted == whole.token and tree.dep(whole.token) == "pobj"
    if alone and whole.span.of(text).lower() in _WHOLES and _IN_TEN.fullmatch(between):
        span = Span(part.span.start, whole.span.end)
        return replace(part, span=span, unit="percent", aside=part.span)
    return None


def _numbers(tree: Tree, text: str, first: int, last: int) -> Iterator[Count]:
    if last <= first:
        return
    start, end = tree.tokens[first].span.start, tree.tokens[last - 1].span.end
    position, at = start, first
    while match := _CORE.search(text, position, end):
        position = match.end()
        span = _widened(text, Span(match.start(), match.end()), start, end)
        position = max(position, span.end)
        while at < last and tree.tokens[at].span.end <= match.start():
            at += 1
        core = list(takewhile(partial(_within, tree, _of(match)), range(at, last)))
        if core and not _no_count(tree, text, core, span, last):
            count = _count(tree, core, span, text, _of(match))
            yield replace(count, span=_compared(text, span, start))


def _compared(text: str, span: Span, start: int) -> Span:
    """Add the verb that compares a figure; the number keeps its place in the parse."""
    before = max(start, span.start - _REACH)
    match = _COMPARED.search(text[before : span.start])
    return Span(before + match.start(), span.end) if match else span


def _within(tree: Tree, words: Span, index: int) -> bool:
    return tree.tokens[index].span.overlaps(words)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def _of(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())


def _widened(text: str, core: Span, start: int, end: int) -> Span:
    """Add the comparator before and the words after a number."""
    left, right = core.start, core.end
    if _plain(core.of(text)) not in _ZERO:
        while match := _BEFORE.search(text[max(start, left - _REACH) : left]):
            left = max(start, left - _REACH) + match.start()
    if re.match(r"between\b|from\b", text[left:right], re.IGNORECASE):
        match = _AND.match(text[right:end])
        if match:
            right += match.end()
        else:
            left = core.start
    behind = text[right:end]
    won = _WON.match(behind) if text.endswith("illion", left, right) else None
    if match := _AFTER.match(behind) or won:
        right += match.end()
    return Span(left, right)


def _count(tree: Tree, core: list[int], span: Span, text: str, number: Span) -> Count:
    words, behind = span.of(text), text[number.end : span.end]
    unit = None
    if _PERCENT.search(words) or _SHARED.match(number.of(text) + text[number.end : number.end + 6]):
        unit = "percent"
    elif _MONEY.search(number.of(text)) or _MONEY.search(behind) or _WON.search(behind):
        unit = "money"
    token = _carrier(tree, core, span)
    zero = _plain(number.of(text)) in _ZERO
    return Count(span, token, _counted(tree, token, span), unit, zero)


def _carrier(tree: Tree, core: list[int], span: Span) -> int:
    """Return the token of the phrase that governs the others."""
    inside = [t.index for t in tree.tokens[core[0] : core[-1] + 8] if span.covers(t.span)] or core
    tops = [i for i in inside if tree.head(i) not in inside or tree.head(i) == i]
    numeric = [i for i in tops if i in core]
    counting = [i for i in inside if tree.dep(i) == "nummod" and tree.head(i) not in inside]
    return (counting or numeric or tops or core)[-1]


def _counted(tree: Tree, token: int, span: Span) -> int:
    """Return the noun that a number token modifies, else the token itself."""
    while tree.dep(token) in _MODIFYING and tree.head(token) != token:
        outside = not span.covers(tree.tokens[token].span)
        head = tree.head(token)
        if tree.tokens[head].pos in {"VERB", "AUX", "ADP"}:
            break
        if outside and tree.dep(token) not in {"compound", "nmod"}:
            break
        token = head
    return token


def _no_count(tree: Tree, text: str, core: list[int], span: Span, last: int) -> bool:
    """Tell whether a number is a date, an age, a name or an idiom."""
    words = span.of(text).lower()
    before = tree.tokens[core[0] - 1].text.lower().removesuffix(".") if core[0] else ""
    following = tree.tokens[core[-1] + 1] if core[-1] + 1 < last else None
    after = following.text.lower() if following else ""
    cut = re.match(_SCALE, words) and re.search(r"\d$", before)
    if before == "but" and core[0] > 1 and tree.lemma(core[0] - 2) == "all":
        return True
    if (before in {"how", "as", "so", "too"} and words == "many") or cut:
        return True
    if words in {"one", "only one", "just one"} and after in {"of", "in", "another", "side", ""}:
        return True
    return (
        before in _NAMED
        or before in _MONTHS
        or after in _MONTHS
        or (following is not None and _unit_of_time(tree, core[-1]))
        or _year(words, before, after)
        or _age(tree, text, core)
        or after in {"a.m.", "p.m.", "am", "pm", "o'clock", "gmt"}
        or bool(re.match(r"\s?(?:[ap]\.?m\b|:\d)", text[span.end : span.end + 4]))
    )


def _unit_of_time(tree: Tree, index: int) -> bool:
    following = tree.lemma(index + 1)
    noun = tree.tokens[index + 1].pos in {"NOUN", "PROPN", "SYM", "ADP"}
    return noun and (following in TIMES or following in MEASURES)


def _year(words: str, before: str, after: str) -> bool:
    """Tell whether a bare number from 1000 to 2100 stands where years stand."""
    if not re.fullmatch(r"1\d{3}|20\d\d|2100", words):
        return False
    if (
        before
        in {
            "in",
            "since",
            "until",
            "by",
            "of",
            "from",
            "the",
            "late",
            "early",
            "before",
            "after",
            "for",
        }
        | _MONTHS
    ):
        return not re.match(r"[a-z]", after) or (
            after not in {"people", "workers", "soldiers"} and not after.endswith("s")
        )
    return False


def _age(tree: Tree, text: str, core: list[int]) -> bool:
    """Tell whether a number stands between commas behind a name: "Ilan Drobe, 34, said"."""
    if core[0] < 2 or tree.tokens[core[0] - 1].text != ",":
        return False
    start, end = tree.tokens[core[0]].span.start, tree.tokens[core[-1]].span.end
    number = text[start:end]
    closed = text[end : end + 1] in {",", ".", ";", ""}
    name = tree.tokens[core[0] - 2]
    return closed and number.isdigit() and int(number) < 120 and name.pos in {"PROPN", "NOUN"}
