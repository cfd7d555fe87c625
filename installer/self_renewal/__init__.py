"""The application exchanges its own key, unattended: it signs in with it, adds a new one, proves it, removes the old.

No administrator and no permission of Microsoft Graph are needed (Microsoft, application: addKey). A run that dies is
finished by the next one, which tells the state by signing in with the keys that it finds.
"""

from installer.self_renewal.exchange import renew_key
from installer.self_renewal.id_file import IdFile, read_id_file
from installer.self_renewal.pairs import Places
from installer.self_renewal.wanted import Renewed, Wanted

__all__ = ["IdFile", "Places", "Renewed", "Wanted", "read_id_file", "renew_key"]
