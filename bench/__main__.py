"""`python -m bench [--cases FILE]`: everything in one run."""

import sys

from bench import command, events, lookups, memory, start

sys.exit(command.run(lookups.measure, events.measure, start.measure, memory.measure))
