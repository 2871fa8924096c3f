"""Documents of ours in many genres, and what scanners and converters do to them, with the truth carried along."""
