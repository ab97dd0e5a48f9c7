package dev.callist.internal;

import dev.callist.Cursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntConsumer;

/** A list counted in rows, newest first, and a walk through it that has nothing but its places. */
final class ShiftingServer {
    private static final Instant NEWEST = Instant.parse("2026-03-01T12:00:00Z");
    private static final int MOST_REQUESTS = 500;

    final List<RowMark> rows = new ArrayList<>();
    final Set<String> received = new LinkedHashSet<>();
    boolean counted;
    boolean totalled = true;
    OptionalInt total = OptionalInt.empty();
    int clamp = Integer.MAX_VALUE;
    int requests;
    int repeated;
    boolean drifted;
    boolean lost;
    private int arrivals;

    ShiftingServer(int calls) {
        for (int i = 0; i < calls; i++) {
            rows.add(new RowMark("c" + i, Optional.of(NEWEST.minusSeconds(i / 2))));
        }
    }

    /** One that counts pages and says whether more follow. */
    ShiftingServer countingPages() {
        counted = true;
        return this;
    }

    void arrive(int calls) {
        for (int i = 0; i < calls; i++) {
            arrivals++;
            rows.add(0, new RowMark("n" + arrivals, Optional.of(NEWEST.plusSeconds(arrivals))));
        }
    }

    /** Walks to the end; before each request but the first something may happen to the list. */
    void walk(int pageSize, IntConsumer before) {
        Optional<Cursor> next = Optional.of(Cursor.FIRST);
        Set<Cursor> used = new LinkedHashSet<>();
        while (next.isPresent()) {
            if (!used.add(next.get()) || ++requests > MOST_REQUESTS) {
                throw new IllegalStateException("the walk goes round in circles");
            }
            if (requests > 1) {
                before.accept(requests);
            }
            next = page(RowPlace.of("test", next.get()), pageSize);
        }
    }

    private Optional<Cursor> page(RowPlace place, int pageSize) {
        RowWindow asked = counted ? place.pageWindow(pageSize) : place.window(pageSize);
        int limit = Math.min(asked.limit(), clamp);
        RowWindow given = new RowWindow(counted ? (asked.page() - 1) * limit : asked.start(), limit);
        List<RowMark> page =
                List.copyOf(rows.subList(Math.min(rows.size(), given.start()), Math.min(rows.size(), given.end())));
        OptionalLong said = totalled ? OptionalLong.of(total.orElse(rows.size())) : OptionalLong.empty();
        RowsGiven facts = counted
                ? new RowsGiven(asked, given, said, Optional.of(given.end() < rows.size()))
                : RowsGiven.asAsked(asked, said);
        Seam seam = RowSeam.of(place, facts, page);
        drifted |= seam.drifted();
        lost |= seam.lost();
        for (RowMark fresh : page.subList(seam.firstNew(), page.size())) {
            repeated += received.add(fresh.key()) ? 0 : 1;
        }
        return seam.next().map(RowPlace::cursor);
    }

    List<String> keys() {
        return rows.stream().map(RowMark::key).toList();
    }
}
