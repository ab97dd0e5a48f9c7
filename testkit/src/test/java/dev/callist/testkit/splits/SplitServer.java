package dev.callist.testkit.splits;

import dev.callist.testkit.PageTwist;
import dev.callist.testkit.ProviderProtocol;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.SandboxResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A list in a given order, with a filter by time.
 *
 * @param rows the rows, in the order of the list
 * @param filter how it understands the two ends of a request
 */
record SplitServer(SplitWire wire, List<SplitRow> rows, Filter filter) implements ProviderProtocol {
    /** How a server selects by time. */
    interface Filter {
        /** Both ends are included. */
        Filter INCLUSIVE =
                (number, row, from, until) -> from.filter(row.at()::isBefore).isEmpty()
                        && until.filter(row.at()::isAfter).isEmpty();

        /** Neither end is included. */
        Filter EXCLUSIVE = (number, row, from, until) ->
                from.filter(start -> !row.at().isAfter(start)).isEmpty()
                        && until.filter(end -> !row.at().isBefore(end)).isEmpty();

        /** Fractions of a second are ignored, and the end is not included. */
        Filter WHOLE_SECONDS = (number, row, from, until) -> {
            Function<Instant, Instant> cut = at -> at.truncatedTo(ChronoUnit.SECONDS);
            return from.map(cut).filter(row.at()::isBefore).isEmpty()
                    && until.map(cut).filter(end -> !row.at().isBefore(end)).isEmpty();
        };

        boolean selects(int number, SplitRow row, Optional<Instant> from, Optional<Instant> until);

        /** Rows without a time are always returned. */
        default Filter lenient() {
            return (number, row, from, until) -> !row.isDated() || selects(number, row, from, until);
        }

        /** Rows without a time are never returned if an end is set. */
        default Filter strict() {
            return (number, row, from, until) ->
                    (row.isDated() || (from.isEmpty() && until.isEmpty())) && selects(number, row, from, until);
        }

        /** From a request on, everything is returned. */
        default Filter ignoredFrom(int request) {
            return (number, row, from, until) -> number >= request || selects(number, row, from, until);
        }
    }

    @Override
    public int calls() {
        return rows.size();
    }

    @Override
    public String id(int index) {
        return rows.get(index).id();
    }

    @Override
    public SandboxResponse respond(SandboxRequest request, PageTwist twist) {
        Optional<Instant> from = wire.from(request);
        Optional<Instant> until = wire.until(request);
        List<SplitRow> selected = rows.stream()
                .filter(row -> filter.selects(request.number(), row, from, until))
                .toList();
        int start = Math.min(wire.place(request), selected.size());
        int end = Math.min(start + wire.pageSize(request), selected.size());
        Optional<Integer> next = end < selected.size() ? Optional.of(end) : Optional.empty();
        return SandboxResponse.json(200, wire.page(selected.subList(start, end), next));
    }

    @Override
    public SandboxResponse error(int status) {
        return SandboxResponse.json(status, "{}");
    }
}
