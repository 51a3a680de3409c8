"""What people see in Slack: pure functions, knowledge objects in, Block Kit out; no input or output here."""
