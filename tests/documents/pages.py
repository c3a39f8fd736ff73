"""The topic as an HTML page and as Markdown."""

from html import escape

from tests.documents.topic import BREADCRUMB, LEAD, PARTS, TITLE, Part


def html() -> bytes:
    """The topic as a page saved from a browser, with the scripts that such pages have."""
    body = "\n".join(_html(part) for part in PARTS)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>'
        "<style>p { color: black }</style><script>track('reader')</script></head><body onload=\"track()\">"
        f"<nav>{escape(BREADCRUMB)}</nav><h1>{TITLE}</h1><p onclick='x()'>{LEAD}</p>{body}</body></html>"
    ).encode()


def markdown() -> bytes:
    """The topic as Markdown."""
    blocks = [BREADCRUMB.replace(">", "\\>"), f"# {TITLE}", LEAD, *(_markdown(part) for part in PARTS)]
    return ("\n\n".join(blocks) + "\n").encode()


def _html(part: Part) -> str:
    if part.kind in ("ul", "ol"):
        return f"<{part.kind}>{''.join(f'<li>{escape(row)}</li>' for row in part.rows)}</{part.kind}>"
    if part.kind == "table":
        head, *rest = [row.split("|") for row in part.rows]
        rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rest)
        return f"<table><tr>{''.join(f'<th>{cell}</th>' for cell in head)}</tr>{rows}</table>"
    return f"<{part.kind}>{escape(part.text)}</{part.kind}>"


def _markdown(part: Part) -> str:
    if part.kind in ("ul", "ol"):
        return "\n".join(f"{'-' if part.kind == 'ul' else '1.'} {row}" for row in part.rows)
    if part.kind == "table":
        head, *rest = [f"| {row.replace('|', ' | ')} |" for row in part.rows]
        return "\n".join([head, "|---|---|---|", *rest])
    return {"h2": "## ", "h3": "### "}.get(part.kind, "") + part.text
