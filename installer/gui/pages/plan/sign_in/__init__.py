"""How the connector will sign in: the choice, and what each way needs."""

from installer.gui.pages.plan.sign_in.choice import SignInChoice, Way

__all__ = ["SignInChoice", "Way"]
