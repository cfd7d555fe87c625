"""Microsoft Entra's token service of the embedded tenant: discovery, sign-in pages, device code, tokens."""
