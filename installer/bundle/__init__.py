"""The bundle: what it holds, how it is sealed and opened, and how it is written."""
