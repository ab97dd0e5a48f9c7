package dev.callist.internal;

/**
 * Where a page of a list that may shift joins the page before it.
 *
 * @param firstNew the first row that the page before did not have
 * @param drifted whether rows were seen to have shifted since
 * @param lost whether none of the rows remembered stood any more, so that nobody can tell what is missing
 */
public record Seam(int firstNew, boolean drifted, boolean lost) {
    /** The seam of a page that goes on from a token: every row is new. */
    static final Seam NONE = new Seam(0, false, false);
}
