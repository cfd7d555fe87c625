"""The manifest as infrastructure code: Terraform and Microsoft Graph Bicep.

Terraform uses HashiCorp's azuread provider (azuread_application and related resources), Bicep the Microsoft Graph
extension (Microsoft, Bicep templates for Microsoft Graph resources, v1.0).
"""

from __future__ import annotations

import textwrap
from string import Template
from typing import Final

from installer import __version__
from installer.guide.subject import THIS_APP, Subject
from installer.model import GRAPH_APP_ID, PORTAL_TAG
from installer.texts import localized, translate

_TERRAFORM: Final = Template(
    """\
$head

terraform {
  required_providers {
    azuread = {
      source  = "hashicorp/azuread"
      version = "~> 3.0"
    }
  }
}

locals {
  microsoft_graph = "$graph"

  permissions = {
$permissions
  }
}

data "azuread_service_principal" "microsoft_graph" {
  client_id = local.microsoft_graph
}

resource "azuread_application" "glimps" {
  display_name            = $name
  prevent_duplicate_names = true
  sign_in_audience        = "AzureADMyOrg"
  notes                   = $notes
  tags                    = [$tag]

  required_resource_access {
    resource_app_id = local.microsoft_graph

    dynamic "resource_access" {
      for_each = local.permissions

      content {
        id   = resource_access.value
        type = "Role"
      }
    }
  }

  lifecycle {
$ignored
    ignore_changes = [tags]
  }
}

resource "azuread_service_principal" "glimps" {
  client_id = azuread_application.glimps.client_id

$listed
  feature_tags {
    enterprise = true
  }
}

$consent
resource "azuread_app_role_assignment" "glimps" {
  for_each = local.permissions

  app_role_id         = each.value
  principal_object_id = azuread_service_principal.glimps.object_id
  resource_object_id  = data.azuread_service_principal.microsoft_graph.object_id
}

$ways
variable "connector_certificate" {
  description = $certificate
  type        = string
  default     = null
}

variable "connector_federation" {
  description = $federation
  type = object({
    issuer   = string
    subject  = string
    audience = optional(string, $audience)
  })
  default = null
}

resource "azuread_application_certificate" "connector" {
  count = var.connector_certificate == null ? 0 : 1

  application_id = azuread_application.glimps.id
  type           = "AsymmetricX509Cert"
  encoding       = "pem"
  value          = var.connector_certificate
}

resource "azuread_application_federated_identity_credential" "connector" {
  count = var.connector_federation == null ? 0 : 1

  application_id = azuread_application.glimps.id
  display_name   = $federated
  issuer         = var.connector_federation.issuer
  subject        = var.connector_federation.subject
  audiences      = [var.connector_federation.audience]
}

output "client_id" {
  value = azuread_application.glimps.client_id
}
"""
)
_BICEP: Final = Template(
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
$listed
  tags: [
    $portal_tag
  ]
}

$consent
resource consent 'Microsoft.Graph/appRoleAssignedTo@v1.0' = [for permission in permissions: {
  appRoleId: permission.id
  principalId: servicePrincipal.id
  resourceId: microsoftGraph.id
}]

$ways
param connectorIssuer string = ''
param connectorSubject string = ''
param connectorAudience string = $audience

resource federation 'Microsoft.Graph/applications/federatedIdentityCredentials@v1.0' = if (!empty(connectorIssuer)) {
  name: '$${application.uniqueName}/$federated'
  issuer: connectorIssuer
  subject: connectorSubject
  audiences: [
    connectorAudience
  ]
}

