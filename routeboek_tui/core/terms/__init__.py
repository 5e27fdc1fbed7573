"""Terms: what a source gives for something to do, until which day that is, and how it is said."""
