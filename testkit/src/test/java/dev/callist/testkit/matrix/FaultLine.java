package dev.callist.testkit.matrix;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One line of the matrix.
 *
 * @param faults the faults that it is a case of
 * @param server what the server does, as steps
 * @param once the outcome when it happens once
 * @param always the outcome when it happens to every request
 * @param where providers and pages; none means all
 * @param with settings of the client; empty text for the usual ones
 */
record FaultLine(
        String faults, String server, ExpectedOutcome once, ExpectedOutcome always, List<String> where, String with) {
    private static final Set<String> PROVIDERS = Set.of("bird", "signalwire", "plivo-dialer", "search", "twilio");

    boolean isFor(String provider) {
        return where.stream().noneMatch(PROVIDERS::contains) || where.contains(provider);
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
                    if (!PROVIDERS.contains(word)) {
                        throw new IllegalArgumentException("neither a provider nor a page: " + word);
                    }
                }
            }
        }
        return pages.isEmpty() ? EnumSet.allOf(PageInWalk.class) : pages;
    }
}
