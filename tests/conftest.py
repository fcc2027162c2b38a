"""What all tests share."""

import os

from hypothesis import settings

# In continuous integration the same examples each time: a failure there is one of the change, not of the draw.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("dev", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "dev")
