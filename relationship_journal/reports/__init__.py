"""The weekly review, briefs and exports as Markdown and HTML, and charts as data."""
