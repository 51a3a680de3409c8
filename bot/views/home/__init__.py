"""App Home: a person's own search, pastes and votes; for reviewers, what waits for them."""
