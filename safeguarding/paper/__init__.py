"""Pages on paper: posters, cards, leaflets, lists and whole reports as PDF, in the words of the
pages themselves."""
