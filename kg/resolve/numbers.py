"""What number words bound: "at least 30", "two dozen", "between 12 and 15", "$1.2 million"."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal

from kg.model import Comparator

MONEY_OR_SHARE = re.compile(r"^(?:percent|[A-Z]{3})$")
"""Units whose numbers are measured, not counted: "more than 4" starts at 4, not at 5."""


@dataclass(frozen=True, slots=True)
class Number:
    """A closed interval [low, high]; None is unbounded. Always low <= value <= high.

    `value` is the number as written, None where only vague words stand ("dozens"). `unit` is
    "percent" or an ISO 4217 code when the words name one, else None.
    """

    value: float | None
    low: float | None
    high: float | None
    comparator: Comparator
    unit: str | None = None


ONES = {
    word: number
    for number, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen "
            "fourteen fifteen sixteen seventeen eighteen nineteen"
        ).split()
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "k": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "m": 10**6,
    "mn": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "bn": 10**9,
    "b": 10**9,
    "trillion": 10**12,
}
DOZEN = 12
_LONGEST = 120
"""How many code points a number with its comparator may have."""

_SOME: dict[str, tuple[float | None, float | None]] = {
    f"{some} {words}": (low, high)
    for words, low, high in (
        ("dozen", 24, 99),
        ("hundred", 200, 999),
        ("thousand", 2_000, 9_999),
        ("hundred thousand", 200_000, 999_999),
        ("million", 2_000_000, None),
    )
    for some in ("several", "a few", "many")
}
"""Vague words before a scale: "several hundred" is two hundred up to a thousand."""

_COUPLE: dict[str, tuple[float | None, float | None]] = {
    f"{couple} {scale}": (2 * size, 3 * size)
    for scale, size in (*SCALES.items(), ("dozen", 12))
    for couple in ("a couple", "a couple of")
}
VAGUE: dict[str, tuple[float | None, float | None]] = {
    "tens of thousands": (10_000, 99_999),
    "hundreds of thousands": (100_000, 999_999),
    "tens of millions": (10_000_000, 99_999_999),
    "hundreds of millions": (100_000_000, 999_999_999),
    "dozens": (24, 99),
    "tens": (20, 99),
    "scores": (40, 199),
    "hundreds": (100, 999),
    "thousands": (1_000, 9_999),
    "millions": (1_000_000, None),
    "billions": (1_000_000_000, None),
    "a couple": (2, 3),
    "a handful": (2, 9),
    "handful": (2, 9),
    "a few": (2, None),
    "few": (0, None),
    "several": (2, None),
    "multiple": (2, None),
    "numerous": (2, None),
    "many": (2, None),
    "any": (1, None),
    **_SOME,
    **_COUPLE,
}
"""Vague words and what they hold at least and at most.

