"""What looks like a headline or a section heading, and what hangs behind it."""

from __future__ import annotations

import re
import unicodedata
from itertools import takewhile

_CLOSERS = "\"'”’»)]*_ \t"
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_SMALL = frozenset(
    """a an and as at but by for from in into is nor of off on onto or over per than that the to up
    via vs vs. with after amid it its be are""".split()
)
_ARTICLES = frozenset({"a", "an", "the"})
_SPEECH_OPENS = frozenset('"“”«')
_CLOSING = frozenset("’”»›…—–")
_CODECS = ("cp1252", "cp1250", "cp1254", "cp1257", "cp1258", "cp1251", "mac_roman", "latin-1")
"""Eight-bit encodings that UTF-8 is most often misread in."""

_PICTURE = frozenset({"So", "Sk", "Sm", "Mn", "Me", "Cf"})
_FIRST_PICTURE = "\u2190"
"""Arrows and all blocks of pictographs come after it; signs such as the degree before."""

_COUNTED_TAIL = re.compile(r"\s*(?P<junk>[^\x00-\x7f]+)\s*\d{0,4}$")


def ends_sentence(text: str) -> bool:
    """Tell whether `text` ends as a sentence does, closing quotes aside."""
    return text.rstrip(_CLOSERS).endswith((".", "!", "?", "…"))


def is_headline(text: str) -> bool:
    """Tell whether a line at the top of an article can be its headline.

    A sentence can be one too when it is short, alone and in the language of headlines: in title
    case, or without articles.
    """
    words = text.split()
    if not 2 <= len(words) <= 30 or _is_label(text) or text[0].islower():
        return False
    if not text.rstrip(_CLOSERS).endswith("."):
        return not re.search(r"[.!?][”\"’]?\s", text) or title_case(text)
    lower = {word.lower() for word in words}
    return len(words) <= 20 and (title_case(text) or not lower & _ARTICLES)


def is_heading(text: str) -> bool:
    """Tell whether a line in the body is a section heading: short, in title case, no sentence.

    A shout ("Sorry!"), a quoted line and the turns of an interview ("Q: ...") are speech.
    """
    words = text.split()
    if _ends_open(text) or text.endswith("!") or text[0] in _SPEECH_OPENS:
        return False
    shouted = len(words) == 1 and text.endswith("?")
    return len(words) <= 16 and not shouted and words[0] not in {"Q:", "A:"} and title_case(text)


def is_plain_heading(text: str) -> bool:
    """Tell whether a line could be a heading in sentence case; what follows it must decide."""
    words = text.split()
    bare = text.rstrip(_CLOSERS)
    return (
        2 <= len(words) <= 8
        and not _ends_open(text)
        and not bare.endswith(("!", "?"))
        and bare == text
        and text[0].isupper()
        and not re.search(r"[@#]\w|https?:|\.com\b", text)
    )


def title_case(text: str) -> bool:
    """Tell whether four in five words of weight start with a capital, and one at least does."""
    words = [word for word in _WORD.findall(text) if word.lower() not in _SMALL]
    capital = sum(not word[0].islower() for word in words)
    return bool(words) and capital >= 0.8 * len(words)


def trimmed(title: str) -> str:
    """Return a title without the emoji, also misread ones, and the counter at its end.

    >>> trimmed("Both sides claim victory🔥62")
    'Both sides claim victory'
    """
    found = _COUNTED_TAIL.search(title[-40:])
    if found is None:
        return title
    clean = _letters(found["junk"])
    if clean == found["junk"]:
        return title
    start = len(title) - len(title[-40:]) + found.start("junk")
    return (title[:start] + clean).rstrip() or title


def _letters(run: str) -> str:
    """Return how much of a run of non-ASCII characters belongs to the word before it."""
    for is_picture in (_all_symbols, _misread, _garbled):
        for start in range(len(run)):
            if is_picture(run[start:]):
                return run[:start]
    return run


def _all_symbols(run: str) -> bool:
    categories = {unicodedata.category(character) for character in run}
    return categories <= _PICTURE and max(run) >= _FIRST_PICTURE


def _misread(run: str) -> bool:
    """Tell whether the bytes of the run, in some eight-bit encoding, are an emoji in UTF-8."""
    return any(_all_symbols(read) for codec in _CODECS if (read := _reread(run, codec)))


def _reread(run: str, codec: str) -> str:
    try:
        return b"".join(_byte(character, codec) for character in run).decode()
    except UnicodeError:
        return ""


def _byte(character: str, codec: str) -> bytes:
    """Encode as browsers decode: bytes that the code page leaves open are control characters."""
    return character.encode("latin-1" if unicodedata.category(character) == "Cc" else codec)


def _garbled(run: str) -> bool:
    """Tell whether letters and symbols are mixed as in no word, for bytes that were lost.

    Such a run starts with one or two letters, never ends in a closing quote or dash alone, and is
    at least three characters long.
    """
    letters = sum(1 for _ in takewhile(str.isalpha, run))
    rest = run[letters:]
    return len(run) >= 3 and 1 <= letters <= 2 and bool(rest) and not set(rest) <= _CLOSING


def _ends_open(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith((".", ":", ";", ",", "…"))


def _is_label(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith((":", ","))
