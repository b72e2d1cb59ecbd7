"""A successor's start is told as the sum it is."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from game.insight.debrief import Succession, When
from game.insight.succession import reckoned

share = st.floats(0.01, 0.99)


@given(r=share, m=share, m_after=share, h=st.integers(0, 24).map(lambda n: n / 40))
def test_the_sum_that_is_told_is_the_start(r, m, m_after, h):
    start = h * r + (1 - h) * m_after
    learned, begun = reckoned(Succession(When(7, 7, 0, "Autumn 2034"), r, m, 1.0, m_after, 1.02, h, start))
    assert f"{100 * m_after:.1f} per cent (m′)" in learned and "1.02 administrations (n′)" in learned
    a, x, b, y, total = (float(n) for n in re.findall(r"\d+(?:\.\d+)?", begun.split("began at")[1]))
    assert abs(a * x + b * y - total) <= 0.1 + 1e-9, "to the digit that is shown"
