package dev.callist.internal;

import java.util.Optional;

/**
 * Where a page of a list that may shift joins the page before it.
 *
 * @param firstNew the first row that the page before did not have
 * @param drifted whether rows were seen to have shifted since
 * @param lost whether nobody can tell what is missing between the pages
 * @param next the place to go on from; absent at the end of the list
 */
record Seam(int firstNew, boolean drifted, boolean lost, Optional<RowPlace> next) {}
