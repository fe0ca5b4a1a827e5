"""The shape of a guidance pack, and the reading of one."""
