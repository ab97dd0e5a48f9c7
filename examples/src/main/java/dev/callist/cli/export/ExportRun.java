package dev.callist.cli.export;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListing;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.EndReason;
import dev.callist.cli.console.Console;
import dev.callist.cli.console.ExitCode;
import dev.callist.cli.console.FailureText;
import dev.callist.cli.console.OutputStyle;
import dev.callist.cli.console.ProgressDisplay;
import dev.callist.cli.text.ReportLine;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Writes the calls of a listing to a sink, reports the result and returns the exit code. */
public final class ExportRun {
    private final Console console;
    private final OutputStyle style;
    private final ProgressDisplay progress;

    /** Creates a run that shows its progress on this display. */
    public ExportRun(Console console, OutputStyle style, ProgressDisplay progress) {
        this.console = console;
        this.style = style;
        this.progress = progress;
    }

    /** Writes all calls of the listing. */
    public int write(CallListing listing, CallSink sink) throws IOException {
        long startNanos = System.nanoTime();
        try (CallIterator walk = listing.iterator()) {
            console.cancellation().whenCancelled(walk::close);
            sink.start(walk);
            try {
                writeCalls(walk, sink);
            } catch (CallListException e) {
                sink.walkFailed(walk);
                progress.pause();
                reportUnreadableFields(walk);
                return reportFailure(walk, sink, e);
            }
            Completeness completeness = sink.finish(walk);
            progress.pause();
            reportUnreadableFields(walk);
            if (!style.quiet() || completeness != Completeness.COMPLETE) {
                Duration elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
                console.printLine(ReportLine.of(walk.report(), completeness, sink.earlierCalls(), elapsed));
            }
            if (!style.quiet() && walk.report().endReason().equals(Optional.of(EndReason.LIMIT))) {
                console.printLine(sink.limitNote());
            }
            return ExitCode.of(completeness);
        }
    }

    private void writeCalls(CallIterator walk, CallSink sink) throws IOException {
        while (walk.hasNext()) {
            Call call = walk.next();
            sink.write(call);
            sink.checkpoint(walk);
            progress.callWritten(call);
        }
    }

    private void reportUnreadableFields(CallIterator walk) {
        ReportLine.ofUnreadableFields(walk.report()).ifPresent(console::printLine);
    }

    private int reportFailure(CallIterator walk, CallSink sink, CallListException failure) {
        String note = sink.failureNote(sink.earlierCalls() + walk.report().calls());
        console.printLine(reason(failure) + (note.isEmpty() ? "" : "; " + note));
        return ExitCode.of(failure.kind());
    }

    private String reason(CallListException failure) {
        if (console.cancellation().isCancelled()) {
            return "INTERRUPTED: the export was stopped";
        }
        return style.namesProviders()
                ? FailureText.withName(progress.source(failure), failure)
                : FailureText.withoutProvider(failure);
    }
}
