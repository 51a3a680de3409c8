"""Reads a paste: which SMTP errors are in it, in whose words."""

from knowledge.smtp.message import is_message, message_text
from knowledge.smtp.read import read
from knowledge.smtp.reading import Diagnostic, Reading, Speaker, Surroundings
from knowledge.smtp.sieve import LONG, sieved

__all__ = ["LONG", "Diagnostic", "Reading", "Speaker", "Surroundings", "is_message", "message_text", "read", "sieved"]
