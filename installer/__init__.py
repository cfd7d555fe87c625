"""Registers the Microsoft ODSP Connector GLIMPS in a Microsoft Entra tenant. Importing this package does nothing."""

__version__ = "0.1.0"
