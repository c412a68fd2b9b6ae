"""Training of the sound model: run by `make train`, never imported by the rest of the package."""
