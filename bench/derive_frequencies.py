"""Count in how many news articles each word stem stands: `kg/relate/data/frequencies.tsv`.

    python bench/derive_frequencies.py POLNEAR

`POLNEAR` holds the training texts of PolNeAR (Newell, Margolin and Ruths 2018,
https://aclanthology.org/L18-1524/). Only counts enter the table, no text.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from kg.relate.telling import FREQUENCIES, telling

LEAST = 5
"""Articles that a stem must stand in; rarer ones count as this rare."""

HEADER = (
    "# Word stems and in how many of the articles they stand, first the number of articles.\n"
    "# Counted by bench/derive_frequencies.py in the training texts of PolNeAR (US news, 2016).\n"
)


def main(corpus: Path) -> None:
    """Write the table, sorted by stem."""
    texts = sorted((corpus / "train" / "text").glob("*.txt"))
    found = Counter(
        stem for text in texts for stem in set(telling(text.read_text(encoding="utf-8")))
    )
    kept = sorted((stem, n) for stem, n in found.items() if n >= LEAST)
    rows = "".join(f"{stem}\t{n}\n" for stem, n in kept)
    FREQUENCIES.write_text(f"{HEADER}\t{len(texts)}\n{rows}", encoding="utf-8")
    print(f"{FREQUENCIES.name}: {len(kept)} stems of {len(texts)} articles")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
