"""The places a person can go to."""
