"""What `KnowledgeBase` does beside looking up and voting: a class for each concern of a team, over the same store."""
