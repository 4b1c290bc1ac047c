"""Stand before Wagtail's own under admin/, as some of these are for who is not quite in yet."""

from django.urls import path
from django.views.decorators.cache import never_cache
from wagtail.admin.views.account import LogoutView
from wagtail.utils.urlpatterns import decorate_urlpatterns

from .views import colleague, own, proof

urlpatterns = decorate_urlpatterns(
    [
        path("logout/", LogoutView.as_view(), name="wagtailadmin_logout"),
        path("second-factor/", own.Overview.as_view(), name="second_factor"),
        path("second-factor/proof/", proof.Proof.as_view(), name="second_factor_proof"),
        path("second-factor/set-up/", own.SetUp.as_view(), name="second_factor_set_up"),
        path("second-factor/recovery-codes/", own.RecoveryCodes.as_view(), name="second_factor_recovery_codes"),
        path("second-factor/removal/", own.Removal.as_view(), name="second_factor_removal"),
        path("second-factor/reset/<int:pk>/", colleague.Reset.as_view(), name="second_factor_reset"),
    ],
    never_cache,
)
