"""The second front end: the same engine from a console, in sentences for people or JSON for programs."""
