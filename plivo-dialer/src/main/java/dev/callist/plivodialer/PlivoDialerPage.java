package dev.callist.plivodialer;

import dev.callist.provider.Envelope;
import dev.callist.provider.EnvelopePeek;
import dev.callist.provider.PageToken;
import dev.callist.provider.Rows;
import dev.callist.provider.paging.RowCounts;
import dev.callist.provider.paging.RowRange;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A page of the dialer's response; {@code meta.next} only indicates that more rows follow. */
record PlivoDialerPage(
        @Nullable Rows<PlivoDialerCall> calls, @Nullable Meta meta) implements Envelope<PlivoDialerCall> {
    record Meta(
            @Nullable Long page,
            @Nullable Long limit,
            @Nullable Long total,
            @Nullable PageToken next) {}

    /** The envelope without its rows, if it can be read before or after them. */
    static Optional<PlivoDialerPage> peek(EnvelopePeek response) {
        return response.find("meta", Meta.class).map(meta -> new PlivoDialerPage(null, meta));
    }

    @Override
    public @Nullable Rows<PlivoDialerCall> rows() {
        return calls;
    }

    @Override
    public Optional<String> flaw() {
        if (meta == null || meta.next == null) {
            return Optional.of("meta.next is missing");
        }
        boolean counts = isCount(meta.page) && isCount(meta.limit);
        return counts ? Optional.empty() : Optional.of("meta.page and meta.limit must be positive 32-bit numbers");
    }

    /** The rows that the server reports, or the requested ones if it reports none. */
    RowCounts given(RowRange asked) {
        if (meta == null || meta.next == null) {
            return RowCounts.asAsked(asked, OptionalLong.empty());
        }
        long limit = meta.limit == null ? asked.limit() : meta.limit;
        long page = meta.page == null ? asked.page() : meta.page;
        long start = Math.min((page - 1) * limit, Integer.MAX_VALUE);
        OptionalLong total = meta.total == null || meta.total < 0 ? OptionalLong.empty() : OptionalLong.of(meta.total);
        boolean more = !meta.next.text().isBlank();
        return new RowCounts(new RowRange((int) start, (int) limit), total, Optional.of(more));
    }

    private static boolean isCount(@Nullable Long number) {
        return number == null || (number >= 1 && number <= Integer.MAX_VALUE);
    }
}
