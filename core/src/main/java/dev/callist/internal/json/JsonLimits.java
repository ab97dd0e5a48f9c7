package dev.callist.internal.json;

/**
 * How much JSON one document may hold.
 *
 * @param depth the deepest nesting of objects and lists
 * @param tokens the most tokens
 */
public record JsonLimits(int depth, long tokens) {}
