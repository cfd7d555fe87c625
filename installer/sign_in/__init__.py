"""The only package that uses msal: administrators sign in by browser or device code, applications by credential."""

from installer.sign_in.administrator import BrowserSignIn, DeviceCodeSignIn
from installer.sign_in.certificate import make_certificate
from installer.sign_in.credential import AppBearer, AppSignIn, AppToken
from installer.sign_in.entra import Entra
from installer.sign_in.session import Administrator, Authorization, Nobody, Session, SignIn

__all__ = [
    "Administrator",
    "AppBearer",
    "AppSignIn",
    "AppToken",
    "Authorization",
    "BrowserSignIn",
    "DeviceCodeSignIn",
    "Entra",
    "Nobody",
    "Session",
    "SignIn",
    "make_certificate",
]
