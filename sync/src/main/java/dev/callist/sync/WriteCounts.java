package dev.callist.sync;

import java.util.Optional;

/**
 * Counts what happened to the calls that were written to a store.
 *
 * @param created calls that the store did not have
 * @param changed calls whose content differed
 * @param unchanged calls whose content was the same
 * @param missing calls that the source no longer has
 * @param returned calls that were missing and are back; they count as changed or unchanged, too
 */
public record WriteCounts(long created, long changed, long unchanged, long missing, long returned) {
    /** Nothing was written. */
    public static final WriteCounts NONE = new WriteCounts(0, 0, 0, 0, 0);

    /** What became of one call. */
    public static WriteCounts of(Optional<StoredCall> before, StoredCall now) {
        if (before.isEmpty()) {
            return new WriteCounts(1, 0, 0, 0, 0);
        }
        boolean isChanged = !now.row().equals(before.get().row());
        boolean isBack = before.get().missingSince().isPresent();
        return new WriteCounts(0, isChanged ? 1 : 0, isChanged ? 0 : 1, 0, isBack ? 1 : 0);
    }

    /** The sum of both. */
    public WriteCounts plus(WriteCounts more) {
        return new WriteCounts(
                created + more.created,
                changed + more.changed,
                unchanged + more.unchanged,
                missing + more.missing,
                returned + more.returned);
    }

    /** Whether the store had other calls before. */
    public boolean hasChanges() {
        return created + changed + missing + returned > 0;
    }
}
