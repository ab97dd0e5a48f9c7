package dev.callist.testkit;

/** How a page differs from the provider's correct page. */
public enum PageTwist {
    /** The correct page. */
    NONE,
    /** The page has no rows although more follow: it leads to the same rows again. */
    EMPTY_PAGE,
    /** The page names, as the next one, the page that was requested; a first page leads to the first page. */
    SAME_PLACE
}
