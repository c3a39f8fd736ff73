"""A refusal in the admin leads back to the draft, with every reason, and loses nothing."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder

from cms.review.refusals import Refused


class RefusalMiddleware:
    """Turns a Refused that reaches the top of an admin view into messages and a way back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Only for refusals to somebody who is in the admin; everything else goes its usual way."""
        if not isinstance(exception, Refused) or not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        for reason in exception.reasons:
            messages.error(request, reason)
        if comment := request.POST.get("comment", "").strip():
            messages.info(request, f"Your comment, so that it is not lost: {comment}")
        back = self.way_back(request, exception)
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":
            # Wagtail's workflow dialogue: this step closes it and goes to the address.
            return JsonResponse({"step": "success", "redirect": back})
        return redirect(back)

    def way_back(self, request: HttpRequest, exception: Refused) -> str:
        """The draft's editor where the person may open it, else the admin's home."""
        about = exception.about
        url = AdminURLFinder(request.user).get_edit_url(about) if about is not None and about.pk else None
        return url or reverse("wagtailadmin_home")
