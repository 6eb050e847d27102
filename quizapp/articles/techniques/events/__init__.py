"""People, laws, events and views."""
