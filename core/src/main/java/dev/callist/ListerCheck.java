package dev.callist;

import java.util.List;
import java.util.Objects;

/**
 * What {@link CallListers#check} found out about the server of a lister. It contains no personal data: words are shown
 * only if they are short technical words, fields by name, and values never. Immutable.
 *
 * @param provider the lister's name
 * @param requests how many requests were sent, retries included
 * @param findings one finding for each subject, in the order of {@link Subject}
 */
public record ListerCheck(String provider, int requests, List<Finding> findings) {
    /** Copies the findings and rejects null. */
    public ListerCheck {
        Objects.requireNonNull(provider, "provider");
        findings = List.copyOf(findings);
    }

    /** The finding about a subject. */
    public Finding finding(Subject subject) {
        return findings.stream()
                .filter(finding -> finding.subject() == subject)
                .findFirst()
                .orElseThrow();
    }

    /** The subjects in which the server differs from what is expected; empty if there are none. */
    public List<Subject> differing() {
        return findings.stream()
                .filter(finding -> finding.outcome() == Outcome.DIFFERS)
                .map(Finding::subject)
                .toList();
    }

    /**
     * What was found out about one subject.
     *
     * @param subject what was looked at
     * @param outcome whether it is as expected
     * @param expected what the provider documents or the lister relies on, in a few words
     * @param seen what the server did, or why it could not be seen, in a few words
     */
    public record Finding(Subject subject, Outcome outcome, String expected, String seen) {
        /** Rejects null. */
        public Finding {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(expected, "expected");
            Objects.requireNonNull(seen, "seen");
        }
    }

    /** Whether a subject is as expected. */
    public enum Outcome {
        /** The server does what is expected. */
        EXPECTED,
        /** The server does something else. */
        DIFFERS,
        /** The rows and responses did not show it. */
        NOT_SEEN
    }

    /** What is looked at. */
    public enum Subject {
        /** Whether the credential is accepted. */
        KEY,
        /** How the server says that there were too many requests. */
        THROTTLING,
        /** Whether the server's clock and the local one agree within five minutes. */
        CLOCK,
        /** Whether a page has as many rows as requested. */
        PAGE_SIZE,
        /** Whether the next page continues where the previous one ended. */
        OVERLAP,
        /** Whether the list runs newest first. */
        ORDER,
        /** Whether the server's total is the number of rows. */
        TOTAL,
        /** Whether the server applies the filters that the lister leaves to it, before it cuts pages. */
        FILTERS,
        /** Which days the server means by bare dates. */
        DAY_ZONE,
        /** Whether each call has a creation time, and times are written as usual. */
        TIMES,
        /** Whether statuses and directions are known words. */
        WORDS,
        /** Whether numbers and durations are written as usual, and every field can be read. */
        VALUES,
        /** Whether parties are plain numbers and addresses. */
        PARTIES,
        /** Whether tags are in lower case where the server filters by them. */
        TAGS,
        /** Whether every row is a call with an id of its own. */
        IDS,
        /** Whether rows have only the fields that the provider's record has. */
        FIELDS
    }
}
