"""Accessible PDF (PDF/UA-1) on ReportLab's canvas and pikepdf.

A layer of its own that knows nothing of our papers. While a page is drawn, `marks.Marks`
brackets what is drawn as content of an `tree.Element` or as an artifact; afterwards
`finish.finish` writes the structure tree, bookmarks and metadata into the file.
"""
