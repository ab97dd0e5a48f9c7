package dev.callist.cli;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListing;
import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import java.io.IOException;
import java.time.Duration;

/** Moves calls from a listing to a sink. */
final class Export {
    private final Console console;
    private final CallFormat format;
    private final Progress progress;
    private final boolean quiet;
    private final boolean ofSeveral;

    /** An export of the calls of one provider, or of several, whose failures then are told with their names. */
    Export(Console console, CallFormat format, Progress progress, boolean quiet, boolean ofSeveral) {
        this.console = console;
        this.format = format;
        this.progress = progress;
        this.quiet = quiet;
        this.ofSeveral = ofSeveral;
    }

    int run(CallListing listing, CallSink sink) throws IOException {
        long started = System.nanoTime();
        try (CallIterator walk = listing.iterator()) {
            console.cancellation().whenCancelled(walk::close);
            sink.start(walk);
            try {
                move(walk, sink);
            } catch (CallListException e) {
                sink.suspend(walk);
                progress.clear();
                return stopped(walk, sink, e);
            }
            Completeness completeness = sink.finish(walk);
            progress.clear();
            if (!quiet || completeness != Completeness.COMPLETE) {
                Duration took = Duration.ofNanos(System.nanoTime() - started);
                console.note(ReportLine.of(walk.report(), completeness, sink.before(), took));
            }
            return ExitCode.of(completeness);
        }
    }

    private void move(CallIterator walk, CallSink sink) throws IOException {
        while (walk.hasNext()) {
            Call call = walk.next();
            sink.write(format.row(call));
            sink.settle(walk);
            progress.handed(call);
        }
    }

    private int stopped(CallIterator walk, CallSink sink, CallListException failure) {
        ListingReport report = walk.report();
        String after = sink.afterwards(sink.before() + report.calls());
        String what = ofSeveral ? Failures.lineOfSeveral(failure) : Failures.line(failure);
        String line = console.cancellation().isCancelled() ? "INTERRUPTED: stopped" : what;
        console.note(line + (after.isEmpty() ? "" : "; " + after));
        return ExitCode.of(failure.kind());
    }
}
