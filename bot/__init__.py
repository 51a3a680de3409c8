"""Everything that knows Slack: the surfaces, the cards, the server, the command line and the playground."""
