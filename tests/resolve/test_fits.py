"""Facts about the two fits, on synthetic cases of which the truth is known."""

import numpy as np
import pytest

from nisba.match.types import SEEN, Seen
from nisba.match.weights import weights
from nisba.resolve.fits import FIXED, Case, Fitted, answers, best, fit_listed, fit_who

pytest.importorskip("scipy", reason="the extra `train` brings what fits")

IDENTITIES = 64


def case(*candidates: Seen, right: int, nobody: bool = False) -> Case:
    """One query with what is seen between it and its candidates."""
    vectors = np.array([seen.vector() for seen in candidates])
    return Case(vectors, right, nobody, IDENTITIES, held_out=False)


def people(count: int = 400) -> list[Case]:
    """Queries in which more sound tells the owner, a clash a rival; one in ten goes astray."""
    random = np.random.default_rng(3)
    found = []
    for i in range(count):
        owner = Seen(sound=12 + 4 * random.random(), given_same=1)
        rival = Seen(sound=9 + 4 * random.random(), clash=1, title_same=int(random.random() < 0.5))
        right = int(i % 10 == 0)
        found.append(case(owner, rival, right=right))
    return found


def strangers(count: int = 400) -> list[Case]:
    """Queries of nobody: the best candidate shares a family name, and a clash."""
    random = np.random.default_rng(5)
    return [
        case(Seen(sound=6 + 8 * random.random(), clash=1), right=-1, nobody=True)
        for _ in range(count)
    ]


def of(fitted: Fitted, name: str) -> float:
    """The fitted value of one weight."""
    return float(fitted.values[fitted.names.index(name)])


@pytest.fixture(scope="module")
def who() -> Fitted:
    """The weights that give people their names."""
    return fit_who(people())


@pytest.fixture(scope="module")
def listed(who: Fitted) -> Fitted:
    """The weights that tell people from strangers."""
    return fit_listed([*people(), *strangers()], who.values)


def test_signs_are_recovered(who: Fitted) -> None:
    """What owners have more of speaks for, what rivals have against."""
    assert who.names == SEEN
    assert of(who, "given_same") > 0.5
    assert of(who, "clash") < -0.5


def test_what_contradicts_never_speaks_for() -> None:
    """Where the data say that a clash tells the owner, its weight stays at its bound."""
    against = [
        case(Seen(sound=10, clash=1), Seen(sound=10, given_same=1), right=0) for _ in range(50)
    ]
    fitted = fit_who(against)
    assert of(fitted, "clash") == of(fitted, "given_same") == 0.0


def test_set_weights_stay(who: Fitted) -> None:
    """What aliases cannot tell is set beforehand, in both questions."""
    for name, value in FIXED.items():
        if name in SEEN:
            assert of(who, name) == value


def test_what_was_never_seen_weighs_nothing(who: Fitted) -> None:
    """No case shows last parts that answer middle ones; their weight is pulled to 0."""
    assert of(who, "role_differs") == pytest.approx(0.0)


def test_standard_errors_are_positive(who: Fitted, listed: Fitted) -> None:
    """Each weight has an error above 0, smaller where there are more cases."""
    assert (who.errors > 0).all()
    assert (listed.errors > 0).all()
    more = fit_who(people(1600))
    sound = SEEN.index("sound")
    assert more.errors[sound] < who.errors[sound] < 1


def test_the_fit_beats_a_guess(who: Fitted) -> None:
    """Two candidates alike cost a bit a case; knowing them costs less."""
    assert 0 < who.loss < 1.0


def test_strangers_are_told_from_people(who: Fitted, listed: Fitted) -> None:
    """A clash makes a stranger, and a person needs more than the prior."""
    assert of(listed, "listed_clash") < -0.5
    p, right, owned = answers([*people(), *strangers()], who.values, listed)
    assert p[owned & right].mean() > 0.7 > 0.3 > p[~owned].mean()
    assert right[~owned].sum() == 0


def test_the_prior_has_no_bound(listed: Fitted) -> None:
    """The odds before any evidence stand last, and may lie on either side."""
    assert listed.names[-1] == "listed_prior"
    assert {f"listed_{n.removeprefix('listed_')}" for n in listed.names} == {
        n for n in weights() if n.startswith("listed_")
    }
    often = fit_listed([case(Seen(sound=8), right=0)] * 40, np.ones(len(SEEN)))
    never = fit_listed([case(Seen(sound=8), right=-1, nobody=True)] * 40, np.ones(len(SEEN)))
    assert of(often, "listed_prior") > 0 > of(never, "listed_prior")


def test_the_length_of_the_list_is_counted_beside() -> None:
    """The same cases of a list twice as long want a bit more of prior."""
    short = [case(Seen(), right=0), case(Seen(), right=-1, nobody=True)] * 30
    long = [Case(c.seen, c.right, c.nobody, 2 * IDENTITIES, False) for c in short]
    one, other = (
        of(fit_listed(some, np.ones(len(SEEN))), "listed_prior") for some in (short, long)
    )
    assert other - one == pytest.approx(1.0, abs=0.01)


def test_the_best_has_most_bits() -> None:
    """Of the candidates the one counts that the weights put first."""
    given = case(Seen(sound=3), Seen(sound=9), right=0)
    assert best(given, np.ones(len(SEEN)))[0] == 9


def test_probabilities_are_of_the_best_candidate(who: Fitted, listed: Fitted) -> None:
    """Two candidates alike share their probability; neither gets more than half."""
    twin = Seen(sound=14, given_same=1)
    p, right, owned = answers([case(twin, twin, right=0)], who.values, listed)
    alone, _, _ = answers([case(twin, right=0)], who.values, listed)
    assert p[0] == pytest.approx(alone[0] / 2)
    assert right[0]
    assert owned[0]
