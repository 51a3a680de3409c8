"""`python -m bot` is the `postmaster` command."""

from bot.cli import main

main()
