from django.urls import path

from .panels import SECTIONS
from .views import SectionView

app_name = "queue"
urlpatterns = [
    path(f"{section.name}/", SectionView.as_view(section_class=section), name=section.name) for section in SECTIONS
]
