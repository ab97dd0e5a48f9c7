package dev.callist.internal.check;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.ListerCheck.Subject;
import dev.callist.internal.threads.AttemptScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Sends the few requests of a check, and notes what each says about throttling and the clock. */
final class ListerProbe {
    /** How many requests a check sends at most, retries included. */
    static final int MAX_REQUESTS = 5;

    private static final int MAX_ATTEMPTS = 2;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration LARGEST_DIFFERENCE = Duration.ofMinutes(5);

    private final CallLister lister;
    private final CheckFindings findings;
    private final List<CallPage> pages = new ArrayList<>();
    private int requests;

    ListerProbe(CallLister lister, CheckFindings findings) {
        this.lister = lister;
        this.findings = findings;
    }

    /** All requests so far, retries included. */
    int requests() {
        return requests;
    }

    /** All pages that were received, in order. */
    List<CallPage> pages() {
        return pages;
    }

    /**
     * Fetches a page that a subject needs; absent, with the reason in the findings, if the request fails or may not be
     * sent any more.
     */
    Optional<CallPage> find(Subject subject, CallQuery query, Cursor cursor) {
        if (requests >= MAX_REQUESTS) {
            findings.notSeen(subject, "the " + MAX_REQUESTS + " requests were used up");
            return Optional.empty();
        }
        try {
            return Optional.of(fetch(query, cursor));
        } catch (CallListException e) {
            if (e.kind() == Kind.CLOSED || e.kind() == Kind.INTERRUPTED) {
                throw e;
            }
            findings.notSeen(subject, "the request failed: " + reason(e));
            return Optional.empty();
        }
    }

    /**
     * Fetches a page.
     *
     * @throws CallListException when no attempt succeeds
     */
    CallPage fetch(CallQuery query, Cursor cursor) {
        AttemptScope scope = new AttemptScope(Math.min(MAX_ATTEMPTS, MAX_REQUESTS - requests));
        Instant asked = lister.options().time().now();
        int reported = 1;
        try {
            CallPage page = scope.run(() -> lister.fetch(query, cursor));
            reported = page.retries() + 1;
            page.servedAt().ifPresent(served -> compareClocks(asked, served));
            pages.add(page);
            return page;
        } catch (CallListException e) {
            reported = Math.max(1, e.failure().attempts());
            if (e.kind() == Kind.RATE_LIMITED) {
                noteThrottling(e.failure().status());
            }
            throw e;
        } finally {
            requests += scope.begun() > 0 ? scope.begun() : reported;
            scope.failures().stream()
                    .filter(failed -> failed.kind() == Kind.RATE_LIMITED)
                    .forEach(failed -> noteThrottling(failed.status()));
        }
    }

    private void noteThrottling(OptionalInt status) {
        String seen = "status " + (status.isPresent() ? status.getAsInt() : "unknown");
        if (status.orElse(TOO_MANY_REQUESTS) == TOO_MANY_REQUESTS) {
            findings.expected(Subject.THROTTLING, seen);
        } else {
            findings.differs(Subject.THROTTLING, seen + ", with a wait or a code that says so");
        }
    }

    /** The server's time should lie between the request and the response. */
    private void compareClocks(Instant asked, Instant served) {
        Instant now = lister.options().time().now();
        Duration ahead = Duration.between(served.isBefore(asked) ? asked : now, served);
        boolean isBetween = !served.isBefore(asked) && !served.isAfter(now);
        if (isBetween || ahead.abs().compareTo(LARGEST_DIFFERENCE) <= 0) {
            findings.expected(Subject.CLOCK, "the clocks agree");
        } else {
            findings.differs(
                    Subject.CLOCK,
                    "the server's clock is " + ahead.abs().toMinutes() + " minutes "
                            + (ahead.isNegative() ? "behind" : "ahead"));
        }
    }

    /** The kind and the status of a failure, without anything that the server wrote. */
    static String reason(CallListException failure) {
        OptionalInt status = failure.failure().status();
        return failure.kind() + (status.isPresent() ? ", status " + status.getAsInt() : "");
    }

    /** How many rows a page has, calls or not. */
    static int rows(CallPage page) {
        return page.calls().size() + page.rejected().size();
    }
}
