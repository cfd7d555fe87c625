"""Recordings of what Microsoft was asked and answered, made to be sent to GLIMPS: no secret, no name, no id in clear.

`capture` keeps the exchanges while the program works, secrets taken out; `writing` puts pseudonyms in the place of all
that names the customer, by a key that is thrown away, and writes the file.
"""
