"""The resolve stage: a posterior over the listed identities and nobody, and a decision."""

from nisba.resolve.decisions import Decision
from nisba.resolve.resolver import Resolver
from nisba.resolve.types import Candidate, Resolution

__all__ = ["Candidate", "Decision", "Resolution", "Resolver"]
