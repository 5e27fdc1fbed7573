"""The one course of a talk: everything a face may ask of it stands in :mod:`.course`."""
