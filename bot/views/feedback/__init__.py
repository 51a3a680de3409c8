"""What is asked of somebody who voted, for their eyes only."""
