"""Every text that a person can see outside the wizard's own pages, in the language in use.

The source language is English; the others come from i18n/ through Qt's translators, so that the language can be
switched while texts are shown.
"""

from installer.texts.commands import key_pair_lines, metavar, proof_command
from installer.texts.consent import (
    consent_address,
    consenting_roles,
    credential_titles,
    credentials_address,
    enterprise_application_address,
    hand_over_message,
    leftover_consent,
    leftover_consent_address,
    live_credentials,
    portal_address,
    rights_sentence,
    role_names,
)
from installer.texts.enrolment import EnrolmentFact, compare_enrolment, enrolment_facts, enrolment_lines
from installer.texts.explain import Explanation, explain
from installer.texts.health import (
    aspect_name,
    aspects_sentences,
    by_description_sentence,
    health_head,
    health_line,
    health_lines,
    health_reason,
    told_title,
)
from installer.texts.landing import landing
from installer.texts.language import (
    ensure_application,
    in_each_language,
    language,
    localized,
    long_date,
    own_name,
    system_language,
    translate,
    use,
)
from installer.texts.lines import level_word, line_sentence, line_status, line_title, with_colon
from installer.texts.progress import event_line, step_title, waiting
from installer.texts.reasons import owner_name, question_lines, reason_sentence, way_title
from installer.texts.sending import sending_lines, what_a_recording_holds

__all__ = [
    "EnrolmentFact",
    "Explanation",
    "aspect_name",
    "aspects_sentences",
    "by_description_sentence",
    "compare_enrolment",
    "consent_address",
    "consenting_roles",
    "credential_titles",
    "credentials_address",
    "enrolment_facts",
    "enrolment_lines",
    "ensure_application",
    "enterprise_application_address",
    "event_line",
    "explain",
    "hand_over_message",
    "health_head",
    "health_line",
    "health_lines",
    "health_reason",
    "in_each_language",
    "key_pair_lines",
    "landing",
    "language",
    "leftover_consent",
    "leftover_consent_address",
    "level_word",
    "line_sentence",
    "line_status",
    "line_title",
    "live_credentials",
    "localized",
    "long_date",
    "metavar",
    "own_name",
    "owner_name",
    "portal_address",
    "proof_command",
    "question_lines",
    "reason_sentence",
    "rights_sentence",
    "role_names",
    "sending_lines",
    "step_title",
    "system_language",
    "told_title",
    "translate",
    "use",
    "waiting",
    "way_title",
    "what_a_recording_holds",
    "with_colon",
]
