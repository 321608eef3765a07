"""Word lists, written as one writes words."""


def words(text: str) -> frozenset[str]:
    """Return the words of `text`."""
    return frozenset(text.split())
