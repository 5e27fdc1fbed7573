"""From what is said about a pupil to the route and the step where the case begins."""
