"""What people see in a terminal: pure functions from knowledge to lines, and one place that prints them."""
