"""Formats that people drag in: bytes to drafts of entries, contacts and occasions."""
