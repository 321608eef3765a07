"""The pages of the server itself: a form for SPARQL with its answer, and the API described."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import jinja2

from kg.rdf import BASE, KG
from kg.rdf.ontology import ontology_text
from kg.store import Answer, Iri, NamedQuery, Term
from kg.store.results import read_rows

_LAYOUT = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'">
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  color: #1c1c1c; background: #fff }
textarea { width: 100%; font: 14px/1.4 ui-monospace, monospace; box-sizing: border-box }
code, pre { font: 14px/1.4 ui-monospace, monospace } pre { overflow-x: auto }
table { border-collapse: collapse } .wide { overflow-x: auto }
td, th { text-align: left; vertical-align: top; padding: .2rem 1rem .2rem 0 }
td { overflow-wrap: anywhere }
</style></head><body><main><h1>{{ title }}</h1>{% block main %}{% endblock %}
<p><a href="/">the pages</a> · <a href="/sparql">SPARQL</a> · <a href="/api">the API</a> ·
<a href="/ontology/">the terms</a></p>
</main></body></html>
"""
_SPARQL = """{% extends "layout" %}{% block main %}
<form action="/sparql"><p><label for="query">A query (SPARQL 1.1; all graphs together)</label></p>
<textarea id="query" name="query" rows="12">{{ query }}</textarea><p><button>Ask</button></p></form>
{% if answer %}<h2>The answer</h2>
{% if answer.text is not none %}<pre>{{ answer.text }}</pre>
{% else %}<p>{{ answer.rows | length }} row{{ "" if answer.rows | length == 1 else "s" }}</p>
<div class="wide"><table><tr>
{% for name in answer.names %}<th scope="col">{{ name }}</th>{% endfor %}</tr>
{% for row in answer.rows %}<tr>{% for text, link in row %}
<td>{% if link %}<a href="{{ link }}">{{ text }}</a>{% else %}{{ text }}{% endif %}</td>{% endfor %}
</tr>{% endfor %}</table></div>{% endif %}
{% endif %}<h2>Questions with a name</h2>
{% for one in queries %}<details><summary>{{ one.question }}</summary>
<p><a href="/sparql?{{ {'query': one.sparql} | urlencode }}">Ask: {{ one.name }}</a></p>
<pre>{{ one.sparql }}</pre></details>
{% endfor %}{% endblock %}
"""
_FIRST = """SELECT ?claimant ?words WHERE {
  ?statement kg:claimant/rdfs:label ?claimant ; kg:content/oa:exact ?words .
} ORDER BY ?claimant ?words LIMIT 50"""
# Folder of an address of data -> where the server shows it.
_SHOWN = {
    "article": "/article/{}.html",
    "actor": "/api/actors/{}",
    "statement": "/api/statements/{}",
}
_API = """{% extends "layout" %}{% block main %}
<p>{{ info.description }} As <a href="/api/openapi.json">OpenAPI {{ openapi }}</a>.</p>
{% for path, methods in paths.items() %}<h2><code>GET {{ path }}</code></h2>
<p>{{ methods['get'].summary }}</p>
<table>{% for one in methods['get'].parameters %}<tr>
<th scope="row"><code>{{ one.name }}</code></th>
<td>{{ one.description }}</td></tr>{% endfor %}</table>
{% endfor %}{% endblock %}
"""
_PAGES = jinja2.Environment(
    loader=jinja2.DictLoader({"layout": _LAYOUT, "sparql": _SPARQL, "api": _API}),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
)


Cell = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer as the page shows it: a table of texts with links, or one text."""

    names: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    text: str | None = None


def shown(document: str, form: str) -> Shown:
    """Return an answer in the format "json" or another of `kg.store.RESULT_FORMATS` as shown."""
    if form != "json":
        return Shown(text=document)
    found = read_rows(document)
    if isinstance(found, Answer):
        return Shown(text="yes" if found else "no")
    return Shown(found.variables, tuple(tuple(map(_cell, row)) for row in found.rows))


def _cell(term: Term | None) -> Cell:
    """Return the text of a term and, for a thing or term of kg, where it is shown."""
    if term is None:
        return "", None
    if not isinstance(term, Iri):
        return term.value, None
    if term.value.startswith(KG):
        name = term.value.removeprefix(KG)
        return f"kg:{name}", f"/ontology/#{name}" if name in _defined() else None
    if not term.value.startswith(BASE):
        return term.value, None
    folder, _, key = term.value.removeprefix(BASE).partition("/")
    place = _SHOWN.get(folder)
    return f"{folder}/{key}", place.format(key) if place else None


@cache
def _defined() -> frozenset[str]:
    """Return the names that the page of the ontology has; those of open lists it has not."""
    return frozenset(re.findall(r'<section id="([^"]+)"', ontology_text("index.html")))


def sparql_page(
    queries: Iterable[NamedQuery], query: str = _FIRST, answer: Shown | None = None
) -> str:
    """Return the page with a form for a query, its answer if there is one, the named questions."""
    page = _PAGES.get_template("sparql")
    return page.render(title="SPARQL", queries=list(queries), query=query, answer=answer)


def api_page(description: dict[str, Any]) -> str:
    """Return the page that describes the API, from its OpenAPI description."""
    return _PAGES.get_template("api").render(title="The API of kg", **description)
