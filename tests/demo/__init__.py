"""The embedded tenant, judged by Microsoft's description, by MSAL and by what is recorded of the real service."""
