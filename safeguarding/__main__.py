"""`python -m safeguarding` is the command line."""

from safeguarding.cli import main

main(prog_name="safeguarding")
