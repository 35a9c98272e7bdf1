"""A model -> what is shown: order, wording, rounding, the geometry of pictures. No HTML."""
