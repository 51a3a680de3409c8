"""How fast, how right and how heavy Postmaster is, beside peers in the same run: `make bench`."""
