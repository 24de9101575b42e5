"""Use cases: what a person does to a journal, without Qt and without SQL."""
