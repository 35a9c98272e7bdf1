"""The same facts as files beside the pages."""
