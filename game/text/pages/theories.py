"""What another theory says of the same conduct, as lines; and every theory side by side, as a plain table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from game.insight.debrief import Debrief
from game.insight.judgement import Beside, Changed, Judgement, Panel, TheoryTold
from game.text.lines import Lines, item, part, quiet, sentence, text, title
from game.text.pages.belief import percent


def opening(page: Debrief) -> Lines:
    """Which theory judges, before anything else is opened; nothing where the default judges its own play."""
    if page.judged is not None:
        yield text(page.judged.says)
        yield from changed(page.theory)
    elif page.theory.changes:
        yield text(
            sentence(f"This play was made under another theory than the default: {page.theory.name}", page.theory.gist)
        )
        yield from changed(page.theory)


def changed(page: TheoryTold) -> Lines:
    yield quiet(sentence(page.claim))
    yield from part("What it changes in the model", (item(change(c)) for c in page.changes))


def change(page: Changed) -> str:
    return f"{page.parameter}: {page.value} in the place of {page.default}; {page.reason}."


def judged(page: Judgement, here: TheoryTold) -> Lines:
    yield title(f"Beside the play’s own theory: {here.name}")
    yield text(apart(page))
    yield from part(
        "What they believed at the end: by this theory, and in brackets by the play’s own",
        (item(observer(who, run)) for who, run in groupby(page.beliefs, key=lambda one: one.who)),
    )
    yield from part(
        "What groups at home thought at the end: by this theory, and in brackets by the play’s own",
        (item(f"**{one.who}**: {both(one)}.") for one in page.groups),
    )
    own, other = page.standing
    standing = f"{other:.0f} of 100 by this theory, {own:.0f} by the play’s own. The rest of the account is the play’s."
    yield from part("Standing", [text(standing)])
    yield from part("Sources", map(item, here.sources))


def apart(page: Judgement) -> str:
    if page.apart is None:
        return "The two theories say the same of this play at every turn."
    b = page.apart.beside
    return sentence(
        f"They lie farthest apart in {page.apart.date}: {b.who}, {b.what.lower()}, {percent(b.here)} by this theory, "
        f"{percent(b.own)} by the play’s own"
    )


def observer(who: str, dimensions: Iterable[Beside]) -> str:
    return f"**{who}**: {', '.join(f'{one.what.lower()} {both(one)}' for one in dimensions)}."


def both(page: Beside) -> str:
    return f"{percent(page.here)} ({100 * page.own:.0f})"


def panel(page: Panel) -> Iterator[str]:
    """Beliefs for an ordinary deal at the end, approval and Standing, a line a theory; then what each theory holds."""
    heads = [*page.observers, "Approval", "Standing"]
    first = max(len(row.theory.id) for row in page.rows) + 2
    widths = [max(len(head), 6) + 2 for head in heads]
    yield f"{page.title}, seed {page.seed}: the same conduct by every theory of the model. Closing beliefs for an ordinary deal, in"
    yield "percent; approval at home, in percent; Standing, of 100. Events, votes and the rest of the account are the play’s."
    yield ""
    yield "".join([f"{'theory':{first}}", *(f"{head:>{w}}" for head, w in zip(heads, widths, strict=True))])
    for row in page.rows:
        figures = [*(100 * p for p in row.composites), row.approval, row.standing]
        cells = (f"{figure:{w}.0f}" for figure, w in zip(figures, widths, strict=True))
        yield "".join([f"{row.theory.id + ('*' if row.own else ''):{first}}", *cells])
    yield ""
    yield "* the theory the play was made under"
    yield from (f"{row.theory.id}: {row.theory.gist}" for row in page.rows)
