"""The manifest as Microsoft Graph Bicep (Microsoft, Bicep templates for Microsoft Graph resources, v1.0)."""

from __future__ import annotations

from string import Template
from typing import Final

from installer.guide.comments import comment, head
from installer.guide.subject import Subject
from installer.model import GRAPH_APP_ID
from installer.texts import language, translate

_FORM: Final = Template(
    """\
$head
//
$config
//   { "extensions": { "microsoftGraphV1": "br:mcr.microsoft.com/bicep/extensions/microsoftgraph/v1.0:1.0.0" } }

extension microsoftGraphV1

var microsoftGraphId = '$graph'

var permissions = [
$permissions
]

var declared = [for permission in permissions: {
  id: permission.id
  type: 'Role'
}]

resource microsoftGraph 'Microsoft.Graph/servicePrincipals@v1.0' existing = {
  appId: microsoftGraphId
}

resource application 'Microsoft.Graph/applications@v1.0' = {
  uniqueName: $unique_name
  displayName: $name
  signInAudience: 'AzureADMyOrg'
  notes: $notes
  tags: [
    $tag
  ]
  requiredResourceAccess: [
    {
      resourceAppId: microsoftGraphId
      resourceAccess: declared
    }
  ]
}

resource servicePrincipal 'Microsoft.Graph/servicePrincipals@v1.0' = {
  appId: application.appId
}

$consent
resource consent 'Microsoft.Graph/appRoleAssignedTo@v1.0' = [for permission in permissions: {
  appRoleId: permission.id
  principalId: servicePrincipal.id
  resourceId: microsoftGraph.id
}]

output clientId string = application.appId
"""
)


def to_bicep(subject: Subject) -> str:
    """A template whose unique name is ours, so that setup and it speak of the same application."""
    manifest = subject.manifest
    unique = translate(
        "Guide",
        "The unique name is that of GLIMPS ODSP Setup: what one of them has made, the other one finds and completes.",
    )
    return _FORM.substitute(
        head=head(subject, "//", unique),
        config=comment(translate("Guide", "It needs this in the bicepconfig.json beside it:"), "//"),
        graph=GRAPH_APP_ID,
        permissions="\n".join(
            f"{comment(one.why.in_(language()), '//', '  ')}\n"
            f"  {{\n    name: {_quoted(one.name)}\n    id: {_quoted(one.id)}\n  }}"
            for one in subject.profile.permissions
        ),
        unique_name=_quoted(manifest.unique_name),
        name=_quoted(subject.name),
        notes=_quoted(manifest.notes.in_(language())),
        tag=_quoted(manifest.tag),
        consent=comment(translate("Guide", "Admin consent, one permission at a time."), "//"),
    )


def _quoted(text: str) -> str:
    """A string of Bicep, with nothing in it taken for an interpolation (Microsoft, Bicep data types)."""
    plain = text.replace("\\", "\\\\").replace("'", "\\'").replace("${", "\\${")
    return f"'{plain}'"
