"""The manifest as Terraform, for the azuread provider (HashiCorp, azuread_application and its neighbours)."""

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
}

$consent
resource "azuread_app_role_assignment" "glimps" {
  for_each = local.permissions

  app_role_id         = each.value
  principal_object_id = azuread_service_principal.glimps.object_id
  resource_object_id  = data.azuread_service_principal.microsoft_graph.object_id
}

output "client_id" {
  value = azuread_application.glimps.client_id
}
"""
)


def to_terraform(subject: Subject) -> str:
    """A configuration that `terraform fmt` would leave as it is; comments are in the language in use."""
    manifest = subject.manifest
    unique = translate(
        "Guide",
        "The provider cannot set the unique name {unique_name}: GLIMPS ODSP Setup finds this application by its tag.",
    ).format(unique_name=manifest.unique_name)
    return _FORM.substitute(
        head=head(subject, "#", unique),
        graph=GRAPH_APP_ID,
        permissions=_permissions(subject),
        name=_quoted(subject.name),
        notes=_quoted(manifest.notes.in_(language())),
        tag=_quoted(manifest.tag),
        ignored=comment(
            translate("Guide", "A secret that is not delivered yet is marked by a tag for a moment."), "#", "    "
        ),
        consent=comment(translate("Guide", "Admin consent, one permission at a time."), "#"),
    )


def _permissions(subject: Subject) -> str:
    return "\n\n".join(
        f"{comment(one.why.in_(language()), '#', '    ')}\n    {_quoted(one.name)} = {_quoted(one.id)}"
        for one in subject.profile.permissions
    )


def _quoted(text: str) -> str:
    """A string of HCL, with nothing in it taken for a template (HashiCorp, HCL native syntax)."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("${", "$${").replace("%{", "%%{")
    return f'"{plain}"'
