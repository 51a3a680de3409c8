"""Python's search for garbage, held back while much is made of which nothing is."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["no_collections"]


@contextmanager
def no_collections() -> Iterator[None]:
    """Keep Python from looking for garbage, and from ever looking at what is there when the block ends.

    Else collections visit all that was made so far, over and over; later a single one holds up a lookup.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if enabled:
            gc.enable()
