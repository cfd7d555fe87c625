"""Microsoft Graph v1.0 of the embedded tenant: the operations an application registration needs, as recorded."""
