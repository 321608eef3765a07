"""Ids: hashes of what makes the thing itself, so that a second run adds nothing."""

from __future__ import annotations

import hashlib
import json

_LENGTH = 16


def content_id(*parts: object) -> str:
    """Return 16 hex digits (64 bits) of SHA-256 over `parts`, written as canonical JSON.

    `parts` are strings, numbers, booleans, None, or nested lists and tuples of these.
    The same parts give the same id on every machine; ("a", "b") and ("ab",) differ.

    Raises `TypeError` for parts that JSON cannot write.
    """
    canonical = json.dumps(parts, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:_LENGTH]
