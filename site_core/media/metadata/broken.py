class BrokenPicture(ValueError):
    """What should be the file of a picture is not, or ends too early."""
