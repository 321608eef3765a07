"""Lemmas that the small English model is known to get wrong, by word form."""

from __future__ import annotations

CORRECTED = {
    "hoped": "hope",
    "hopes": "hope",
    "hoping": "hope",
}


def lemma_of(form: str, lemma: str) -> str:
    """Return the lemma of a word form, corrected where the model errs.

    >>> lemma_of("hoped", "hop")
    'hope'
    """
    return CORRECTED.get(form.lower(), lemma)
