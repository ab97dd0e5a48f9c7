package dev.callist.internal.walk.join;

/** What happened between a page and the previous one. */
public enum Seam {
    /** The page continues where the previous one ended. */
    TIGHT(false, false),
    /** Rows have shifted, but none are missing. */
    DRIFT(true, false),
    /** Rows may be missing between the two pages. */
    GAP(false, true),
    /** Rows have shifted, and rows may be missing. */
    DRIFT_AND_GAP(true, true);

    private final boolean drifted;
    private final boolean gap;

    Seam(boolean drifted, boolean gap) {
        this.drifted = drifted;
        this.gap = gap;
    }

    /** Whether rows have shifted. */
    public boolean hasDrifted() {
        return drifted;
    }

    /** Whether rows may be missing. */
    public boolean hasGap() {
        return gap;
    }

    Seam withGap() {
        return drifted ? DRIFT_AND_GAP : GAP;
    }
}
