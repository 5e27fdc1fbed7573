"""What the screens show, as items of a page. Nothing here opens a screen."""
