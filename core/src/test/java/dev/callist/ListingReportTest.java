package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException.Kind;
import dev.callist.ListingReport.Doubt;
import dev.callist.ListingReport.EndReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ListingReportTest {
    @Test
    void returnsItselfIfItIsComplete() {
        ListingReport report = report().endReason(EndReason.END_OF_LIST).build();

        assertThat(report.requireComplete()).isSameAs(report);
    }

    @Test
    void saysWhyItIsNotComplete() {
        fails(
                report().endReason(EndReason.END_OF_LIST).addDoubts(Doubt.SHARED_ID, Doubt.BETWEEN_PAGES),
                "UNKNOWN: rows may be missing between two pages; different calls have the same id");
        fails(report().endReason(EndReason.FAILED), "INCOMPLETE: FAILED");
        fails(report(), "INCOMPLETE: not ended yet");
    }

    private static void fails(ListingReportBuilder report, String reasons) {
        CallListException e = catchThrowableOfType(CallListException.class, report.build()::requireComplete);

        assertThat(e.kind()).isEqualTo(Kind.NOT_COMPLETE);
        assertThat(e.isRetryable()).isFalse();
        assertThat(e).hasMessage("list: NOT_COMPLETE: " + reasons);
    }

    private static ListingReportBuilder report() {
        return ListingReport.builder()
                .pages(1)
                .calls(1)
                .duplicates(0)
                .rejected(0)
                .filteredHere(0)
                .retries(0)
                .waited(Duration.ZERO)
                .ordered(true)
                .drifted(false);
    }
}
