"""The two pages of the server itself: a form for SPARQL, and the description of the API."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import jinja2

from kg.store import NamedQuery

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
table { border-collapse: collapse } td, th { text-align: left; padding: .2rem 1rem .2rem 0 }
</style></head><body><main><h1>{{ title }}</h1>{% block main %}{% endblock %}
<p><a href="/">the pages</a> · <a href="/sparql">SPARQL</a> · <a href="/api">the API</a></p>
</main></body></html>
"""
_SPARQL = """{% extends "layout" %}{% block main %}
<form action="/sparql"><p><label for="query">A query (SPARQL 1.1; all graphs together)</label></p>
<textarea id="query" name="query" rows="12">SELECT ?claimant ?words WHERE {
  ?statement kg:claimant/rdfs:label ?claimant ; kg:content/oa:exact ?words .
} ORDER BY ?claimant ?words LIMIT 50</textarea><p><button>Ask</button></p></form>
<h2>Questions with a name</h2>
{% for one in queries %}<details><summary>{{ one.question }}</summary>
<pre>{{ one.sparql }}</pre></details>
{% endfor %}{% endblock %}
"""
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


def sparql_page(queries: Iterable[NamedQuery]) -> str:
    """Return the page with a form for a query, and the named questions."""
    return _PAGES.get_template("sparql").render(title="SPARQL", queries=list(queries))


def api_page(description: dict[str, Any]) -> str:
    """Return the page that describes the API, from its OpenAPI description."""
    return _PAGES.get_template("api").render(title="The API of kg", **description)
