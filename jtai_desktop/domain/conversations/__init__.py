"""Talking with children, parents and carers: who was asked, what they decided, what is planned."""
