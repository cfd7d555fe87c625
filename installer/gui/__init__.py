"""The wizard: one of the two front ends, and the only package that uses widgets."""
