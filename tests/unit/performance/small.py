"""The invented board with a second area to compare with, for the tests of this folder."""

from tests.small import small_site

FRAMEWORK = "data/performance/framework.yml"
LIKE_US = "  - {id: like, title: Places like us, meaning: Some., mark: similar}\n"
KNOWN = small_site({FRAMEWORK: ("areas:\n", f"areas:\n{LIKE_US}")})
IN_TIME = KNOWN.indicators["in-time"]
