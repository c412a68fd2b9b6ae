"""The index stage: keys of parts, and the way from a query to candidate names."""
