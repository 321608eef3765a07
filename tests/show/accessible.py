"""What axe finds on a page, in the light theme and in the dark one."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# A theme changes colours alone: no other rule can find more in the second one.
# To preload, axe would ask for the style sheet itself, which the pages' policy forbids.
EVERYTHING: dict[str, Any] = {"resultTypes": ["violations"], "preload": False}
COLOURS = EVERYTHING | {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
AGAIN = "options => axe.run(document, options).then(found => found.violations)"
DARKEN = "document.documentElement.dataset.theme = 'dark'"


def findings(axe: Axe, page: Page) -> list[str]:
    """Return what is against WCAG or good practice on a page that is open in the light theme."""
    light = axe.run(page, options=EVERYTHING).response["violations"]
    page.evaluate(DARKEN)
    dark = page.evaluate(AGAIN, COLOURS)
    return [f"{v['impact']} {v['id']}: {v['nodes'][0]['html'][:120]}" for v in (*light, *dark)]
