"""The generator of a safeguarding children board's website: facts in, pages out."""
