"""The administrator's screen for the policy table: which workflow each kind takes. Found under Settings."""

from typing import Any, ClassVar

from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from cms.review.models import KindWorkflow


class OnlyChange(ModelPermissionPolicy):
    """Every kind has its row from the start: none is added, none goes."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action not in ("add", "delete") and super().user_has_permission(user, action)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        return self.user_has_permission(user, action)


class KindWorkflowViewSet(ModelViewSet):
    """Another workflow can be chosen for a kind. Whatever it is, the law's steps stay needed."""

    model = KindWorkflow
    icon = "tasks"
    menu_label = "Kinds and workflows"
    menu_order = 650
    add_to_settings_menu = True
    copy_view_enabled = False
    form_fields: ClassVar[list[str]] = ["workflow"]
    list_display: ClassVar[list[str]] = ["kind", "workflow"]
    permission_policy = OnlyChange(KindWorkflow)
