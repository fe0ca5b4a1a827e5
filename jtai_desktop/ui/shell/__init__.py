"""The frame around every page: band, navigation, hub, register of actions."""
