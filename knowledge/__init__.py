"""What Postmaster knows of SMTP errors, and how it is found: a plain library without a word of Slack."""
