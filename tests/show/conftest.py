"""A real Chromium without a network, and the site of the sample articles."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from kg import KnowledgeGraph

# Without these, Chromium asks hosts of its own in the background.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Watched:
    """A page and everything it asked for or complained about."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: Path, fragment: str = "") -> Page:
        self.page.goto(f"{path.as_uri()}{fragment}")
        return self.page

    def assert_quiet(self) -> None:
        asked = [url for url in self.requests if not url.startswith(("file:", "data:", "blob:"))]
        assert asked == []
        assert self.complaints == []


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(offline=True, viewport={"width": 1440, "height": 900})
    yield opened
    opened.close()


@pytest.fixture
def watched(context: BrowserContext) -> Watched:
    page = context.new_page()
    result = Watched(page)
    page.on("request", lambda request: result.requests.append(request.url))
    page.on("pageerror", lambda error: result.complaints.append(str(error)))
    page.on(
        "console",
        lambda message: result.complaints.append(message.text) if message.type == "error" else None,
    )
    return result


@pytest.fixture(scope="session")
def site(samples: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site of the samples."""
    return samples.page(tmp_path_factory.mktemp("site")).parent
