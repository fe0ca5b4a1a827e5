"""The look: colours, type, icons and the words of states, for light, dark and high contrast."""
