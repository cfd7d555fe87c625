"""The sign-in, and the tenant it leads to."""

from installer.gui.pages.sign_in.page import SignInPage, State

__all__ = ["SignInPage", "State"]
