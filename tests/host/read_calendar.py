"""Reads a calendar file as another program does and prints what it understood, an event a line."""
import sys
from icalendar import Calendar


def shown(event, name):
    if name not in event:
        return ""
    value = event[name]
    if hasattr(value, "cats"):
        return ",".join(str(one) for one in value.cats)
    if hasattr(value, "dt"):
        return value.dt.isoformat()
    return str(value).replace("\n", "\\n")


with open(sys.argv[1], "rb") as file:
    calendar = Calendar.from_ical(file.read())
assert str(calendar["VERSION"]) == "2.0" and calendar["PRODID"]
print("|".join(["X-WR-CALNAME", str(calendar["X-WR-CALNAME"])]))
for event in calendar.walk("VEVENT"):
    for required in ("UID", "DTSTAMP", "DTSTART"):
        assert required in event, required
    assert not event.errors, event.errors
    names = ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION", "STATUS", "CATEGORIES"]
    print("|".join(shown(event, name) for name in names))
