// Pickers, Markdown preview, upload, charts.
