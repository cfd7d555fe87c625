"""Recordings of the exchanges with Microsoft, to be sent to GLIMPS: without secrets, names and ids as pseudonyms.

`capture` keeps the exchanges in memory while the program works, without secrets. `writing` replaces everything that
identifies the customer by pseudonyms, made with a key that is thrown away, and writes the file.
"""