$certificate
output clientId string = application.appId
"""
)


def to_terraform(subject: Subject) -> str:
    """A Terraform configuration, formatted like `terraform fmt`; its comments are in the language in use."""
    manifest = subject.manifest
    unique = translate(
        "Guide",
        "The provider cannot set the unique name {unique_name}: GLIMPS ODSP Setup finds this application by its tag.",
    ).format(unique_name=manifest.unique_name)
    return _TERRAFORM.substitute(
        head=_head(subject, "#", unique),
        graph=GRAPH_APP_ID,
        permissions=_terraform_permissions(subject),
        name=_hcl_string(subject.name),
        notes=_hcl_string(localized(manifest.notes)),
        tag=_hcl_string(manifest.tag),
        ignored=_comment(
            translate("Guide", "A secret that is not delivered yet is marked by a tag for a moment."), "#", "    "
        ),
        listed=_listed("#"),
        ways=_comment(
            translate(
                "Guide",
                "How the connector signs in, where that is not by a secret: its certificate, or a federation. Each is "
                "the public part alone; its key, or its tokens, stay where the connector runs.",
            ),
            "#",
        ),
        certificate=_hcl_string(translate("Guide", "The connector’s public certificate in PEM.")),
        federation=_hcl_string(translate("Guide", "Issuer and subject of the connector’s tokens, byte for byte.")),
        audience=_hcl_string(_audience(subject)),
        federated=_hcl_string(manifest.unique_name),
        consent=_comment(translate("Guide", "Admin consent, one permission at a time."), "#"),
    )


def to_bicep(subject: Subject) -> str:
    """A Bicep template, with comments in the language in use.

    It uses our unique name, so that `setup` and the template work on the same application.
    """
    manifest = subject.manifest
    unique = translate(
        "Guide",
        "The unique name is that of GLIMPS ODSP Setup: what one of them has made, the other one finds and completes.",
    )
    return _BICEP.substitute(
        head=_head(subject, "//", unique),
        config=_comment(translate("Guide", "It needs this in the bicepconfig.json beside it:"), "//"),
        graph=GRAPH_APP_ID,
        permissions="\n".join(
            f"{_comment(localized(permission.why), '//', '  ')}\n"
            f"  {{\n    name: {_bicep_string(permission.name)}\n    id: {_bicep_string(permission.id)}\n  }}"
            for permission in subject.profile.permissions
        ),
        unique_name=_bicep_string(manifest.unique_name),
        name=_bicep_string(subject.name),
        notes=_bicep_string(localized(manifest.notes)),
        tag=_bicep_string(manifest.tag),
        listed=_listed("//"),
        ways=_comment(
            translate(
                "Guide",
                "How the connector signs in, where that is not by a secret: a federation, by issuer and subject of its "
                "tokens, byte for byte.",
            ),
            "//",
        ),
        audience=_bicep_string(_audience(subject)),
        federated=manifest.unique_name,
        certificate=_comment(
            translate(
                "Guide",
                "A certificate is not declared here: a template replaces the whole list, and so the keys that the "
                "connector has exchanged since. Register it with: {command}",
            ).format(command=subject.command("setup", "--certificate-file", "connector.cer")),
            "//",
        ),
        portal_tag=_bicep_string(PORTAL_TAG),
        consent=_comment(translate("Guide", "Admin consent, one permission at a time."), "//"),
    )


def _audience(subject: Subject) -> str:
    return subject.clouds[0].token_audience


def _listed(prefix: str) -> str:
    return _comment(translate("Guide", "So that the portal lists it among the enterprise applications."), prefix, "  ")


def _terraform_permissions(subject: Subject) -> str:
    return "\n\n".join(
        f"{_comment(localized(permission.why), '#', '    ')}\n"
        f"    {_hcl_string(permission.name)} = {_hcl_string(permission.id)}"
        for permission in subject.profile.permissions
    )


def _hcl_string(text: str) -> str:
    """An HCL string literal, with template sequences escaped (HashiCorp, HCL native syntax)."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("${", "$${").replace("%{", "%%{")
    return f'"{plain}"'


def _bicep_string(text: str) -> str:
    """A Bicep string literal, with interpolation escaped (Microsoft, Bicep data types)."""
    plain = text.replace("\\", "\\\\").replace("'", "\\'").replace("${", "\\${")
    return f"'{plain}'"


def _head(subject: Subject, prefix: str, *more: str) -> str:
    """The comment at the top: what this is, how to create the secret, which rights it needs, and `more`."""
    made = translate(
        "Guide",
        "{application}: access “{profile}”. Written by GLIMPS ODSP Setup {version}; it changes nothing by itself.",
    ).format(application=subject.name, profile=localized(subject.profile.title), version=__version__)
    secret = translate(
        "Guide",
        "No secret is made here, for it would stay readable in a state or a deployment record. Once the application "
        "exists, make it with:",
    )
    renew = subject.command("renew", *THIS_APP)
    rights = translate(
        "Guide",
        "The consent takes an account or a deployment identity that may grant application permissions of Microsoft "
        "Graph: {roles}.",
    ).format(roles=", ".join(localized(role.name) for role in subject.manifest.roles if role.consents))
    parts = [
        _comment(made, prefix),
        prefix,
        _comment(secret, prefix),
        f"{prefix}   {renew}",
        prefix,
        _comment(rights, prefix),
    ]
    for text in more:
        parts += [prefix, _comment(text, prefix)]
    return "\n".join(parts)


def _comment(text: str, prefix: str, indent: str = "") -> str:
    """The text as comment lines of at most 100 columns."""
    begin = f"{indent}{prefix} "
    return textwrap.fill(
        text, 100, initial_indent=begin, subsequent_indent=begin, break_long_words=False, break_on_hyphens=False
    )
