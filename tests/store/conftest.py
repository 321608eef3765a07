from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.rdf import BASE, PREFIXES
from kg.store import Store, open_store
from tests.store.engines import ENGINES, address


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with (
        address(request.param, tmp_path) as where,
        open_store(where, prefixes=PREFIXES, within=BASE) as opened,
    ):
        yield opened
