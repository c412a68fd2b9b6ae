"""The two fits of whole-name evidence, as mathematics on the quantities of candidates.

Who: a multinomial logit over the candidates of a query. Whether: a logistic curve over what is seen
with the best of them. `nisba.resolve.fitting` makes the cases and writes the weights.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from nisba.match.types import SEEN
from nisba.match.weights import weights

Array = NDArray[np.float64]
Booleans = NDArray[np.bool_]

FIXED = {
    "exact": 0.5,
    "gender_differs": -1.0,
    "apart": 0.3,
    "order": -0.75,
    "turned": -1.0,
    "chain_turned": -4.0,
    "far": 0.0,
    "company": 0.0,
    "listed_family_missing": -1.0,
    "listed_chain_turned": -4.0,
}
"""Weights that lists of aliases cannot tell: they seldom repeat a listed spelling, few women are on
them, a name of which no part answers is no candidate, they write a name in one order, and one man
is called by his family name here and without it there, where a stranger has a family that nobody
listed has. How far a spelling is, and how much company a part keeps, tells whether it is anybody,
and not who."""
_FOR = frozenset(
    ("sound", "complete", "exact", "given_same", "ibn_same", "title_same", "near", "near_bones")
) | {"apart", "far"}
_WHO_PULL, _LISTED_PULL = 0.0002, 0.0005
"""Pull of a weight towards 0 in each question, per squared bit: by cross-validation."""
_LN2 = float(np.log(2.0))


@dataclass(frozen=True, slots=True)
class Case:
    """One query's candidates as quantities (candidates, len(SEEN)), and the right one or -1."""

    seen: Array
    right: int
    nobody: bool
    identities: int
    held_out: bool


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights with their standard errors, both in bits, and the loss in bits a case."""

    names: tuple[str, ...]
    values: Array
    errors: Array
    loss: float


def fit_who(given: Sequence[Case]) -> Fitted:
    """The weights under which the right candidates have most of the probability."""
    owned = [case for case in given if case.right >= 0]
    n, most = len(owned), max(len(case.seen) for case in owned)
    x, there = np.zeros((n, most, len(SEEN))), np.zeros((n, most), dtype=bool)
    for i, case in enumerate(owned):
        x[i, : len(case.seen)], there[i, : len(case.seen)] = case.seen, True
    right = np.array([case.right for case in owned])
    own = x[np.arange(n), right]

    def shares(theta: Array) -> tuple[Array, Array]:
        bits = np.where(there, x @ theta, -np.inf)
        top = bits.max(axis=1, keepdims=True)
        powers = np.exp2(bits - top)
        whole = powers.sum(axis=1, keepdims=True)
        return powers / whole, (np.log2(whole) + top)[:, 0] - own @ theta

    pull = np.full(len(SEEN), _WHO_PULL)

    def loss(theta: Array) -> tuple[float, Array]:
        share, lost = shares(theta)
        gradient = np.einsum("nk,nkf->nf", share, x) - own
        return _penalised(float(lost.mean()), gradient.mean(axis=0), theta, pull)

    theta, value_ = _minimise(loss, SEEN, [FIXED.get(name) for name in SEEN])
    share, _ = shares(theta)
    mean = np.einsum("nk,nkf->nf", share, x)
    spread = np.einsum("nk,nkf,nkg->fg", share, x, x) - mean.T @ mean
    return Fitted(SEEN, theta, _errors(spread), value_)


def fit_listed(given: Sequence[Case], theta: Array) -> Fitted:
    """The weights of the best candidate's quantities that tell listed persons from strangers."""
    names = tuple(n.removeprefix("listed_") for n in weights() if n.startswith("listed_"))
    columns = [SEEN.index(name) for name in names if name != "prior"]
    x = np.array([np.append(best(case, theta)[columns], 1.0) for case in given])
    y = np.array([float(case.right >= 0) for case in given])
    size = np.log2([case.identities for case in given])

    def chance(w: Array) -> Array:
        result: Array = 1.0 / (1.0 + np.exp2(-np.clip(x @ w - size, -500.0, 500.0)))
        return result

    pull = np.append(np.full(len(columns), _LISTED_PULL), 0.0)

    def loss(w: Array) -> tuple[float, Array]:
        p = np.clip(chance(w), 1e-12, 1 - 1e-12)
        lost = -(y * np.log2(p) + (1 - y) * np.log2(1 - p)).mean()
        return _penalised(float(lost), (p - y) @ x / len(y), w, pull)

    ordered = (*(n for n in names if n != "prior"), "prior")
    w, value_ = _minimise(loss, ordered, [FIXED.get(f"listed_{name}") for name in ordered])
    p = chance(w)
    spread = (x * (p * (1 - p))[:, None]).T @ x
    return Fitted(tuple(f"listed_{n}" for n in ordered), w, _errors(spread), value_)


def best(case: Case, theta: Array) -> Array:
    """The quantities of the best candidate."""
    found: Array = case.seen[int(np.argmax(case.seen @ theta))]
    return found


def _penalised(lost: float, gradient: Array, theta: Array, pull: Array) -> tuple[float, Array]:
    return lost + float(pull @ theta**2), gradient + 2 * pull * theta


def _minimise(
    loss: Callable[[Array], tuple[float, Array]],
    names: Sequence[str],
    fixed: Sequence[float | None],
) -> tuple[Array, float]:
    """The weights of least loss, with their signs kept."""
    from scipy.optimize import minimize

    start = np.array([f or 0.0 for f in fixed])
    bounds = [_bounds(name, f) for name, f in zip(names, fixed, strict=True)]
    # scipy's types know arrays of one dimension only by their shape.
    result = minimize(cast(Any, loss), start, jac=True, bounds=bounds, method="L-BFGS-B")
    return np.asarray(result.x, dtype=float), float(result.fun)


def _bounds(name: str, fixed: float | None) -> tuple[float | None, float | None]:
    """Between which bounds a weight may lie: what agrees speaks for, what differs against."""
    if fixed is not None:
        return fixed, fixed
    if name == "prior":
        return None, None
    return (0.0, None) if name in _FOR else (None, 0.0)


def _errors(spread: Array) -> Array:
    """Standard errors from the curvature of the likelihood, which is in squared bits."""
    curvature = _LN2 * _LN2 * spread + 1e-9 * np.eye(len(spread))
    errors: Array = np.sqrt(np.clip(np.diag(np.linalg.inv(curvature)), 0.0, None))
    return errors


def answers(given: Iterable[Case], who: Array, listed: Fitted) -> tuple[Array, Booleans, Booleans]:
    """Probability of the best candidate, whether it is the right one, whether there is one."""
    columns = [SEEN.index(n.removeprefix("listed_")) for n in listed.names[:-1]]
    chances, right, owned = [], [], []
    for case in given:
        bits = case.seen @ who
        top = int(np.argmax(bits))
        share = 1.0 / np.exp2(bits - bits[top]).sum()
        odds = case.seen[top, columns] @ listed.values[:-1] + listed.values[-1]
        odds -= np.log2(case.identities)
        chances.append(share / (1.0 + np.exp2(-odds)))
        right.append(top == case.right)
        owned.append(not case.nobody)
    return np.array(chances), np.array(right), np.array(owned)
