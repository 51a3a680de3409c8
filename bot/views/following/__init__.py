"""What is said in the thread below an answer."""
