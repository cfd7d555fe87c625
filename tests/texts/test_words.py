"""Microsoft's numbers and codes lead to the right words, and all that is told is told in every language."""

from collections.abc import Iterator

import pytest

from installer.errors.base import ExitCode
from installer.errors.certificates import CertificateTooLong
from installer.errors.graph import GraphError
from installer.errors.policy import CredentialForbidden, LifetimeTooLong, PolicyForbids
from installer.errors.sign_in import SignInRefused
from installer.errors.work import StoppedPartWay
from installer.events import Step, StepWaiting, WaitReason
from installer.model import CredentialKind, Fate, Language, Line, Thing, Verdict
from installer.texts import (
    ensure_application,
    explain,
    landing,
    line_status,
    line_title,
    step_title,
    system_language,
    use,
    waiting,
)


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    ensure_application()
    yield
    use(Language.EN)


def test_what_nobody_foresaw_is_told_without_its_text() -> None:
    for language in Language:
        use(language)
        words = explain(ValueError("secret-value"))
        assert "secret-value" not in words.sentence
        assert "ValueError" in words.sentence


GROUPS = {
    "policy": (53003, 530032, 530035),
    "approved": (53002, 530021),
    "risk": (53004, 53011),
    "device code": (530036,),
    "token protection": (530084,),
    "confirmation": (50199,),
    "too old": (50173, 70043),
    "resource": (500014,),
    "public client": (7000218,),
    "device": (53000, 53001, 530003, 530004, 50097, 50129, 50131),
    "second factor": (50072, 50074, 50076, 50079, 50158),
    "wrong account": (50020, 50034, 51004, 90072, 16000),
    "personal": (500208,),
    "assignment": (50105,),
    "tenant restriction": (500021, 500022, 50002, 500212, 500213),
    "admin consent": (65001, 90094, 90095),
    "declined": (65004,),
    "permission": (65002, 650052, 650056, 650057, 65005, 650051),
    "single tenant": (50194,),
    "redirect": (50011, 900971, 500113),
    "code": (70016, 70018, 70019, 90120),
    "application": (700016, 700011),
    "secret": (7000215,),
    "expired": (7000222, 700027),
    "disabled": (7000112, 70001),
    "cloud": (90002, 90038, 50049, 900432),
    "account": (50053, 50057, 50126, 50055),
    "transient": (90033, 90006, 90024, 50033),
}
SAYS = {
    "policy": ("conditional access", "--sign-in", "accès conditionnel", "--sign-in"),
    "approved": ("approved applications", "exception", "applications approuvées", "exception"),
    "risk": ("risky", "Security Administrator", "risque", "Administrateur de la sécurité"),
    "device code": ("blocks device codes", "--sign-in browser", "bloque les codes d’appareil", "--sign-in browser"),
    "token protection": ("token protection", "exception", "protection des jetons", "exception"),
    "confirmation": ("confirm", "browser", "confirmer", "navigateur"),
    "too old": ("no longer valid", "Sign in again", "plus valide", "Reconnectez-vous"),
    "resource": ("disabled", "Enterprise applications", "désactivée", "Applications d’entreprise"),
    "public client": ("public client", "Authentication", "client public", "Authentification"),
    "device": ("managed device", "managed computer", "appareil géré", "géré"),
    "second factor": ("multifactor", "sign in again", "multifacteur", "reconnectez-vous"),
    "wrong account": (
        "does not exist in that tenant",
        "administrator",
        "n’existe pas dans ce locataire",
        "administrateur",
    ),
    "personal": ("personal Microsoft account", "work account", "compte Microsoft personnel", "professionnel"),
    "assignment": (
        "not assigned",
        "Microsoft Graph Command Line Tools",
        "pas affecté",
        "Microsoft Graph Command Line Tools",
    ),
    "tenant restriction": ("forbids", "tenant restrictions", "interdi", "locataire"),
    "admin consent": ("approval", "administrator", "appr", "administrateur"),
    "declined": ("declined", "accept", "refus", "acceptez"),
    "permission": ("permission", "Wait a minute", "autorisation", "Patientez"),
    "single tenant": ("one tenant only", "Name the tenant", "un seul locataire", "Indiquez le locataire"),
    "redirect": ("http://localhost", "device code", "http://localhost", "code d’appareil"),
    "code": ("expired", "new code", "expiré", "nouveau code"),
    "application": ("not known in this tenant", "Check", "pas connue dans ce locataire", "Vérifiez"),
    "secret": ("secret is wrong", "not its ID", "secret client", "non son ID"),
    "expired": ("expired", "new one", "expiré", "nouve"),
    "disabled": ("disabled", "Enterprise applications", "désactivée", "Applications d’entreprise"),
    "cloud": ("does not know this tenant", "--cloud", "ne connaît pas ce locataire", "--cloud"),
    "account": ("locked or disabled", "fixed", "verrouillé", "compte"),
    "transient": ("temporary problem", "few minutes", "passager", "quelques minutes"),
}


@pytest.mark.parametrize(("group", "code"), [(group, code) for group, codes in GROUPS.items() for code in codes])
def test_each_of_microsofts_numbers_has_its_sentence_and_hint(group: str, code: int) -> None:
    error = SignInRefused("invalid_grant", code, "c0ffee00-0000-0000-0000-000000000000")
    assert error.exit_code is ExitCode.SIGN_IN
    english, english_hint, french, french_hint = SAYS[group]
    for language, says, hint in ((Language.EN, english, english_hint), (Language.FR, french, french_hint)):
        use(language)
        words = explain(error)
        assert says in words.what
        assert hint in words.console_hint
        assert f"AADSTS{code}" in words.what
        assert words.code == f"AADSTS{code}"
        assert words.correlation_id


