package dev.callist.internal.walk.resume;

import dev.callist.CallQuery;
import dev.callist.QueryPlan;
import dev.callist.internal.text.CheckedText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;

/** Binds a resume point to its list: a hash over the lister's identity and every filter of the query. */
public final class QueryFingerprint {
    private static final int LENGTH = 22;

    private QueryFingerprint() {}

    /** The fingerprint of a query on the lister that made the plan. */
    public static String of(QueryPlan plan, CallQuery query) {
        List<String> parts = new ArrayList<>();
        parts.add(plan.provider());
        parts.add(plan.identity());
        parts.add("createdFrom " + query.createdFrom());
        parts.add("createdBefore " + query.createdBefore());
        parts.add("direction " + query.direction());
        parts.add("statuses " + new TreeSet<>(query.statuses()));
        parts.add("from " + query.from());
        parts.add("to " + query.to());
        query.party().ifPresent(party -> parts.add("party " + party));
        parts.add("minDuration " + query.minDuration());
        parts.add("maxDuration " + query.maxDuration());
        parts.add("tags " + new TreeSet<>(query.tags()));
        query.providerFilters().stream()
                .map(own -> own.provider() + " " + own.parameters())
                .sorted()
                .forEach(parts::add);
        MessageDigest digest = CheckedText.sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(digest.digest())
                .substring(0, LENGTH);
    }
}
