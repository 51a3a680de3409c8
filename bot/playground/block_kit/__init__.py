"""Block Kit as Slack checks it: rules about JSON, put together into elements, blocks and views.

schema.py        rules about one JSON value, and their combinations
composition.py   texts, options, confirmations
elements.py      buttons, menus, inputs, and where each may stand
rich_text.py     the rich_text block
blocks.py        all blocks; `checked_blocks` for messages
views.py         modals and home tabs; `checked_view`
"""
