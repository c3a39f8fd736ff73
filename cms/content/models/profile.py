"""Profiles: the people whose names readers see as authors."""

from django.conf import settings
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from cms.content.blocks import INLINE_FEATURES
from cms.review.contributions import Tracked


class Profile(Tracked, index.Indexed, models.Model):
    """A person as readers see them. Copied by value into what is published."""

    value_prefix = "profile"

    name = models.CharField("name", max_length=120)
    credentials = models.CharField("credentials", max_length=120, blank=True, help_text="The letters after the name.")
    role = models.CharField("role", max_length=120, blank=True)
    biography = RichTextField("biography", blank=True, features=INLINE_FEATURES)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="profiles",
        verbose_name="account",
        help_text="If this person has an account here.",
    )

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("credentials"), FieldPanel("role")]),
        FieldPanel("biography"),
        FieldPanel("user"),
    ]
    search_fields = [
        index.SearchField("name", boost=4),
        index.AutocompleteField("name"),
        index.SearchField("role"),
    ]

    class Meta:
        verbose_name = "profile"
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.name, self.credentials) if part)

    def snapshot_value(self) -> dict[str, str]:
        """What a snapshot keeps of this profile."""
        return {"name": self.name, "credentials": self.credentials, "role": self.role}
