"""Rows of jobs: work that is due at a time, done by one of many processes; and of what happens once at most."""

from __future__ import annotations

from knowledge.jobs import Job
from knowledge.store.protocol import Session

__all__ = ["cancel", "claim_every", "claim_once", "finish", "holds", "is_claimed", "plan", "take"]


def plan(session: Session, job: Job, due_us: int) -> bool:
    """Let `job` be due at `due_us`; False if it is planned already, for whatever time."""
    planned = session.change(
        """INSERT INTO jobs (team, name, due_us, leased_until_us, attempts) VALUES (?, ?, ?, 0, 0)
           ON CONFLICT (team, name) DO NOTHING""",
        job.team,
        job.name,
        due_us,
    )
    return planned == 1


def take(session: Session, *, now_us: int, until_us: int) -> Job | None:
    """The job that is due the longest and that nobody has, reserved until `until_us`; None if there is none."""
    found = session.rows(
        """SELECT team, name, due_us, attempts FROM jobs WHERE due_us <= ? AND leased_until_us <= ?
           ORDER BY due_us, team, name LIMIT 1""",
        now_us,
        now_us,
    )
    for team, name, due_us, attempts in found:
        session.change(
            "UPDATE jobs SET leased_until_us = ?, attempts = attempts + 1 WHERE team = ? AND name = ?",
            until_us,
            team,
            name,
        )
        return Job(team, name, due_us, attempts + 1)
    return None


def holds(session: Session, job: Job) -> bool:
    """Whether nobody took `job` since it was taken as it is."""
    sql = "SELECT 1 FROM jobs WHERE team = ? AND name = ? AND due_us = ? AND attempts = ?"
    return bool(session.rows(sql, *job))


def finish(session: Session, job: Job) -> None:
    """Drop `job`, unless it was planned anew meanwhile."""
    session.change("DELETE FROM jobs WHERE team = ? AND name = ? AND due_us = ?", job.team, job.name, job.due_us)


def cancel(session: Session, team: str, name: str) -> bool:
    """Drop the job called `name`; False if there is none."""
    return session.change("DELETE FROM jobs WHERE team = ? AND name = ?", team, name) == 1


def claim_once(session: Session, team: str, name: str, now_us: int) -> bool:
    """True for the first who asks for `name` in `team`, and for nobody after."""
    claimed = session.change(
        "INSERT INTO once (team, name, at_us) VALUES (?, ?, ?) ON CONFLICT (team, name) DO NOTHING", team, name, now_us
    )
    return claimed == 1


def claim_every(session: Session, team: str, name: str, *, now_us: int, every_us: int) -> bool:
    """True for the first who asks for `name` in `team`, and then again only once `every_us` microseconds are over."""
    if is_claimed(session, team, name, now_us=now_us, every_us=every_us):
        return False
    return claim_once(session, team, f"{name} {now_us // every_us}", now_us)


def is_claimed(session: Session, team: str, name: str, *, now_us: int, every_us: int) -> bool:
    """Whether `claim_every` would say no."""
    slot = now_us // every_us
    ((claimed_us,),) = session.rows(
        "SELECT MAX(at_us) FROM once WHERE team = ? AND name IN (?, ?)", team, f"{name} {slot}", f"{name} {slot - 1}"
    )
    return claimed_us is not None and now_us - int(claimed_us) < every_us
