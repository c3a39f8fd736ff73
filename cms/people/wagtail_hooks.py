"""Where an administrator records what qualifies a person, and what interests they declared."""

from typing import ClassVar

from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from cms.people.models import ConflictOfInterest, Credential


class CredentialViewSet(ModelViewSet):
    """Credentials: a medical approval needs one that is valid that day."""

    model = Credential
    icon = "tick"
    form_fields: ClassVar[list[str]] = ["user", "kind", "letters", "number", "issuer", "valid_until"]
    list_display: ClassVar[list[str]] = ["user", "letters", "issuer", "valid_until"]
    list_filter: ClassVar[list[str]] = ["user", "valid_until"]


class ConflictViewSet(ModelViewSet):
    """Conflicts of interest: one that applies stops an approval, and says so."""

    model = ConflictOfInterest
    icon = "warning"
    form_fields: ClassVar[list[str]] = ["user", "object_id", "statement", "since", "until"]
    list_display: ClassVar[list[str]] = ["user", "object_id", "statement", "since", "until"]


class PeopleGroup(ViewSetGroup):
    """Both, in the main menu, for those who may change them."""

    menu_label = "People"
    menu_icon = "group"
    items = (CredentialViewSet("credentials"), ConflictViewSet("conflicts"))


hooks.register("register_admin_viewset", lambda: PeopleGroup())
