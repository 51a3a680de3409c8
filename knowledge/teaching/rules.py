"""What may become of a teaching, and the sentence for whoever wants what may not.

    proposed ──approve──> approved ──edit──> amended ──approve, reject──> approved
       │  ^                  │                  │
     reject edit           retire             retire
       v  │                  v                  v
     rejected             retired            retired

Undoing puts back the state and the body of the revision before, whichever it is.
"""

from __future__ import annotations

from typing import NamedTuple

from knowledge.errors import InputError
from knowledge.model import Text
from knowledge.teaching.model import Body, Lesson, Revision, State, Teaching

__all__ = [
    "Step",
    "TeachingRefusedError",
    "approved",
    "check_number",
    "check_waits",
    "edited",
    "rejected",
    "retired",
    "undone",
]

_UNKNOWN = Text(en="This proposal does not exist any more.", zh="这条提议已不存在。")
_CHANGED = Text(
    en="This was changed meanwhile. Look at what it says now, then decide.",
    zh="内容刚刚有改动。请先看看现在的内容，再作决定。",
)
_OWN = Text(
    en="You wrote this; somebody else has to approve it.",
    zh="这是您写的，需要由其他人批准。",
)
_APPROVED = Text(en="This was already approved by {by}.", zh="{by} 已经批准了这条内容。")
_REJECTED = Text(en="This was already rejected by {by}.", zh="{by} 已经驳回了这条内容。")
_RETIRED = Text(en="This was retired by {by}. Undo that first.", zh="{by} 已停用这条内容。请先撤销停用。")
_NOT_IN_FORCE = Text(en="This is not in use, so there is nothing to retire.", zh="这条内容没有在使用，无需停用。")
_FIRST = Text(en="There is nothing before this to go back to.", zh="这是最初的内容，没有可以恢复的版本。")


class TeachingRefusedError(InputError):
    """What somebody wants is against the rules, and nothing was changed."""

    def __init__(self, sentence: Text, *, by: str = "") -> None:
        """`sentence` says why; `{by}` in it stands for the person `by`."""
        self.sentence = sentence
        self.by = by
        super().__init__(sentence.en)

    @classmethod
    def unknown(cls) -> TeachingRefusedError:
        """There is no such teaching."""
        return cls(_UNKNOWN)


class Step(NamedTuple):
    """The state and body of a next revision."""

    state: State
    body: Body


def check_number(teaching: Teaching, number: int) -> None:
    """Hold that who decides has seen the latest revision.

    Raises:
        TeachingRefusedError: there is a newer one than `number`.
    """
    if teaching.revision.number != number:
        raise TeachingRefusedError(_CHANGED)


def approved(teaching: Teaching, *, by: str, own: bool) -> Step:
    """Let what waits be known; `own`: even to whoever wrote it."""
    check_waits(teaching)
    body = teaching.revision.body
    if body.latest.by == by and not own:
        raise TeachingRefusedError(_OWN)
    return Step(State.APPROVED, body.model_copy(update={"lesson": body.latest, "change": None}))


def rejected(teaching: Teaching) -> Step:
    """Do away with what waits; what was approved before a change stays known."""
    check_waits(teaching)
    if teaching.state is State.PROPOSED:
        return Step(State.REJECTED, teaching.revision.body)
    return Step(State.APPROVED, teaching.revision.body.model_copy(update={"change": None}))


def edited(teaching: Teaching, lesson: Lesson) -> Step:
    """Let `lesson` wait in place of what was written last; what is known stays known until it is approved."""
    body = teaching.revision.body
    if teaching.state is State.RETIRED:
        raise TeachingRefusedError(_RETIRED, by=teaching.revision.by)
    if teaching.in_force is None:
        return Step(State.PROPOSED, body.model_copy(update={"lesson": lesson}))
    return Step(State.AMENDED, body.model_copy(update={"change": lesson}))


def retired(teaching: Teaching) -> Step:
    """Let it be known no more; a change to it that waits goes too."""
    if teaching.state is State.RETIRED:
        raise TeachingRefusedError(_RETIRED, by=teaching.revision.by)
    if teaching.in_force is None:
        raise TeachingRefusedError(_NOT_IN_FORCE)
    return Step(State.RETIRED, teaching.revision.body.model_copy(update={"change": None}))


def undone(before: Revision | None) -> Step:
    """Put back what stood `before` the latest revision."""
    if before is None:
        raise TeachingRefusedError(_FIRST)
    return Step(before.state, before.body)


def check_waits(teaching: Teaching) -> None:
    """Hold that there is something to decide on.

    Raises:
        TeachingRefusedError: somebody has decided, and who.
    """
    by = teaching.revision.by
    match teaching.state:
        case State.APPROVED:
            raise TeachingRefusedError(_APPROVED, by=by)
        case State.REJECTED:
            raise TeachingRefusedError(_REJECTED, by=by)
        case State.RETIRED:
            raise TeachingRefusedError(_RETIRED, by=by)
