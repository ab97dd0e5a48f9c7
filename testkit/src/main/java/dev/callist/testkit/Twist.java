package dev.callist.testkit;

/** How a page differs from the one that the provider would give. */
enum Twist {
    NONE,
    EMPTY_PAGE,
    SAME_PLACE
}
