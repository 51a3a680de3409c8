"""The emoji under a message, and what one more or one less makes of them."""

from __future__ import annotations

from dataclasses import replace

from bot.playground.objects import Reaction

__all__ = ["with_reaction", "without_reaction"]


def with_reaction(reactions: tuple[Reaction, ...], name: str, user_id: str) -> tuple[Reaction, ...]:
    """`reactions` with `name` by `user_id`, who stands last among those who put it; the same if it is there.

    >>> with_reaction((Reaction("eyes", ("U1",)),), "eyes", "U2")
    (Reaction(name='eyes', users=('U1', 'U2')),)
    """
    present = next((reaction for reaction in reactions if reaction.name == name), None)
    if present is None:
        return (*reactions, Reaction(name, (user_id,)))
    if user_id in present.users:
        return reactions
    more = replace(present, users=(*present.users, user_id))
    return tuple(more if reaction is present else reaction for reaction in reactions)


def without_reaction(reactions: tuple[Reaction, ...], name: str, user_id: str) -> tuple[Reaction, ...]:
    """`reactions` without `name` by `user_id`; one that nobody holds any more is gone.

    >>> without_reaction((Reaction("eyes", ("U1",)),), "eyes", "U1")
    ()
    """
    fewer = [
        replace(reaction, users=tuple(user for user in reaction.users if user != user_id))
        if reaction.name == name
        else reaction
        for reaction in reactions
    ]
    return tuple(reaction for reaction in fewer if reaction.users)
