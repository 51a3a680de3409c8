"""`python -m bench [--cases FILE]`: everything in one run."""

import sys

from bench import command, comparison, events, lookups, memory, reliability, scale, start

PARTS = (reliability, comparison, lookups, scale, events, start, memory)

sys.exit(command.run(*(part.measure for part in PARTS)))
