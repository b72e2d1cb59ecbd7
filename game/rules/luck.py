"""Chance by address: luck(seed, season, step, purpose, slot) hashes its address to a number.

There is no stream and nothing to save.  A decision changed leaves all other luck as it was, so a counterfactual shows the decision and not
the dice.  Step is 0, or the fortnight's number within a crisis: an inserted crisis does not shift the luck of later seasons.
The hash is splitmix64's finaliser for the key and a 32-bit finaliser for each number (numpy multiplies 64-bit words slowly).
"""

from __future__ import annotations

import math
from enum import IntEnum

import numpy as np

from .arrays import Array, Index, Real, rows_first

_GOLD, _C1, _C2 = (np.uint64(n) for n in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB))


class Purpose(IntEnum):
    """What a number is for.  Append only: a new purpose in the middle would change every stored play."""

    INJECT = 1
    CHOICE = 2
    ACCIDENT = 3
    STAKE = 4
    LEAK = 5
    VOTE = 6
    ECONOMY = 7
    SHOCK = 8
    THEIR_PLEDGE = 9
    CRISIS_END = 10
    ACCEPT = 11
    POLICY = 12
    PROBE = 13
    HEARSAY = 14
    CUE = 15
    CUE_NOISE = 16
    AIM = 17
    GOVERNMENT = 18
    EXPOSURE = 19
    MANDATE = 20
    RENEGOTIATE = 21
    READING = 22
    RESTLESS = 23
    THEIR_TYPE = 24
    NEWS = 25
    MINISTER = 26
    SLIP = 27
    LEADERSHIP = 28
    POLICY_WORD = 29
    POLICY_BOOK = 30
    POLICY_PLAN = 31
    AGREEMENT = 32


def _mix(z: Array) -> Array:
    """The finaliser of splitmix64: every bit in reaches every bit out."""
    z = (z ^ (z >> np.uint64(30))) * _C1
    z = (z ^ (z >> np.uint64(27))) * _C2
    mixed: Array = z ^ (z >> np.uint64(31))
    return mixed


def keys(seed: Array, season: Index, step: Index) -> Array:
    """seed: (rows,) uint64; season, step: (rows,) -> (2, rows) uint32, made once a turn."""
    address = season.astype(np.uint64) * np.uint64(64) + step.astype(np.uint64) + np.uint64(1)
    key = _mix(_mix(seed) ^ (address * _GOLD))
    return np.stack([key.astype(np.uint32), (key >> np.uint64(32)).astype(np.uint32)])


def _word(key: Array, address: Array) -> Array:
    z = key[0] + address * np.uint32(0x9E3779B9)
    z = (z ^ (z >> np.uint32(16))) * np.uint32(0x7FEB352D)
    z ^= key[1]
    z = (z ^ (z >> np.uint32(15))) * np.uint32(0x846CA68B)
    z = (z ^ (z >> np.uint32(14))) * np.uint32(0x2C1B3C6D)
    word: Array = z ^ (z >> np.uint32(16))
    return word


def bits(key: Array, purpose: Purpose, *slots: int) -> Array:
    """-> (rows, *slots) uint32."""
    address = np.arange(math.prod(slots), dtype=np.uint32) + np.uint32(int(purpose) << 16)
    return rows_first(_word(key, address[:, None]).reshape(*slots, key.shape[1]))


def uniform(key: Array, purpose: Purpose, *slots: int) -> Real:
    """-> (rows, *slots) in (0, 1)."""
    return (bits(key, purpose, *slots) + 0.5) * 2.0**-32


def uniform_at(key: Array, purpose: Purpose, row: Index, slot: Index) -> Real:
    """The same numbers for a list of (row, slot): (k,)."""
    words: Real = (_word(key[:, row], slot.astype(np.uint32) + np.uint32(int(purpose) << 16)) + 0.5) * 2.0**-32
    return words


def _steps(key: Array, purpose: Purpose, count: int) -> Array:
    """(count, rows) in 0..4095; two of them are read from one word."""
    words = bits(key, purpose, -(-count // 2)).T
    steps = np.empty((2, *words.shape), np.intp)
    np.bitwise_and(words, np.uint32(4095), out=steps[0], casting="unsafe")
    np.right_shift(words, np.uint32(20), out=steps[1], casting="unsafe")
    return steps.reshape(2 * words.shape[0], words.shape[1])[:count]


_QUANTILES = (np.arange(4096) + 0.5) / 4096
_GUMBEL = -np.log(-np.log(_QUANTILES))
_TICKET = np.rint((_GUMBEL + 3) * 2**14).astype(np.int32) << 8  # room for an index in the low eight bits
ONE_LOGIT = 1 << 22  # a ticket's step for one logit


def _normal_quantiles() -> Real:
    """4,096 standard normal quantiles (Acklam's rational approximation, relative error below 1.2e-9)."""
    a = (
        -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.3577518672690, -30.66479806614716, 2.506628277459239,
    )  # fmt: skip
    b = (-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572)
    c = (
        -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783,
    )  # fmt: skip
    d = (0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416)
    p = _QUANTILES
    q = p - 0.5
    r = q * q
    middle = (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q
    middle /= ((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1
    t = np.sqrt(-2 * np.log(np.minimum(p, 1 - p)))
    tail = ((((c[0] * t + c[1]) * t + c[2]) * t + c[3]) * t + c[4]) * t + c[5]
    tail /= (((d[0] * t + d[1]) * t + d[2]) * t + d[3]) * t + 1
    return np.where(p < 0.02425, tail, np.where(p > 1 - 0.02425, -tail, middle))


_NORMAL = _normal_quantiles()


def gumbel(key: Array, purpose: Purpose, *slots: int) -> Real:
    """Noise whose greatest sum with logits is a softmax draw; read from 4,096 quantiles.  -> (rows, *slots)."""
    noise = np.take(_GUMBEL, _steps(key, purpose, math.prod(slots)), mode="clip")
    return rows_first(noise.reshape(*slots, key.shape[1]))


def normal(key: Array, purpose: Purpose, *slots: int) -> Real:
    """Standard normal noise from 4,096 quantiles (bounded at 3.7).  -> (rows, *slots)."""
    noise = np.take(_NORMAL, _steps(key, purpose, math.prod(slots)), mode="clip")
    return rows_first(noise.reshape(*slots, key.shape[1]))


def tickets(key: Array, purpose: Purpose, count: int) -> Array:
    """(rows, count) int32 race tickets: the greatest wins, and its number stands in its low eight bits.  count <= 256."""
    pace = _TICKET.take(_steps(key, purpose, count), mode="clip")
    pace += np.arange(count, dtype=np.int32)[:, None]
    turned: Array = pace.T
    return turned
