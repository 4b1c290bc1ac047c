"""The writer's desk: from the admin's first page straight into a new article, with its author and its layout."""
