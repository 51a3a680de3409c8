"""What a team teaches: pieces of knowledge that it proposes, approves, edits and retires, each with its history."""
