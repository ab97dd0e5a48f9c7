package dev.callist.testkit.matrix;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One line of the matrix.
 *
 * @param faults the names of the faults that it covers
 * @param server what the server does, as steps
 * @param once the outcome if the fault hits one request
 * @param always the outcome if it hits every request
 * @param where providers and pages; empty for all
 * @param with settings of the client; empty for the defaults
 */
record FaultLine(
        String faults, String server, ExpectedOutcome once, ExpectedOutcome always, List<String> where, String with) {
    private static final Set<String> PAGES = Set.of("first", "middle", "last", "later");

    boolean isFor(String provider) {
        return PAGES.containsAll(where) || where.contains(provider);
    }

    /** The providers that the line names; empty for all. */
    List<String> providers() {
        return where.stream().filter(word -> !PAGES.contains(word)).toList();
    }

    Set<PageInWalk> pages() {
        EnumSet<PageInWalk> pages = EnumSet.noneOf(PageInWalk.class);
        for (String word : where) {
            switch (word) {
                case "first" -> pages.add(PageInWalk.FIRST);
                case "middle" -> pages.add(PageInWalk.MIDDLE);
                case "last" -> pages.add(PageInWalk.LAST);
                case "later" -> pages.addAll(EnumSet.of(PageInWalk.MIDDLE, PageInWalk.LAST));
                default -> {
                    continue; // a provider
                }
            }
        }
        return pages.isEmpty() ? EnumSet.allOf(PageInWalk.class) : pages;
    }
}
