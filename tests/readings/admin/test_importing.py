"""Files come in one by one or many at once, each with its own state; a new version is compared before it is stored."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from readings.models import Annotation, Reading, Upload
from readings.services.importing import reading_import
from tests.readings.services.test_importing import annotate, block
from tests.readings.texts import BRIDGE, BRIDGE_REVISED

FETCH = {"X-Requested-With": "fetch"}
ADD = "/admin/readings/reading/add/"


@pytest.fixture
def bridge(course):
    return reading_import(course=course, data=BRIDGE.encode(), name="bridge.md")


def page(name: str, *args: object) -> str:
    return reverse(f"admin:readings_reading_{name}", args=args)


def files(**named: bytes) -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(f"{name}.md", data) for name, data in named.items()]


def send(desk, course, **named: bytes):
    """As the page's script sends files, which starts each of them on the next page."""
    return desk.post(ADD, {"course": course.pk, "file": files(**named), "follow": "1"})


def start(desk, upload: Upload):
    return desk.post(page("start", upload.pk), headers=FETCH)


def stage(desk, reading: Reading, text: str = BRIDGE_REVISED) -> Upload:
    desk.post(page("replace", reading.pk), {"file": SimpleUploadedFile("b.md", text.encode())})
    return Upload.objects.get()


def test_of_many_files_each_waits_on_a_line_of_its_own(desk, course):
    answer = send(desk, course, one=BRIDGE.encode(), two=b"")
    assert answer["Location"] == page("uploads", course.pk)
    html = desk.get(answer["Location"]).content.decode()
    assert html.count('data-state="waiting"') == 2
    assert "0 of 2" in html
    assert not Reading.objects.exists()


def test_a_waiting_file_is_read_and_is_not_published(desk, course):
    send(desk, course, one=BRIDGE.encode(), two=b"")
    first, second = Upload.objects.all()
    assert start(desk, first).status_code == 204
    assert not Reading.objects.get().is_published
    assert desk.post(page("start", second.pk))["Location"] == page("uploads", course.pk)
    second.refresh_from_db()
    assert (second.state, bytes(second.data)) == ("failed", b"")
    assert "The file is empty" in second.message


def test_the_script_gets_the_list_alone(desk, course):
    send(desk, course, one=BRIDGE.encode(), two=b"x")
    start(desk, Upload.objects.first())
    html = desk.get(page("uploads", course.pk), headers=FETCH).content.decode()
    assert "<html" not in html
    assert 'data-state="done" data-settled' in html
    assert '<progress id="read" max="6" value="3">1 of 2</progress>' in html
    assert "2 sections and 3 paragraphs; nothing in doubt." in html


def test_without_scripts_many_files_are_read_in_one_go(desk, course):
    answer = desk.post(ADD, {"course": course.pk, "file": files(one=b"", two=BRIDGE.encode())})
    html = desk.get(answer["Location"]).content.decode()
    assert "2 of 2" in html
    assert list(Upload.objects.values_list("state", flat=True)) == ["failed", "done"]


def test_a_file_is_read_once_however_often_it_is_asked_for(desk, course):
    send(desk, course, one=BRIDGE.encode(), two=b"x")
    for _ in range(2):
        start(desk, Upload.objects.first())
    assert Reading.objects.count() == 1
    assert Upload.objects.first().attempts == 1


def test_a_form_sent_twice_makes_one_reading(desk, course):
    for _ in range(2):
        send(desk, course, one=BRIDGE.encode())
    for upload in Upload.objects.all():
        start(desk, upload)
    assert Reading.objects.count() == 1
    assert "has this file already" in Upload.objects.last().message


def test_who_comes_back_finds_the_files(desk, course, bridge):
    assert page("uploads", course.pk) not in desk.get(ADD).content.decode()
    send(desk, course, one=b"Some words.")
    assert page("uploads", course.pk) in desk.get(ADD).content.decode()


def test_who_comes_back_finds_a_new_version(desk, bridge):
    upload = stage(desk, bridge)
    assert page("compare", upload.pk) in desk.get(page("replace", bridge.pk)).content.decode()
    desk.post(page("compare", upload.pk), {"decision": "accept"})
    assert page("compare", upload.pk) not in desk.get(page("replace", bridge.pk)).content.decode()


def test_files_that_are_too_much_together_are_a_form_error(desk, course, settings):
    settings.UPLOAD_MAX_BYTES = 100
    html = send(desk, course, **{f"f{n}": b"x" * 90 for n in range(6)}).content.decode()
    assert "Together these are 540\xa0bytes. Send at most 500\xa0bytes at once" in html
    assert not Upload.objects.exists()


def test_who_has_many_files_waiting_sends_no_more(desk, course):
    for batch in range(2):
        send(desk, course, **{f"f{batch}-{n}": b"x" for n in range(30)})
    html = send(desk, course, one=BRIDGE.encode()).content.decode()
    assert "60 of your files are still waiting" in html
    assert Upload.objects.count() == 60


def test_a_file_too_large_among_many_is_told_on_its_line(desk, course, settings):
    settings.UPLOAD_MAX_BYTES = 100
    send(desk, course, one=b"Some words.", two=b"word " * 30)
    states = list(Upload.objects.values_list("state", flat=True))
    assert states == ["waiting", "failed"]
    assert not bytes(Upload.objects.last().data)


def test_too_many_files_are_a_form_error(desk, course):
    html = send(desk, course, **{f"f{n}": b"x" for n in range(31)}).content.decode()
    assert "These are 31 files" in html
    assert not Upload.objects.exists()


