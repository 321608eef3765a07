"""Judge the links that kg draws in whole collections of stories.

    PYTHONPATH=. python bench/stories.py stories reports telegrams [FOLDER ...] [--list]

Takes the names of collections in `tests/cases`, or folders of stories in the same form
(`tests/test_stories.py` tells which); with none, all collections. Prints for each how many of the
disputes drawn are right and how many of those listed are found, by kind of story; with `--list`
also what is wrong, missed, or said to be false.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.annotate import Annotator
from tests.test_stories import COLLECTIONS, complaints, judged_all, load, table


def main() -> None:
    """Judge and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", default=tuple(COLLECTIONS))
    parser.add_argument("--list", action="store_true", help="print what is wrong and missed")
    asked = parser.parse_args()
    annotator = Annotator.load()
    for name in asked.names:
        cases = COLLECTIONS.get(name) or [load(path) for path in sorted(Path(name).glob("*.yaml"))]
        verdicts = judged_all(cases, annotator)
        print(f"{name}\n{table(verdicts)}", flush=True)
        if asked.list:
            print(complaints(verdicts, "wrong", "violated", "missed"), flush=True)


if __name__ == "__main__":
    main()
