"""Fusion: what all claims say of a person's posts, as tenures; and changes told by several documents as one.

Pure functions over sourced claims; the result does not depend on the order of the claims.
"""

from incumbent.tenures.changes import Told, told_changes
from incumbent.tenures.fusion import derive
from incumbent.tenures.judged import wrong_claims
from incumbent.tenures.status import Clock, begun, holds

__all__ = ["Clock", "Told", "begun", "derive", "holds", "told_changes", "wrong_claims"]