@pytest.mark.parametrize("error", ["access_denied", "interaction_required", "server_error", "something_new"])
def test_an_answer_without_a_number_is_told_by_its_word(error: str) -> None:
    told = []
    for language in Language:
        use(language)
        told.append(explain(SignInRefused(error, 0)).sentence)
    assert told[0] != told[1]
    assert error in told[0]


def test_a_refusal_without_a_number_accuses_nobody() -> None:
    use(Language.EN)
    assert "declined" not in explain(SignInRefused("access_denied", 0)).sentence


def test_a_person_who_declined_is_told_so_whatever_number_came_with_it() -> None:
    use(Language.EN)
    assert "declined" in explain(SignInRefused("authorization_declined", 70018)).what


NAMES_ALONE = {Thing.PERMISSION, Thing.EXTRA_PERMISSION}
KEY_IDS_ALONE = {Thing.PRINCIPAL_SECRET, Thing.PRINCIPAL_CERTIFICATE}


def test_steps_actions_waits_and_rows_are_told_in_every_language() -> None:
    told = []
    for language in Language:
        use(language)
        told.append(
            [step_title(step) for step in Step]
            + [line_status(Line(Thing.APPLICATION, fate, "x")) for fate in Fate]
            + [line_status(Line(Thing.APPLICATION, verdict, "x")) for verdict in Verdict]
            + [waiting(StepWaiting(Step.TOKEN, reason, 3.0)) for reason in WaitReason]
            + [line_title(Line(thing, Fate.KEPT, "x")) for thing in Thing if thing not in NAMES_ALONE | KEY_IDS_ALONE]
            + [line_title(Line(thing, Fate.KEPT, key_id="x")) for thing in KEY_IDS_ALONE]
        )
    assert all(english and all(others) and english not in others for english, *others in zip(*told, strict=True))


@pytest.mark.parametrize("accepted", [True, False])
def test_the_landing_page_is_in_the_language_in_use(accepted: bool) -> None:
    for language in Language:
        use(language)
        page = landing(accepted)
        assert f'<html lang="{language}">' in page
        assert "<script" not in page


def test_the_systems_language_is_one_of_the_two() -> None:
    assert system_language() in Language


GRAPH = {
    ("Authorization_RequestDenied", 403): (
        ("may not", "activated in PIM"),
        ("ne peut pas", "activé dans PIM"),
    ),
    ("Directory_QuotaExceeded", 403): (("any more objects", "recycle bin"), ("plus créer d’objets", "corbeille")),
    ("Directory_ResourceSizeExceeded", 403): (
        ("too many secrets", "old secrets"),
        ("trop de secrets", "anciens secrets"),
    ),
    ("Error_MsaAppDoesNotExist", 409): (
        ("personal accounts", "organization only"),
        ("comptes personnels", "organisation"),
    ),
    ("Request_ResourceNotFound", 404): (("does not find", "few minutes"), ("ne trouve pas", "quelques minutes")),
    ("Something_New", 400): (("Something_New", "request id"), ("Something_New", "ID de demande")),
}
"""Microsoft Graph's codes: what the sentence and the hint say, in both languages."""


@pytest.mark.parametrize(("code", "status"), GRAPH)
def test_each_of_graphs_codes_has_its_sentence_and_hint(code: str, status: int) -> None:
    for language, (what, hint) in zip((Language.EN, Language.FR), GRAPH[code, status], strict=True):
        use(language)
        words = explain(GraphError(status, code, "", "request-1"))
        assert what in words.what
        assert hint in words.hint
        assert code in words.what
        assert words.request_id == "request-1"


POLICIES = (
    (LifetimeTooLong(CredentialKind.SECRET, 365, 180), "--months 6", ("365 days", "365 jours")),
    (LifetimeTooLong(CredentialKind.SECRET, 365, 20), "--credential certificate", ("365 days", "365 jours")),
    (CertificateTooLong(365, 20), "--credential federated", ("365 days", "365 jours")),
    (CredentialForbidden(CredentialKind.SECRET, "a"), "--credential certificate", ("forbid", "interdi")),
    (CredentialForbidden(CredentialKind.CERTIFICATE, "a-b-c"), "a-b-c", ("Certificates", "certificats")),
)


@pytest.mark.parametrize(("error", "hint", "what"), POLICIES)
def test_what_a_policy_forbids_names_the_way_that_is_left(
    error: PolicyForbids, hint: str, what: tuple[str, str]
) -> None:
    assert error.exit_code is ExitCode.POLICY
    for language, words in zip((Language.EN, Language.FR), what, strict=True):
        use(language)
        told = explain(error)
        assert hint in told.console_hint
        assert words in f"{told.title} {told.what}"


def test_a_run_that_stopped_part_way_says_where_why_and_what_is_in_place() -> None:
    error = StoppedPartWay(Step.CONSENT, (Step.APPLICATION,))
    error.__cause__ = GraphError(403, "Directory_QuotaExceeded", "")
    use(Language.EN)
    words = explain(error)
    for part in ("Admin consent", "Directory_QuotaExceeded", "App registration"):
        assert part in words.what
    assert "recycle bin" in words.hint
    assert "Run it again" in words.hint
