"""Cases that are tables: tab-separated, the first line names the columns."""

from pathlib import Path

_FOLDER = Path(__file__).parents[1] / "cases" / "read"


def rows(name: str) -> list[dict[str, str]]:
    head, *body = (_FOLDER / name).read_text("utf-8").splitlines()
    columns = head.split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in body]
