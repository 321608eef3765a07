"""Errors for the user: what failed, in which file, and the way out."""

from __future__ import annotations


class KgError(Exception):
    """What kg raises on purpose.

    `where` names the file, store or query; `what` says what is wrong with it; `way_out` what
    the user can do.
    """

    def __init__(self, where: str, what: str, way_out: str) -> None:
        super().__init__(f"{where}: {what}; {way_out}")
        self.where = where
        self.what = what
        self.way_out = way_out

    def __reduce__(self) -> tuple[type[KgError], tuple[str, str, str]]:
        """Let an error pass from one process to another."""
        return type(self), (self.where, self.what, self.way_out)


class ReadError(KgError):
    """A file that cannot be read as an article."""


class ArticleError(KgError):
    """An article that was read but that a later stage could not take."""

    @classmethod
    def from_fault(cls, path: str, fault: Exception) -> ArticleError:
        """Wrap an unforeseen `fault`, kept as `__cause__` for `--debug`."""
        error = cls(
            path,
            f"cannot be analysed ({type(fault).__name__}: {fault})",
            "the other articles were added; please report it with the text and --debug",
        )
        error.__cause__ = fault
        return error


class StoreError(KgError):
    """A store that cannot be opened, read or written."""


class WriteError(KgError):
    """A file or folder that cannot be written."""


class QueryError(KgError):
    """A query that is unknown, malformed or not allowed."""


class ModelError(KgError):
    """A language model that is missing or does not fit."""


class NotFoundError(KgError):
    """Something asked for by name that the store does not hold."""
