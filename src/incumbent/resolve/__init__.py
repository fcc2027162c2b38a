"""Who is whom: names folded, and tied together across documents as far as the evidence carries.

Pure functions over names. The boundary is ``cluster``: what ties names together may change behind it.
"""

from incumbent.resolve.cluster import Clusters, Naming, bearers, cluster, name_key, namings
from incumbent.resolve.fold import ORG, PERSON, fold_name, fold_text, is_full

__all__ = [
    "ORG",
    "PERSON",
    "Clusters",
    "Naming",
    "bearers",
    "cluster",
    "fold_name",
    "fold_text",
    "is_full",
    "name_key",
    "namings",
]
