// Lists.
