"""What Postmaster counts, in Prometheus' format at `/metrics`."""

from __future__ import annotations

from prometheus_client import Counter, Histogram

__all__ = ["ANSWERED", "FAILURES", "LOOKUP_SECONDS", "PASTES", "UNKNOWN", "VOTES"]

PASTES = Counter("postmaster_pastes", "Texts that were looked up", ["surface"])
ANSWERED = Counter("postmaster_answered", "Answers that were given", ["surface"])
UNKNOWN = Counter("postmaster_unknown", "Errors that no entry explains", ["surface"])
VOTES = Counter("postmaster_votes", "Votes that were counted or taken back", ["target"])
FAILURES = Counter("postmaster_failures", "Things that went wrong while somebody was served", ["stage"])
LOOKUP_SECONDS = Histogram(
    "postmaster_lookup_seconds",
    "Time that one lookup takes",
    buckets=(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5),
)
