"""What something does, holds, allows, is used as, and where it is."""