def test_a_title_is_for_one_file(desk, course):
    data = {"course": course.pk, "title": "A title", "file": files(one=b"x", two=b"y")}
    assert "A title is for one file" in desk.post(ADD, data).content.decode()


def test_what_is_settled_is_cleared_and_what_waits_stays(desk, course):
    send(desk, course, one=BRIDGE.encode(), two=b"x")
    start(desk, Upload.objects.first())
    desk.post(page("clear", course.pk))
    assert Upload.objects.get().file_name == "two.md"
    assert Reading.objects.count() == 1


def test_the_page_of_files_takes_the_same_queries_however_many(desk, course, django_assert_max_num_queries):
    send(desk, course, **{f"f{n}": b"x" for n in range(20)})
    with django_assert_max_num_queries(8):
        desk.get(page("uploads", course.pk))


def test_a_known_file_leaves_the_published_reading_as_it_is(desk, bridge):
    desk.post(ADD, {"course": bridge.course.pk, "file": SimpleUploadedFile("again.md", BRIDGE.encode())})
    assert Reading.objects.get().is_published


def test_a_new_version_is_compared_and_nothing_stored(desk, bridge, sam):
    annotate(block(bridge, "opened in 1902"), sam, "three arches")
    upload = stage(desk, bridge)
    html = desk.get(page("compare", upload.pk)).content.decode()
    assert "<b>2</b> gone" in html
    assert "<td>1</td></tr>" in html
    bridge.refresh_from_db()
    assert (bridge.revision, Annotation.objects.get().state) == (1, "attached")


def test_an_accepted_version_takes_the_place_of_the_text(desk, bridge, ines):
    upload = stage(desk, bridge)
    answer = desk.post(page("compare", upload.pk), {"decision": "accept"})
    bridge.refresh_from_db()
    assert answer["Location"] == page("preview", bridge.pk)
    assert bridge.revision == 2
    assert bridge.blocks.filter(text__startswith="A ferry").exists()
    revision = bridge.revisions.get(number=2)
    assert (revision.by, revision.outcome["gone"]) == (ines, 2)


def test_accepting_twice_changes_nothing_more(desk, bridge):
    upload = stage(desk, bridge)
    for _ in range(2):
        desk.post(page("compare", upload.pk), {"decision": "accept"})
    bridge.refresh_from_db()
    assert bridge.revision == 2
    assert "was accepted" in desk.get(page("compare", upload.pk)).content.decode()


def test_a_discarded_version_leaves_everything(desk, bridge):
    upload = stage(desk, bridge)
    desk.post(page("compare", upload.pk), {"decision": "discard"})
    bridge.refresh_from_db()
    assert bridge.revision == 1
    assert not Upload.objects.exists()


def test_a_version_compared_with_an_older_text_is_compared_anew(desk, bridge):
    upload = stage(desk, bridge)
    other = BRIDGE.replace("grey", "gray")
    reading_import(course=bridge.course, data=other.encode(), name="o.md", slug=bridge.slug)
    html = desk.post(page("compare", upload.pk), {"decision": "accept"}, follow=True).content.decode()
    assert "has changed since this file was compared" in html
    bridge.refresh_from_db()
    assert bridge.revision == 2
    desk.post(page("compare", upload.pk), {"decision": "accept"})
    bridge.refresh_from_db()
    assert bridge.revision == 3


@pytest.mark.parametrize(("data", "said"), [(b"", "The file is empty"), (bytes(range(256)) * 40, "is not text")])
def test_a_new_version_that_cannot_be_read_leaves_everything(desk, bridge, data, said):
    answer = desk.post(page("replace", bridge.pk), {"file": SimpleUploadedFile("b.md", data)})
    assert said in desk.get(answer["Location"]).content.decode()
    bridge.refresh_from_db()
    assert bridge.revision == 1


def test_a_new_version_is_followed_until_it_is_compared(desk, bridge):
    desk.post(page("replace", bridge.pk), {"file": SimpleUploadedFile("b.md", BRIDGE_REVISED.encode()), "follow": "1"})
    upload = Upload.objects.get()
    assert 'data-state="waiting"' in desk.get(page("compare", upload.pk)).content.decode()
    start(desk, upload)
    assert 'data-state="compared" data-settled' in desk.get(page("compare", upload.pk), headers=FETCH).content.decode()
    assert "Accept the new version" in desk.get(page("compare", upload.pk)).content.decode()


def test_an_older_version_comes_back_through_the_same_comparison(desk, bridge, sam):
    upload = stage(desk, bridge)
    desk.post(page("compare", upload.pk), {"decision": "accept"})
    answer = desk.post(page("restore", bridge.pk, 1))
    back = Upload.objects.get(state="compared")
    assert answer["Location"] == page("compare", back.pk)
    desk.post(page("compare", back.pk), {"decision": "accept"})
    bridge.refresh_from_db()
    assert bridge.revision == 3
    assert block(bridge, "opened in 1902")


@pytest.mark.parametrize("name", ["compare", "start"])
def test_a_foreign_file_is_not_there(client, olga, ines, bridge, name):
    upload = Upload.objects.create(course=bridge.course, by=ines, file_name="x", replaces=bridge, state="compared")
    client.force_login(olga)
    assert client.post(page(name, upload.pk), {"decision": "accept"}).status_code == 404
    upload.refresh_from_db()
    assert upload.state == "compared"


@pytest.mark.parametrize("name", ["uploads", "clear"])
def test_files_of_a_foreign_course_are_not_there(client, olga, course, name):
    client.force_login(olga)
    assert client.post(page(name, course.pk)).status_code == 404
