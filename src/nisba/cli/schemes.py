"""`nisba schemes`: which romanization standards there are, and what one of them says."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from nisba.cli.arguments import TEXT
from nisba.cli.output import aligned, as_json, could_not_run

if TYPE_CHECKING:
    from nisba.translit.scheme_types import Scheme


@click.command(short_help="List the romanization standards, or describe one.")
@click.argument("ident", metavar="[ID]", required=False, type=TEXT)
@click.option("--json", "json_", is_flag=True, help="Print JSON.")
def schemes(ident: str | None, json_: bool) -> None:
    """List the romanization standards, or describe the one called ID.

    A description has the authority and the year, the sources and how far to trust them, what is in
    doubt, every rule with the standard's own number, and the examples; published ones are marked.

    \b
    Example:
      nisba schemes
      nisba schemes ala-lc
    """
    from nisba.translit.schemes import load_scheme, scheme_ids

    if ident is None:
        found = [load_scheme(each) for each in scheme_ids()]
        click.echo(as_json([_summary(s) for s in found]) if json_ else _list_of(found))
        return
    try:
        scheme = load_scheme(ident)
    except ValueError as fault:  # unknown or faulty
        could_not_run(fault)
    click.echo(as_json(_as_dict(scheme)) if json_ else "\n".join(_description(scheme)))


def _list_of(found: list["Scheme"]) -> str:
    rows = [("id", "language", "year", "kind", "reversible", "title")]
    rows += [
        (s.id, s.language, s.year, s.kind, "yes" if s.reversible else "no", s.title) for s in found
    ]
    return aligned(rows)


def _description(scheme: "Scheme") -> Iterator[str]:
    yield scheme.title
    yield ""
    yield aligned(
        [
            ("id", scheme.id),
            ("authority", scheme.authority),
            ("year", scheme.year),
            ("language", f"{scheme.language}, script {scheme.script}"),
            ("kind", scheme.kind),
            ("reversible", "yes" if scheme.reversible else "no"),
            *scheme.features.items(),
        ]
    )
    if scheme.notes:
        yield "\nNotes and doubts"
        yield from (f"* {note}" for note in scheme.notes)
    yield "\nSources"
    for source in scheme.sources:
        note = f" {source['note']}" if source.get("note") else ""
        yield f"* {source['key']}: {source['title']}.{note}"
    yield "\nRules"
    rows = [("id", "unit", "context", "output", "rule", "note")]
    for rule in scheme.rules:
        context = " ".join(sorted(rule.context))
        letters = scheme.kind == "letters"
        units = " ".join(f"U+{ord(u):04X}" if letters else u for u in rule.units)
        rows.append((rule.id, units, context, rule.output or "∅", rule.number, rule.note))
    yield aligned(rows)
    yield "\nExamples"
    shown = [("arabic", "latin", "rules", "status")]
    for e in scheme.examples:
        status = f"published, {e.source}" if e.published else "own"
        shown.append((e.vocalised or e.arabic, e.latin, " ".join(e.rules), status))
    yield aligned(shown)


def _summary(scheme: "Scheme") -> dict[str, Any]:
    return {
        "id": scheme.id,
        "title": scheme.title,
        "authority": scheme.authority,
        "year": scheme.year,
        "language": scheme.language,
        "script": scheme.script,
        "kind": scheme.kind,
        "reversible": scheme.reversible,
    }


def _as_dict(scheme: "Scheme") -> dict[str, Any]:
    return {
        **_summary(scheme),
        "features": dict(scheme.features),
        "inventory": list(scheme.inventory),
        "sources": [dict(source) for source in scheme.sources],
        "notes": list(scheme.notes),
        "rules": [
            {
                "id": rule.id,
                "units": list(rule.units),
                "context": sorted(rule.context),
                "output": rule.output,
                "rule": rule.number,
                "note": rule.note,
            }
            for rule in scheme.rules
        ],
        "examples": [
            {
                "arabic": e.arabic,
                "vocalised": e.vocalised,
                "latin": e.latin,
                "rules": list(e.rules),
                "published": e.published,
                "source": e.source,
                "note": e.note,
            }
            for e in scheme.examples
        ],
    }
