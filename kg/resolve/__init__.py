"""Mentions to actors, places, times, quantities and claims; statements are never rewritten."""

from __future__ import annotations

from kg.model import Document, Extraction, Mention, Reading
from kg.resolve.attributions import attributions
from kg.resolve.claims import claims, remade
from kg.resolve.denotes import Denotes, denotes
from kg.resolve.gazetteer import location
from kg.resolve.quantities import quantities
from kg.resolve.register import actor_id

__all__ = ["remade", "resolve"]


def resolve(document: Document, extraction: Extraction) -> Reading:
    """Return all that one article says: who, where, when, how many, and who claims what.

    Mentions that two actors fit equally well stay unresolved. Never raises on odd text.
    """
    known = denotes(document, extraction)
    measured = quantities(document, extraction, known)
    voiced = attributions(known.scene, known.noted)
    claimed, commitments = claims(document, extraction, known, measured, voiced)
    return Reading(
        document.article,
        extraction.statements,
        tuple(sorted(known.actors.values(), key=lambda actor: actor.id)),
        known.locations,
        _mentions(known),
        voiced,
        measured,
        claimed,
        commitments,
    )


def _mentions(known: Denotes) -> tuple[Mention, ...]:
    """Return the mentions of actors and places in the order of the text."""
    article = known.scene.document.article.id
    drafts = known.scene.register.drafts
    found = [Mention(article, s, actor_id(drafts[key]), why) for s, key, why in known.noted]
    found += [Mention(article, s, location(place).id, why) for s, place, why in known.placed]
    return tuple(sorted(set(found), key=lambda m: (m.span, m.entity, len(m.features))))
