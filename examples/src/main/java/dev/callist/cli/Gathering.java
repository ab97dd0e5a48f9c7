package dev.callist.cli;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.ListingReport.Completeness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The newest calls of one provider after another; with several, one that fails does not keep the others back. */
final class Gathering {
    private static final Comparator<Call> NEWEST_FIRST = Comparator.comparing(
                    (Call call) -> call.createdAt().orElse(Instant.MIN))
            .reversed();

    private final Console console;
    private final QueryOptions options;
    private final long limit;
    private final boolean isSeveral;
    private final List<Call> calls = new ArrayList<>();
    private int exitCode = ExitCode.DONE;
    private boolean hasGathered;

    Gathering(Console console, QueryOptions options, long limit, boolean isSeveral) {
        this.console = console;
        this.options = options;
        this.limit = limit;
        this.isSeveral = isSeveral;
    }

    /** Throws what fails when it is the only one, and tells it in a line when there are several. */
    void gather(Provider provider, Account account) {
        if (console.cancellation().isCancelled()) {
            return;
        }
        if (!isSeveral) {
            walk(provider, account);
            return;
        }
        try {
            walk(provider, account);
        } catch (Refusal e) {
            if (provider.isMeantBy(account)) {
                throw e;
            }
            console.note(provider.name() + " is left out: " + e.getMessage());
        } catch (CallListException e) {
            console.note(String.valueOf(e.getMessage()));
            hasGathered = true;
            exitCode = ExitCode.FAILED;
        }
    }

    /** The newest of all, newest first; those of a single provider as they came. */
    List<Call> calls() {
        return isSeveral ? calls.stream().sorted(NEWEST_FIRST).limit(limit).toList() : List.copyOf(calls);
    }

    int exitCode() {
        return hasGathered ? exitCode : ExitCode.USAGE;
    }

    private void walk(Provider provider, Account account) {
        try (CallLister lister = provider.open(account)) {
            CallListing listing = options.settings(lister.list(options.query(Optional.of(limit), lister::plan)));
            try (CallIterator walk = listing.limit(limit).iterator()) {
                console.cancellation().whenCancelled(walk::close);
                walked(provider, completeness(walk));
            }
        }
    }

    private Completeness completeness(CallIterator walk) {
        try {
            walk.forEachRemaining(calls::add);
            return walk.report().completeness();
        } catch (CallListException e) {
            if (!console.cancellation().isCancelled()) {
                throw e;
            }
            return Completeness.INCOMPLETE;
        }
    }

    private void walked(Provider provider, Completeness completeness) {
        hasGathered = true;
        if (completeness == Completeness.COMPLETE) {
            return;
        }
        console.note((isSeveral ? provider.name() + ": " : "") + completeness + ": calls may be missing");
        exitCode = exitCode == ExitCode.FAILED ? exitCode : ExitCode.NOT_COMPLETE;
    }
}
