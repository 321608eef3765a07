"""Words of a content as stems, to see whether two contents speak of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TypeVar
from zlib import crc32

T = TypeVar("T")

STOP = frozenset(
    "a about after all also although an and any are as at be because been before being both but"
    " by can could did do does during each for from further had has have he her here him his how"
    " i if in including into is it its just may might more most must no nor not of off on only"
    " onto or other our out over own per said same say says shall she should since so some such"
    " than that the their them then there these they this those through to too toward under until"
    " up upon us very was we were what when where which while who whom whose why will with within"
    " without would you your many much one two several every new later earlier".split()
)
SENSES = Path(__file__).with_name("data") / "senses.tsv"
"""A sense and its words, tab separated, a line each."""

_WORD = re.compile(r"[^\W_]+(?:[\u2019'-][^\W_]+)*")
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ed", "es", "s")
_SHINGLE = 4
_KEPT = 4096
"""Texts whose runs stay at hand: one is held against many."""
_SEEDS = (0, 0x9E3779B9, 0x85EBCA6B, 0xC2B2AE35)


def stem(word: str) -> str:
    """Return `word` in lower case without a possessive and one common English ending."""
    plain = re.sub(r"[\u2019']s?$", "", word.lower())
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:
            return plain[: -len(ending)]
    return plain.removesuffix("e") if len(plain) > 4 else plain


def stems(text: str) -> frozenset[str]:
    """Return the stems of the content words of `text`; words of one sense give one."""
    words = (word.lower() for word in _WORD.findall(text))
    kept = (stem(w) for w in words if w not in STOP and not (w.isascii() and len(w) < 3))
    senses = _senses()
    return frozenset(senses.get(one, one) for one in kept)


@cache
def _senses() -> Mapping[str, str]:
    """Return the stem that stands for each stem of a sense: that of the sense's own name."""
    lines = SENSES.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {stem(word): stem(name) for name, words in rows for word in words.split()}


def overlap(one: frozenset[T], other: frozenset[T]) -> float:
    """Return the share of the smaller set that the other holds (Szymkiewicz-Simpson)."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def fingerprints(text: str) -> tuple[str, ...]:
    """Return four min-hashes over runs of four words; none for a text shorter than eight words.

    Two texts share one with about the probability that a run of either is in both
    (Broder 1997, https://doi.org/10.1109/SEQUEN.1997.666900).
    """
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < 2 * _SHINGLE:
        return ()
    runs = shingles(words)
    return tuple(
        f"{n}-{min(crc32(run, seed) for run in runs):08x}" for n, seed in enumerate(_SEEDS)
    )


def shingles(words: Iterable[str]) -> frozenset[bytes]:
    """Return the runs of four `words`."""
    ordered = list(words)
    last = len(ordered) - _SHINGLE + 1
    return frozenset(" ".join(ordered[i : i + _SHINGLE]).encode() for i in range(last))


@lru_cache(maxsize=_KEPT)
def text_shingles(text: str) -> frozenset[bytes]:
    """Return the runs of four words of `text`, in lower case."""
    return shingles(word.lower() for word in _WORD.findall(text))
