"""The wizard: the first of the two front ends, and the only room that knows widgets."""
