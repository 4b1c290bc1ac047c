from django.urls import path

from .panels import SECTIONS
from .plans import CalendarView, DatesView
from .views import SectionView

app_name = "queue"
urlpatterns = [
    path("calendar/", CalendarView.as_view(), name="calendar"),
    path("dates/", DatesView.as_view(), name="dates"),
    *(path(f"{section.name}/", SectionView.as_view(section_class=section), name=section.name) for section in SECTIONS),
]
