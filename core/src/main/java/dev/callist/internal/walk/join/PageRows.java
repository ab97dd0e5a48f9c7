package dev.callist.internal.walk.join;

import dev.callist.Call;
import dev.callist.CallPage;
import dev.callist.RejectedRow;
import dev.callist.internal.walk.seen.CallIdentity;
import dev.callist.internal.walk.seen.CallKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The rows of a page in the server's order: its calls, and the rejected rows between them. */
public final class PageRows {
    private final List<Call> calls;
    private final @Nullable RejectedRow[] rejected;
    private final int[] callsBefore;
    private CallKey.@Nullable Prefix prefix;

    PageRows(CallPage page) {
        this.calls = page.calls();
        int bad = page.rejected().size();
        this.rejected = new RejectedRow[bad == 0 ? 0 : calls.size() + bad];
        this.callsBefore = new int[rejected.length];
        page.rejected().forEach(this::place);
        for (int row = 1; row < rejected.length; row++) {
            callsBefore[row] = callsBefore[row - 1] + (rejected[row - 1] == null ? 1 : 0);
        }
    }

    /** Puts a rejected row at its index, or at the next free one if a lister reports an impossible index. */
    private void place(RejectedRow row) {
        int index = Math.floorMod(row.index(), rejected.length);
        while (rejected[index] != null) {
            index = (index + 1) % rejected.length;
        }
        rejected[index] = row;
    }

    public int size() {
        return hasOnlyCalls() ? calls.size() : rejected.length;
    }

    public CallKey key(int row) {
        RejectedRow bad = hasOnlyCalls() ? null : rejected[row];
        return bad == null ? key(call(row)) : CallKey.of(bad);
    }

    /** When the call of a row was created; absent for a rejected row. */
    public Optional<Instant> createdAt(int row) {
        return isCall(row) ? call(row).createdAt() : Optional.empty();
    }

    /** The total that a page gives, unless the page itself has rows beyond it. */
    static OptionalLong total(CallPage page) {
        int rows = page.calls().size() + page.rejected().size();
        long reached = rows == 0 ? 0 : page.firstRow().orElse(0) + (long) rows;
        return page.total().orElse(-1) >= reached ? page.total() : OptionalLong.empty();
    }

    /** The keys of the last rows before an end with their identities, this many at most. */
    public List<CallKey> lastKeys(int end, int most) {
        List<CallKey> keys = new ArrayList<>();
        for (int row = Math.max(0, end - most); row < end; row++) {
            keys.add(isCall(row) ? key(row).with(CallIdentity.of(call(row))) : key(row));
        }
        return keys;
    }

    private boolean hasOnlyCalls() {
        return rejected.length == 0;
    }

    boolean isCall(int row) {
        return hasOnlyCalls() || rejected[row] == null;
    }

    Call call(int row) {
        return calls.get(hasOnlyCalls() ? row : callsBefore[row]);
    }

    /** The row of a call of this page; the first one when the page has the same object twice. */
    public int rowOf(Call call) {
        for (int row = 0; row < size(); row++) {
            if (isCall(row) && call(row) == call) {
                return row;
            }
        }
        throw new IllegalArgumentException("the call is not on this page");
    }

    /** The row with this key: the expected row if it matches, otherwise the last match; -1 if not found. */
    int find(CallKey wanted, int expected) {
        if (expected >= 0 && expected < size() && key(expected).equals(wanted)) {
            return expected;
        }
        int row = size() - 1;
        while (row >= 0 && !key(row).equals(wanted)) {
            row--;
        }
        return row;
    }

    private CallKey key(Call call) {
        CallKey.Prefix known = prefix;
        if (known == null || !known.fits(call)) {
            known = CallKey.Prefix.of(call);
            prefix = known;
        }
        return known.key(call);
    }
}
