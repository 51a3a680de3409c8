"""The weekly digest as a message: words and a picture that say the same."""
