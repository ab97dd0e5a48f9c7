package dev.callist.sync.internal.verify;

import dev.callist.sync.CallId;
import dev.callist.sync.StoredCall;
import java.util.List;
import java.util.Map;

/** Finds calls of the copy by their keys, also those outside of the window. */
@FunctionalInterface
public interface StoredFinder {
    /** The calls that the copy has of these. */
    Map<CallId, StoredCall> find(List<CallId> ids);
}
