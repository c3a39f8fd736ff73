"""The base site: what every database has before the first page. Used by migrations and, after a flush, by tests.

Functions take the app registry, so that a migration can pass its historical models.
"""

from typing import Any

from django.apps import apps as current_apps

from cms.review.groups import ALL, CHECKERS, EDITORS, REVIEWERS
from cms.review.policy import EDITORIAL, KINDS, MEDICAL, SECOND_EDITOR

TASKS = {
    SECOND_EDITOR: ("SecondEditorCheck", "Second editor’s check", (EDITORS, CHECKERS)),
    EDITORIAL: ("EditorialCheck", "Editorial check", (CHECKERS,)),
    MEDICAL: ("MedicalReview", "Medical review", (REVIEWERS,)),
}
WORKFLOWS = {(SECOND_EDITOR,): "Second editor", (EDITORIAL, MEDICAL): "Editorial check and medical review"}


def ensure_base_site(apps: Any = current_apps) -> None:
    """Root page, locale, roles, tasks and workflows, each made only if it is missing. Safe to run twice."""
    ensure_root(apps)
    ensure_workflows(apps)


def ensure_root(apps: Any = current_apps) -> None:
    """The roots of pages and of collections and the default locale, as Wagtail's own migrations make them."""
    Page = apps.get_model("wagtailcore", "Page")
    Locale = apps.get_model("wagtailcore", "Locale")
    ContentType = apps.get_model("contenttypes", "ContentType")
    locale, _ = Locale.objects.get_or_create(language_code="en")
    if not Page.objects.filter(depth=1).exists():
        page_type, _ = ContentType.objects.get_or_create(app_label="wagtailcore", model="page")
        Page.objects.create(
            title="Root", draft_title="Root", slug="root", content_type=page_type, path="0001", depth=1, numchild=0,
            url_path="/", locale=locale,
        )  # fmt: skip
    Collection = apps.get_model("wagtailcore", "Collection")
    if not Collection.objects.filter(depth=1).exists():
        Collection.objects.create(name="Root", path="0001", depth=1, numchild=0)


def ensure_workflows(apps: Any = current_apps) -> None:
    """The groups, a task for each step, a workflow for each way of the policy table, and which kind takes which."""
    Group = apps.get_model("auth", "Group")
    Task, Workflow = apps.get_model("wagtailcore", "Task"), apps.get_model("wagtailcore", "Workflow")
    WorkflowTask = apps.get_model("wagtailcore", "WorkflowTask")
    KindWorkflow = apps.get_model("review", "KindWorkflow")
    ContentType = apps.get_model("contenttypes", "ContentType")
    named = {name: Group.objects.get_or_create(name=name)[0] for name in ALL}
    tasks: dict[str, Any] = {}
    for step, (model_name, name, group_names) in TASKS.items():
        model = apps.get_model("review", model_name)
        task = model.objects.order_by("pk").first()
        if task is None:
            kind, _ = ContentType.objects.get_or_create(app_label="review", model=model_name.lower())
            task = model.objects.create(name=name, content_type=kind)
            task.groups.set([named[group] for group in group_names])
        tasks[step] = task
    workflows: dict[tuple[str, ...], Any] = {}
    for steps, name in WORKFLOWS.items():
        workflow = Workflow.objects.filter(name=name).first()
        if workflow is None:
            workflow = Workflow.objects.create(name=name, active=True)
            for order, step in enumerate(steps):
                WorkflowTask.objects.create(
                    workflow=workflow, task=Task.objects.get(pk=tasks[step].pk), sort_order=order
                )
        workflows[steps] = workflow
    for kind_name, policy in KINDS.items():
        KindWorkflow.objects.get_or_create(kind=kind_name, defaults={"workflow": workflows[policy.steps]})


def remove_stock_moderation(apps: Any) -> None:
    """Take away Wagtail's own Moderators and their workflow: they may publish, and here nobody may."""
    apps.get_model("wagtailcore", "WorkflowPage").objects.all().delete()
    apps.get_model("wagtailcore", "Workflow").objects.filter(name="Moderators approval").delete()
    apps.get_model("wagtailcore", "Task").objects.filter(name="Moderators approval").delete()
    apps.get_model("auth", "Group").objects.filter(name="Moderators").delete()


def ensure_roles(apps: Any = current_apps) -> None:
    """What the roles may do in the admin: editors and checkers write, reviewers enter, and nobody publishes.

    Only fills a group that has no permission at all, so that an administrator's own choice stays.
    """
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    PagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    Page = apps.get_model("wagtailcore", "Page")
    root = Page.objects.filter(depth=1).first()
    enter = Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
    write = Permission.objects.filter(content_type__app_label__in=("content", "sources")).filter(
        codename__regex="^(add|change|view|choose)_"
    )
    for name in ALL:
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*enter)
        if name == REVIEWERS or group.permissions.filter(content_type__app_label="content").exists():
            continue
        group.permissions.add(*write)
        for codename in ("add_page", "change_page"):
            permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
            PagePermission.objects.get_or_create(group=group, page=root, permission=permission)
        collection = apps.get_model("wagtailcore", "Collection").objects.filter(depth=1).first()
        CollectionPermission = apps.get_model("wagtailcore", "GroupCollectionPermission")
        for permission in Permission.objects.filter(
            content_type__app_label="wagtailimages", content_type__model="image"
        ):
            if collection and permission.codename.split("_")[0] in ("add", "change", "choose"):
                CollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)
