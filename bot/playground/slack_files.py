"""Files that the app may use, above all as the picture of an image block (`slack_file`).

Source: https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.playground.file_object import SharedFile
from bot.playground.objects import Json
from bot.playground.state import Workspace

__all__ = ["app_sees", "image_faults"]


def app_sees(workspace: Workspace, file: SharedFile) -> bool:
    """Whether the app uploaded `file`, or is where it was shared."""
    bot = workspace.bot.user_id
    return file.user == bot or any(workspace.channels[channel].has(bot) for channel in file.channels)


def image_faults(workspace: Workspace, blocks: Sequence[Json], *, at: str = "/blocks") -> list[str]:
    """What Slack says of each `slack_file` in checked `blocks` that is no picture the app may see."""
    return [
        f"invalid slack file [json-pointer:{where}/slack_file]"
        for where, image in _images(blocks, at)
        if not _is_usable(workspace, image["slack_file"])
    ]


def _images(blocks: Sequence[Json], at: str) -> Iterator[tuple[str, Json]]:
    """Each image block or element with a `slack_file`, and where it stands."""
    for position, block in enumerate(blocks):
        here = f"{at}/{position}"
        places = [(here, block), (f"{here}/accessory", block.get("accessory"))]
        places += [(f"{here}/elements/{number}", element) for number, element in enumerate(block.get("elements", ()))]
        yield from ((where, image) for where, image in places if isinstance(image, dict) and "slack_file" in image)


def _is_usable(workspace: Workspace, named: Json) -> bool:
    file = workspace.files.get(named.get("id", "")) or next(
        (known for known in workspace.files.values() if known.url_private == named.get("url")), None
    )
    return file is not None and file.is_image and app_sees(workspace, file)
