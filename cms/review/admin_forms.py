"""The small forms of the admin's own acts: decide, withdraw, and change an address."""

from django import forms
from django.core.validators import validate_slug
from wagtail.models import Page

from cms.review.addresses import standing_at


class WithdrawForm(forms.Form):
    """Why an object is taken out of public."""

    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        help_text="Kept in the record for ever. Readers see only that the text was withdrawn.",
    )


class AddressForm(forms.Form):
    """Where a page stands: under which page, and the last part of its address."""

    parent = forms.CharField(
        label="Stands under",
        max_length=1000,
        help_text="The address of the page above it, such as /about-breast-cancer/; / is the home page.",
    )
    slug = forms.CharField(
        label="Last part of the address",
        max_length=255,
        validators=[validate_slug],
        help_text="Small letters, digits and hyphens. The old address leads readers to the new one.",
    )

    def clean_parent(self) -> Page:
        """The page that stands at the address that was typed."""
        found = standing_at(self.cleaned_data["parent"])
        if found is None:
            raise forms.ValidationError(
                "No page stands at this address. Copy it from the page that it should be under."
            )
        return found


class DecisionForm(forms.Form):
    """A decision on exactly what was shown: the digest goes along with it."""

    digest = forms.CharField(widget=forms.HiddenInput)
    comment = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        help_text="The editor reads it. Needed when you request changes: say what should change.",
    )