"Dozens" is two dozen up to a hundred, "scores" two up to ten of them. "Hundreds" and up start at
one of their unit and end before ten, since a wide interval misses a dispute where a narrow one
invents it.
"""

QUALITATIVE = re.compile(
    r"\b(minimal|light|limited|minor|few|heavy|significant|severe|huge|massive|substantial|"
    r"extensive|serious|major|considerable|mass)\b"
)
ZERO = frozenset({"no", "none", "zero", "nobody", "no one", "nil", "not a single", "not one", "0"})

_EXACT = (
    "only|just|fully|as few as|as little as|exactly|precisely|a total of|total of|a mere|mere"
    "|another|a further|all|the"
)
_NOT = r"(?:(?:did|does|do|has|have|had)(?: not|n[’']t)|never)"
_MUCH = r"(?:well |far |slightly |just )?"
_COMPARATORS = {
    Comparator.AT_MOST: r"not? (?:more|greater|higher|larger) than|at most|up to|as many as"
    rf"|as much as|a maximum of|{_NOT} (?:exceed|top|surpass)(?:p?ed)?\b",
    Comparator.AT_LEAST: "at least|not? (?:fewer|less|lower) than|a minimum of",
    Comparator.MORE_THAN: rf"{_MUCH}(?:more than|higher than|over|above|upwards? of|in excess of"
    r"|exceeding)|greater than|(?:exceed(?:s|ed)?|tops|topped|surpass(?:es|ed))\b|>",
    Comparator.LESS_THAN: rf"{_MUCH}(?:fewer than|less than|lower than|under|below)|<"
    rf"|not even|{_NOT} reach(?:ed)?\b",
    Comparator.ABOUT: r"barely|about|around|some|roughly|approximately|approx\.?|an estimated"
    "|estimated|circa|~|in the region of|somewhere around",
}
_PREFIXES = tuple((kind, re.compile(rf"^(?:{words})\s*")) for kind, words in _COMPARATORS.items())
_NEARLY = re.compile(r"^(?:nearly|almost|close to|just under|just short of|approaching)\s+")
_EXACT_PREFIX = re.compile(rf"^(?:{_EXACT})\s+")
_SUFFIXES: tuple[tuple[Comparator, re.Pattern[str]], ...] = (
    (Comparator.AT_LEAST, re.compile(r"(?:\s+or more|\s+or higher|\s*-plus|\s*\+)$")),
    (Comparator.AT_MOST, re.compile(r"\s+or (?:fewer|less)$")),
    (Comparator.ABOUT, re.compile(r"\s+or so$")),
)

_CURRENCIES: tuple[tuple[str, str], ...] = (
    ("HKD", r"hk\$|hkd"),
    ("SGD", r"s\$|sgd"),
    ("NZD", r"nz\$|nzd"),
    ("USD", r"us\$|\$|us dollars?|dollars?|usd"),
    ("EUR", r"€|euros?|eur"),
    ("GBP", r"£|pounds?(?: sterling)?|gbp"),
    ("PKR", r"pkr|pakistani rupees?"),
    ("INR", r"₹|inr|indian rupees?|rupees?|rs\.?"),
    ("JPY", r"¥|yen|jpy"),
    ("CNY", r"yuan|renminbi|cny|rmb"),
    ("RUB", r"₽|roubles?|rubles?|rub"),
    ("CHF", r"swiss francs?|francs?|chf"),
    ("AUD", r"a\$|aud"),
    ("CAD", r"c\$|cad"),
    ("UAH", r"₴|hryvnias?|uah"),
    ("TRY", r"₺|liras?|try"),
    ("BRL", r"r\$|reais|brl"),
    ("KRW", r"₩|won|krw"),
    ("ZAR", r"rand|zar"),
    ("NGN", r"₦|naira|ngn|n(?=\d)"),
    ("PHP", r"₱|php"),
    ("KES", r"k?sh\.?\s?(?=\d)|ksh\.?|kenyan shillings?|kes"),
    ("GHS", r"cedis?|ghs"),
    ("KZT", r"tenge|kzt"),
    ("PLN", r"zlotys?|pln"),
    ("THB", r"baht|thb"),
    ("ETB", r"birr|etb"),
    ("BDT", r"tk\.?|takas?|bdt"),
    ("IDR", r"rp|rupiahs?|idr"),
    ("MXN", r"pesos?|mxn"),
    ("AFN", r"afghanis?|afn"),
)
"""ISO 4217 codes; a bare "rupee" counts as Indian, a bare "peso" as Mexican, the largest users."""
_MONEY = tuple(
    (code, re.compile(rf"(?<![a-z$])(?:{words})(?![a-z])")) for code, words in _CURRENCIES
)
_SHARES = {
    "half": 50,
    "one half": 50,
    "third": 33,
    "one third": 33,
    "two thirds": 67,
    "quarter": 25,
    "one quarter": 25,
    "three quarters": 75,
    "fifth": 20,
    "one fifth": 20,
    "two fifths": 40,
    "three fifths": 60,
    "four fifths": 80,
    "tenth": 10,
    "one tenth": 10,
    "three tenths": 30,
    "seven tenths": 70,
    "nine tenths": 90,
}
_OUT_OF = re.compile(r"^(\w+)\s+(?:[a-z-]+\s+){0,2}(?:in|out of)\s+(?:every\s+)?(\w+)$")
_CENT = re.compile(r"(?:%|\bper ?cent\b|\bpercentage points?\b|\bpct\b)")
_RANGE = re.compile(
    r"^(?:between|from)?\s*(?P<low>.+?)\s*(?:\bto\b|\band\b|-|\bor\b)\s*(?P<high>.+)$"
)
_DIGITS = re.compile(r"^(\d{1,3}(?:[,\u00a0\u202f ]\d{3})+|\d+)(\.\d+)?$")
_NUMERAL = re.compile(r"^(?P<digits>[\d.,\u00a0\u202f ]*\d)\s*(?P<scale>(?:k|mn?|bn?|[a-z]{4,})?)$")


def parse(words: str) -> Number | None:
    """Return what `words` bound, or None when they name no number.

    `words` is a number with its comparator, as a frame's quantity span covers it.
    """
    if len(words) > _LONGEST:
        return None
    words = re.sub(r"^an?\s+(?=\d)", "", words, flags=re.IGNORECASE)
    words = re.sub(r"(?<=\d)\s?½", ".5", words)
    text, unit = _unit(re.sub(r"\s+", " ", words.lower().replace("–", "-").replace("—", "-")))
    if text in ZERO:
        return Number(0, 0, 0, Comparator.EXACT, unit)
    kind, rest = _comparator(text)
    if (percent := share(rest)) is not None:
        rounded = Comparator.ABOUT if kind is Comparator.EXACT else kind
        return _bounded(percent, rounded, text, "percent")
    vague = VAGUE.get(re.sub(r"\s+of$", "", rest))
    if vague:
        return Number(None, *vague, Comparator.VAGUE, unit)
    return _numbered(text, kind, rest, unit)


def _numbered(text: str, kind: Comparator, rest: str, unit: str | None) -> Number | None:
    """Return a range or a number with its comparator, else what "heavy" says."""
    span = _range(rest) if kind is not Comparator.VAGUE else None
    if span:
        return Number(None, *span, Comparator.RANGE, unit)
    value = numeral(rest)
    return _qualitative(text, unit) if value is None else _bounded(value, kind, text, unit)


def share(words: str) -> float | None:
    """Return the percentage of a share in words, None when they name none.

    >>> share("four in ten"), share("two-thirds"), share("half a million")
    (40, 67, None)
    """
    if words.removeprefix("a ").replace("-", " ") in _SHARES:
        return _SHARES[words.removeprefix("a ").replace("-", " ")]
    found = _OUT_OF.match(words)
    part, whole = (numeral(found[n]) for n in (1, 2)) if found else (None, None)
    return round(100 * part / whole) if part and whole and part < whole else None


def _unit(text: str) -> tuple[str, str | None]:
    """Split off the percent sign or the currency."""
    if _CENT.search(text):
        return _CENT.sub(" ", text).strip(), "percent"
    for code, pattern in _MONEY:
        if pattern.search(text):
            return re.sub(r"\s+", " ", pattern.sub(" ", text)).strip(), code
    return text.strip(), None


def _comparator(text: str) -> tuple[Comparator, str]:
    """Return the outermost comparator and the words without any."""
    kind = Comparator.EXACT
    for suffix, pattern in _SUFFIXES:
        if pattern.search(text):
            kind, text = suffix, pattern.sub("", text)
    while True:
        found, rest = _prefix(text)
        if rest == text:
            return kind, text
        kind = kind if found is Comparator.EXACT or kind is not Comparator.EXACT else found
        text = rest


def _prefix(text: str) -> tuple[Comparator, str]:
    if match := _NEARLY.match(text):
        return Comparator.ABOUT, text[match.end() :]
    for kind, pattern in _PREFIXES:
        if match := pattern.match(text):
            return kind, text[match.end() :]
    if match := _EXACT_PREFIX.match(text):
        return Comparator.EXACT, text[match.end() :]
    return Comparator.EXACT, text


def _range(text: str) -> tuple[float, float] | None:
    """Return the two ends of "between 12 and 15", "12-15", "12 to 15"."""
    if numeral(text) is not None:
        return None
    match = _RANGE.match(text)
    if not match:
        return None
    low, high = numeral(match["low"]), numeral(match["high"])
    if low is not None and high is not None and (scale := _shared_scale(match["high"], low, high)):
        low *= scale
    if low is None or high is None or low > high:
        return None
    return low, high


def _shared_scale(high_words: str, low: float, high: float) -> int | None:
    """Return the scale that "2" shares in "2 to 3 million"."""
    last = high_words.rsplit(maxsplit=1)[-1]
    scale = SCALES.get(last)
    return scale if scale and low * scale <= high else None


def numeral(text: str) -> float | None:
    """Return the value of one plain number in digits or English words, else None."""
    text = text.strip()
    match = _NUMERAL.match(text)
    if match:
        return _digits(match["digits"], match["scale"])
    return _words(text)


def _digits(digits: str, scale: str) -> float | None:
    match = _DIGITS.match(digits)
    if not match or (scale and scale != "dozen" and scale not in SCALES):
        return None
    whole = Decimal(re.sub(r"\D", "", match[1]) + (match[2] or ""))
    return float(whole * (DOZEN if scale == "dozen" else SCALES.get(scale, 1)))


def _words(text: str) -> float | None:
    """Read "two hundred and three thousand", "half a million", "a dozen"."""
    words = [w for w in re.split(r"[\s-]+", text) if w != "and"]
    factor = 1.0
    if words[:1] == ["half"] and len(words) > 1:
        factor, words = 0.5, words[1:]
    total = current = 0
    for word in words:
        if word in ONES or word in TENS:
            current += ONES.get(word, 0) + TENS.get(word, 0)
        elif word in {"a", "an"} and len(words) > 1 and current == 0:
            current = 1
        elif word == "dozen":
            current = max(current, 1) * DOZEN
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in SCALES and len(word) > 2:
            total, current = total + max(current, 1) * SCALES[word], 0
        else:
            return None
    value = (total + current) * factor
    return value if words and words not in (["a"], ["an"]) else None


def _bounded(value: float, kind: Comparator, text: str, unit: str | None) -> Number:
    """Return the interval that the comparator opens around `value`."""
    counted = value == round(value) and not (unit and MONEY_OR_SHARE.match(unit))
    step = 1 if counted else 0
    low, high = {
        Comparator.EXACT: (value, value),
        Comparator.AT_LEAST: (value, None),
        Comparator.AT_MOST: (0, value),
        Comparator.MORE_THAN: (value + step, None),
        Comparator.LESS_THAN: (0, max(value - step, 0)),
        Comparator.ABOUT: _around(value, text, counted=counted),
    }[kind]
    return Number(value, low, high, kind, unit)


def _around(value: float, text: str, *, counted: bool) -> tuple[float, float]:
    """Return a tenth on both sides, or below only for "nearly"."""
    low, high = value * 0.9, value if _NEARLY.search(text) else value * 1.1
    if not counted:
        return round(low, 6), round(high, 6)
    return math.floor(low), math.ceil(round(high, 6))


def _qualitative(text: str, unit: str | None) -> Number | None:
    """Return an unbounded number for words such as "heavy losses"."""
    found = QUALITATIVE.search(text)
    return Number(None, None, None, Comparator.VAGUE, unit) if found else None
