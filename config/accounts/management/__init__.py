"""Commands about people and clients."""
