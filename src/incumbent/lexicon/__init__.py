"""The only reader of ``resources/``: loads, validates, compiles and caches.

A language is a folder ``resources/<lang>/`` of YAML files with the same names. Each file has one
schema, in the module of that name here (``posts.yml`` in ``lexicon/posts.py`` ...). A fault raises
LexiconError, whose text starts with ``file:line``.
"""

from incumbent.lexicon.loader import RESOURCES, Node, languages, load_lines, load_yaml

__all__ = ["RESOURCES", "Node", "languages", "load_lines", "load_yaml"]
