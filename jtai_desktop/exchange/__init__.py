"""Files in and out that are not reports: workbooks, calendars, letters."""
