"""How each paper looks: laid out in our own strips, drawn by ReportLab, finished by pikepdf."""
