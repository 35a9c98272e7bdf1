"""What a fact is. Models know no HTML, no MkDocs and no clock."""
