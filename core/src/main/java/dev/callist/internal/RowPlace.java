package dev.callist.internal;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.Cursor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A place in a list that is counted in rows, which shift while calls arrive or vanish. It remembers the last rows received,
 * the anchors: the next page is asked for from an anchor on, and goes on after it wherever it stands now. Where no anchor is
 * found the place steps back to look for one.
 *
 * @param received rows received so far
 * @param most rows that the server gives at once; 0 until it has said so
 * @param back how often this place has stepped back
 * @param anchors the ids of the last rows received, the last one last; empty text for a row without an id
 */
public record RowPlace(int received, int most, int back, List<String> anchors) {
    private static final int MOST_ANCHORS = 5;
    private static final int MOST_STEPS_BACK = 8;
    private static final RowPlace START = new RowPlace(0, 0, 0, List.of());

    /**
     * The place that a cursor stands for.
     *
     * @throws CallListException INVALID_RESUME_POINT when the cursor is not one of this kind
     */
    public static RowPlace of(String provider, Cursor cursor) {
        if (cursor.isFirst()) {
            return START;
        }
        String[] parts = cursor.text().split(":", -1);
        try {
            String ids = new String(Base64.getUrlDecoder().decode(parts[3]), StandardCharsets.UTF_8);
            return new RowPlace(
                    Integer.parseInt(parts[0]),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    List.of(ids.split("\n", -1)));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw CallListException.of(Kind.INVALID_RESUME_POINT, provider)
                    .detail("the cursor is none of this lister's")
                    .build()
                    .asException();
        }
    }

    /** This place as a cursor. */
    public Cursor cursor() {
        byte[] ids = String.join("\n", anchors).getBytes(StandardCharsets.UTF_8);
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(ids);
        return new Cursor(received + ":" + most + ":" + back + ":" + encoded);
    }

    /** The rows to ask for in an API that takes any offset: from the last anchor on. */
    public RowWindow window(int pageSize) {
        int limit = limit(pageSize);
        return new RowWindow(firstWanted(limit), limit);
    }

    /** The rows to ask for in an API that counts pages: the page size that brings most beyond the last anchor. */
    public RowWindow pageWindow(int pageSize) {
        int limit = limit(pageSize);
        int wanted = firstWanted(limit);
        RowWindow best = new RowWindow(wanted - wanted % limit, limit);
        for (int size = limit - 1; size > limit / 2; size--) {
            RowWindow window = new RowWindow(wanted - wanted % size, size);
            if (window.start() + window.limit() > best.start() + best.limit()) {
                best = window;
            }
        }
        return best;
    }

    /** How a page that starts at a row joins this place; absent when an anchor must be looked for further back. */
    public Optional<Seam> seam(int start, List<String> ids) {
        for (int i = anchors.size() - 1; i >= 0; i--) {
            int found = anchors.get(i).isEmpty() ? -1 : ids.lastIndexOf(anchors.get(i));
            if (found >= 0) {
                boolean moved = start + found != received - anchors.size() + i || i < anchors.size() - 1;
                return Optional.of(new Seam(found + 1, moved, false));
            }
        }
        if (anchors.stream().allMatch(String::isEmpty)) {
            return Optional.of(new Seam(Math.max(0, Math.min(ids.size(), received - start)), false, false));
        }
        boolean mayStepBack = start > 0 && back < MOST_STEPS_BACK;
        return mayStepBack ? Optional.empty() : Optional.of(new Seam(0, true, true));
    }

    /** The place further back, where an anchor is looked for next. */
    public RowPlace steppedBack() {
        return new RowPlace(received, most, back + 1, anchors);
    }

    /** The same place, with what the server gives at once. */
    public RowPlace withMost(int rows) {
        return new RowPlace(received, rows, back, anchors);
    }

    /** The place after a page that started at a row. */
    public RowPlace after(int start, List<String> ids) {
        List<String> known = new ArrayList<>(ids.size() < MOST_ANCHORS ? anchors : List.of());
        known.removeAll(ids);
        known.addAll(ids);
        List<String> last = known.subList(Math.max(0, known.size() - MOST_ANCHORS), known.size());
        return new RowPlace(start + ids.size(), most, 0, List.copyOf(last));
    }

    private int limit(int pageSize) {
        int limit = most > 0 ? Math.min(most, pageSize) : pageSize;
        return anchors.isEmpty() ? limit : Math.max(2, limit);
    }

    private int firstWanted(int limit) {
        int anchor = Math.max(0, received - 1);
        long step = back == 0 ? 0 : (long) limit << (back - 1);
        return (int) Math.max(0, anchor - step);
    }
}
