"""How long adding one more article takes when the store holds few, and when it holds many.

    python bench/incremental.py [ARTICLES] [--store DIR] [--quick]

Short articles of our own making, three on each of many invented strikes, each on other days, in
other towns, of other unions and companies; the governments that speak in them are of 24 countries,
so that some actors are in hundreds of articles. They are read with the parser and the rules (no
tagger) before the clock starts; timed is `KnowledgeGraph.add_readings` of one article at a time.
The first hundred are measured again in a new store at the end, as the machine then was.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Container, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from kg import KnowledgeGraph, pipeline
from kg.annotate import Annotator
from kg.errors import KgError
from kg.model import Article, Block, BlockKind, Reading, Span, content_id

ARTICLES = 5000
WINDOW = 100
START = date(2021, 1, 4)
A_DAY = 3

FIRST = "Bel Cor Dal Fen Gar Hol Kes Lum Mar Nor Oss Pel Quin Ros Sel Tam Ul Ver Wil Zar".split()
LAST = "ford ham brook dale wick mouth stead ton vale port gate field bury minster haven".split()
TRADES = "Dockers Miners Weavers Nurses Drivers Bakers Printers Welders Porters Cleaners".split()
FIRMS = "Freight Mills Transit Steel Harbour Textiles Foods Energy Paper Glass".split()
GIVEN = "Ada Bruno Carla Dario Elena Felix Greta Hugo Irma Jonas Karin Luis Mona Nils Olga".split()
FAMILY = "Abend Brask Corvo Dreyer Estal Fonter Grabel Hostin Iverno Jaspers Kolbin Lantos".split()
PEOPLES = (
    "Peruvian Chilean Kenyan Ghanaian Danish Norwegian Polish Czech Thai Nepalese Canadian Mexican"
    " Belgian Austrian Portuguese Irish Moroccan Tunisian Zambian Bolivian Uruguayan Finnish"
    " Hungarian Croatian"
).split()

WORDINGS = """\
The {union} said on {day} that {many} workers walked out in {town}. {firm} spokeswoman {her} said\
 that only {few} employees took part. The {people} government called on both sides to return to\
 talks.
Police in {town} detained {held} people during the strike, the {people} interior ministry said on\
 {day}. Union leader {him} denied that workers had attacked anyone. The {union} said that {more}\
 people were detained.
{firm} lost 4 million dollars in the strike at {town}, the company said on {day}. The {union} said\
 that {many} workers were still on strike. "We will not give in," said {him}, the leader of the\
 {union}.
""".splitlines()


class Spent(NamedTuple):
    """What adding one article took, in seconds: by the clock, and of all cores together."""

    wall: float
    cpu: float


def main() -> None:
    """Measure, and print one line of JSON."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("articles", nargs="?", type=int, default=ARTICLES)
    options.add_argument("--store", help="a folder that is not there yet; default: a temporary one")
    options.add_argument("--quick", action="store_true", help="between the ends add hundreds")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = Path(chosen.store or folder) / "store"
        single = range(0, chosen.articles, WINDOW)
        if chosen.quick:
            single = range(0, chosen.articles, max(WINDOW, chosen.articles - WINDOW))
        seconds, quads = _timed(where, readings(chosen.articles), single)
        again, _ = _timed(where.with_name("again"), readings(WINDOW), [0])
    sums = {
        "first_hundred": seconds[:WINDOW],
        "last_hundred": seconds[-WINDOW:],
        "first_hundred_again": again,
    }
    found: dict[str, float] = {"articles": chosen.articles, "quads": quads}
    for name, spent in sums.items():
        found[f"{name}_median_ms"] = round(statistics.median(one.wall for one in spent) * 1000, 1)
        found[f"{name}_cpu_median_ms"] = round(statistics.median(o.cpu for o in spent) * 1000, 1)
    found |= {
        "ratio": _ratio(seconds[-WINDOW:], seconds[:WINDOW], "wall"),
        "ratio_again": _ratio(seconds[-WINDOW:], again, "wall"),
        "ratio_cpu": _ratio(seconds[-WINDOW:], seconds[:WINDOW], "cpu"),
        "total_s": round(sum(one.wall for one in seconds), 1),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    print(json.dumps(found))


def _ratio(late: Sequence[Spent], early: Sequence[Spent], clock: str) -> float:
    first, last = (
        statistics.median(float(getattr(one, clock)) for one in some) for some in (early, late)
    )
    return round(last / first, 2)


def _timed(
    where: Path, readings: Iterator[Reading], single: Container[int]
) -> tuple[list[Spent], int]:
    """Add the readings; return the seconds of those added one by one, and the quads in the end.

    The hundreds that start at a number not in `single` are added at one go: the store holds the
    same after them. What comes first lets caches and libraries warm up in a store of its own.
    """
    number = 0
    seconds: list[Spent] = []
    with KnowledgeGraph.open(where) as graph:
        while some := tuple(islice(readings, WINDOW)):
            if not number:
                _warm(some)
            number += len(some)
            if number - len(some) not in single:
                graph.add_readings(some)
                continue
            for reading in some:
                wall, cpu = time.perf_counter(), time.process_time()
                graph.add_readings([reading])
                spent = Spent(time.perf_counter() - wall, time.process_time() - cpu)
                seconds.append(spent)
            last = statistics.median(one.wall for one in seconds[-WINDOW:]) * 1000
            print(f"{number} articles, median {last:.0f} ms", file=sys.stderr)
        return seconds, graph.count()


def _warm(readings: Sequence[Reading]) -> None:
    with KnowledgeGraph.in_memory() as graph:
        graph.add_readings(readings[:3])


def readings(count: int) -> Iterator[Reading]:
    """Yield so many articles of invented news, read by rules."""
    annotator = Annotator.load(tagger=False)
    for reading in pipeline.read_articles(map(article, range(count)), annotator, "rules"):
        if isinstance(reading, KgError):
            raise reading
        yield reading


def article(number: int) -> Article:
    """Return the article of that number: the third part of a strike's story."""
    strike, part = divmod(number, len(WORDINGS))
    published = START + timedelta(days=number // A_DAY)
    town = f"{_pick(FIRST, strike)}{_pick(LAST, strike // 20)}"
    words = {
        "town": town,
        "day": f"{published:%A}",
        "union": f"{town} {_pick(TRADES, strike)} Union",
        "firm": f"{_pick(FIRST, strike // 3)}{_pick(LAST, strike)} {_pick(FIRMS, strike // 7)}",
        "her": f"{_pick(GIVEN, strike)} {_pick(FAMILY, strike // 5)}",
        "him": f"{_pick(GIVEN, strike // 2)} {_pick(FAMILY, strike)}",
        "people": _pick(PEOPLES, strike),
        "many": 300 + strike % 511,
        "few": 40 + strike % 37,
        "held": 5 + strike % 17,
        "more": 25 + strike % 19,
    }
    text = WORDINGS[part].format(**words)
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
    key = content_id("bench", number, text)
    outlet = f"{_pick(FIRST, number)} {('Courier', 'Herald', 'Post')[part]}"
    return Article(
        key, f"bench/{number}.txt", text, blocks, outlet=outlet, published=published, url=None
    )


def _pick(words: list[str], number: int) -> str:
    return words[number % len(words)]


if __name__ == "__main__":
    main()
