"""Every sentence a person can meet outside the wizard's own pages: key and facts in, words in their language out.

The source language is English; French comes from i18n/ by Qt's translators, so that a switch reaches what is shown.
"""

from installer.texts.explain import Explanation, explain
from installer.texts.findings import finding_title, verdict_words
from installer.texts.hand_over import consent_address, hand_over_message, portal_address
from installer.texts.landing import landing
from installer.texts.language import ensure_application, language, long_date, system_language, translate, use
from installer.texts.plan import action_word, level_word, row_title
from installer.texts.progress import event_line, step_title, waiting
from installer.texts.remains import left_over, left_over_address
from installer.texts.roles import consenting_roles, rights_sentence, role_names

__all__ = [
    "Explanation",
    "action_word",
    "consent_address",
    "consenting_roles",
    "ensure_application",
    "event_line",
    "explain",
    "finding_title",
    "hand_over_message",
    "landing",
    "language",
    "left_over",
    "left_over_address",
    "level_word",
    "long_date",
    "portal_address",
    "rights_sentence",
    "role_names",
    "row_title",
    "step_title",
    "system_language",
    "translate",
    "use",
    "verdict_words",
    "waiting",
]
