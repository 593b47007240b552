"""Tables of knowledge, written as text: a row a line, fields split by |, several values of a field by ;"""


def rows(table: str) -> list[list[str]]:
    """The fields of each line that is not empty."""
    return [[field.strip() for field in line.split("|")] for line in table.strip().splitlines() if line.strip()]


def several(field: str) -> tuple[str, ...]:
    """'a; b' as ('a', 'b'); '' as ()."""
    return tuple(part.strip() for part in field.split(";") if part.strip())
