"""Pages that open from disk without a request and run no script but ours.

Article text is hostile input: templates autoescape, data goes to scripts as inert JSON, and a
content security policy (https://www.w3.org/TR/CSP3/) lets no script run but the site's own files,
or, in a page that stands alone, the texts whose hashes it names.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined

from kg.model import content_id
from kg.show import terms

TEMPLATES = "templates"
STYLE, PAGE, GRAPH, SVG, VIS = "style.css", "page.js", "graph.js", "svg.js", "vis-network.min.js"
# Written for each site: what the filters of cards look up.
CARDS = "cards.js"
ASSETS = (STYLE, PAGE, GRAPH, SVG, VIS)
PLAIN = re.compile(r"[A-Za-z0-9_-]{1,100}")
GRAPH_SCRIPTS = (VIS, SVG, GRAPH, PAGE)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a page stands: `root` leads to the start page, `alone` pages carry all they need."""

    root: str = ""
    alone: bool = False


TOP, BELOW, ALONE = Frame(), Frame(root="../"), Frame(alone=True)


@cache
def environment() -> Environment:
    """Return the one autoescaping template environment of the package."""
    made = Environment(
        loader=PackageLoader("kg.show", TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        words=terms.spaced,
        link=terms.link,
        kind=terms.actor,
        remark=terms.remark,
        day=terms.day,
        shortened=terms.shortened,
        web=web,
        leaf=leaf,
    )
    made.globals.update(counted=terms.counted)
    return made


@cache
def asset(name: str) -> str:
    """Return the text of a style or script: ours, or vis-network as pyvis ships it."""
    if name == VIS:
        found = resources.files("pyvis").joinpath("templates/lib/vis-9.1.2", VIS)
    else:
        found = resources.files("kg.show").joinpath(TEMPLATES, name)
    return found.read_text(encoding="utf-8")


def policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """Return a content security policy with these sources of scripts and styles."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(sorted(set(scripts)))}",
            f"style-src {' '.join(sorted(set(styles)))}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def render(
    template: str, frame: Frame = TOP, scripts: tuple[str, ...] = (PAGE,), **context: object
) -> str:
    """Fill a template; `scripts` are names of `ASSETS`, run in this order."""
    texts = {name: asset(name) for name in (STYLE, *scripts)} if frame.alone else {}
    script_sources = [_hash(texts[name]) for name in scripts if frame.alone] or ["'self'"]
    style_sources = [_hash(texts[STYLE])] if frame.alone else ["'self'"]
    return (
        environment()
        .get_template(template)
        .render(
            policy=policy(script_sources, style_sources),
            frame=frame,
            root=frame.root,
            texts=texts,
            scripts=scripts,
            **context,
        )
    )


def leaf(key: str) -> str:
    """Return an id as a file name or anchor: itself, or a hash of one that is no plain word."""
    return key if PLAIN.fullmatch(key) else content_id(key)


def web(url: str | None) -> str | None:
    """Return an address only if a browser may safely follow it."""
    return url if url and url.lower().startswith(("https://", "http://")) else None


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
