"""How the property tests run: the same examples on every machine, without a clock.

`laws` is the profile of every ordinary run. `search` looks further, with new examples each time:
`pytest tests/laws --hypothesis-profile=search`.
"""

from hypothesis import HealthCheck, settings

# The first examples wait for tables to be read and loops to be compiled: neither a deadline nor
# the check for slow strategies would measure the law.
_CALM = (HealthCheck.too_slow,)

settings.register_profile(
    "laws", deadline=None, derandomize=True, max_examples=150, suppress_health_check=_CALM
)
settings.register_profile(
    "search", deadline=None, derandomize=False, max_examples=2000, suppress_health_check=_CALM
)
settings.load_profile("laws")
