"""The work queue: what waits for an editor, on the admin's first page, and what is planned, as a calendar."""
