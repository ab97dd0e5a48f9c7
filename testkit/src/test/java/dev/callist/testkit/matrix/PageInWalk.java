package dev.callist.testkit.matrix;

/** A page of a walk through several. */
enum PageInWalk {
    FIRST,
    MIDDLE,
    LAST;

    /** The page's number, from 1, in a walk with this many pages. */
    int number(int pages) {
        return switch (this) {
            case FIRST -> 1;
            case MIDDLE -> (pages + 1) / 2;
            case LAST -> pages;
        };
    }
}
