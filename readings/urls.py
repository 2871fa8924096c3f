"""Addresses of courses, readings, glossary and annotations."""

from __future__ import annotations

from django.urls import path

from readings.views import about, annotations, courses, glossary, reading

app_name = "readings"
course = "courses/<slug:course>/"
text = f"{course}readings/<slug:reading>/"

urlpatterns = [
    path("", courses.home, name="home"),
    path("join/", courses.join, name="join"),
    path(course, courses.course, name="course"),
    path(f"{course}notes/", annotations.notes, name="notes"),
    path(f"{course}notes/<int:note>/", annotations.note_edit, name="note-edit"),
    path(f"{course}notes/<int:note>/delete/", annotations.note_delete, name="note-delete"),
    path(f"{course}notes/<int:note>/confirm/", annotations.note_confirm, name="note-confirm"),
    path(f"{course}notes/<int:note>/place/", annotations.note_place, name="note-place"),
    path(text, reading.reading, name="reading"),
    path(f"{text}annotate/<str:block>/", annotations.annotate, name="annotate"),
    path(f"{text}about-this-text/", about.about, name="about"),
    path(f"{text}<slug:section>/", reading.section, name="section"),
    path(f"{course}glossary/", glossary.glossary, name="glossary"),
    path(f"{course}glossary/<slug:term>/", glossary.term, name="term"),
    path(f"{course}glossary/<slug:term>/card/", glossary.term_card, name="term-card"),
]
