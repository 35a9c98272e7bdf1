"""What people bring from Word and from their mail: what is left of it in a page, and whole
documents that become pages."""
