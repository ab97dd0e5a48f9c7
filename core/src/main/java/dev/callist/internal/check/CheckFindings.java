package dev.callist.internal.check;

import dev.callist.ListerCheck;
import dev.callist.ListerCheck.Finding;
import dev.callist.ListerCheck.Outcome;
import dev.callist.ListerCheck.Subject;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects the findings of one check. A difference is final; everything else may be replaced. */
final class CheckFindings {
    private static final int MAX_NAMES = 8;

    private final Map<Subject, String> expectations = new EnumMap<>(Subject.class);
    private final Map<Subject, Finding> findings = new EnumMap<>(Subject.class);

    CheckFindings() {
        for (Subject subject : Subject.values()) {
            expectations.put(subject, usual(subject));
            notSeen(subject, "no call was listed");
        }
    }

    private static String usual(Subject subject) {
        return switch (subject) {
            case KEY -> "accepted";
            case THROTTLING -> "status 429";
            case CLOCK -> "at most 5 minutes apart";
            case PAGE_SIZE -> "as many rows as requested";
            case OVERLAP -> "the next page continues where the previous one ends";
            case ORDER -> "newest first";
            case TOTAL -> "the number of rows";
            case FILTERS -> "applied before pages are cut";
            case DAY_ZONE -> "whole days of some zone, the first and the last one included";
            case TIMES -> "every call has a creation time, written as usual";
            case WORDS -> "known statuses and directions";
            case VALUES -> "numbers written as usual, every field readable";
            case PARTIES -> "plain numbers and addresses";
            case TAGS -> "lower case";
            case IDS -> "every row has an id of its own";
            case FIELDS -> "the fields of the provider's record";
        };
    }

    /** Says more precisely what is expected. */
    void expect(Subject subject, String expectation) {
        expectations.put(subject, expectation);
    }

    void expected(Subject subject, String seen) {
        put(subject, Outcome.EXPECTED, seen);
    }

    void differs(Subject subject, String seen) {
        put(subject, Outcome.DIFFERS, seen);
    }

    void notSeen(Subject subject, String reason) {
        put(subject, Outcome.NOT_SEEN, reason);
    }

    /** A difference if there is something to say, and else as expected. */
    void judge(Subject subject, List<String> differences, String usual) {
        if (differences.isEmpty()) {
            expected(subject, usual);
        } else {
            differs(subject, String.join("; ", differences));
        }
    }

    boolean isDiffering(Subject subject) {
        return outcome(subject) == Outcome.DIFFERS;
    }

    private Outcome outcome(Subject subject) {
        Finding finding = findings.get(subject);
        return finding == null ? Outcome.NOT_SEEN : finding.outcome();
    }

    private void put(Subject subject, Outcome outcome, String seen) {
        if (outcome(subject) != Outcome.DIFFERS) {
            findings.put(subject, new Finding(subject, outcome, expectations.getOrDefault(subject, ""), seen));
        }
    }

    /** Names in alphabetical order; after the first few, only their number. */
    static String names(Collection<String> names) {
        List<String> sorted = names.stream().sorted().toList();
        Stream<String> first = sorted.stream().limit(MAX_NAMES);
        int others = sorted.size() - MAX_NAMES;
        Stream<String> rest = others > 0 ? Stream.of("and " + others + " more") : Stream.empty();
        return Stream.concat(first, rest).collect(Collectors.joining(", "));
    }

    ListerCheck report(String provider, int requests) {
        return new ListerCheck(
                provider,
                requests,
                Stream.of(Subject.values()).map(findings::get).toList());
    }
}
