"""The editing stage: what editors ask of the whole of nisba about their own files.

It stands behind `nisba.resolve`, because its questions need the sound model and the resolver:
which names look like slips, which records may be one person's, what an edit does to answers, what
a file of results asks for. What the files alone can tell is the matter of `nisba.gazetteer`.
"""

from nisba.editing.questions import examine

__all__ = ["examine"]
