"""`python -m nisba` is the command `nisba`."""

from nisba.cli import main

if __name__ == "__main__":
    main()
