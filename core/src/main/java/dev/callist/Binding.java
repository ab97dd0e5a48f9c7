package dev.callist;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;

/** What ties a resume point to its list: a hash over the lister's identity and every filter of the query. */
final class Binding {
    private Binding() {}

    static String of(QueryPlan plan, CallQuery query) {
        List<String> parts = new ArrayList<>();
        parts.add(plan.provider());
        parts.add(plan.identity());
        parts.add("createdFrom " + query.createdFrom());
        parts.add("createdBefore " + query.createdBefore());
        parts.add("direction " + query.direction());
        parts.add("statuses " + new TreeSet<>(query.statuses()));
        parts.add("from " + query.from());
        parts.add("to " + query.to());
        parts.add("minDuration " + query.minDuration());
        parts.add("maxDuration " + query.maxDuration());
        parts.add("tags " + new TreeSet<>(query.tags()));
        query.providerFilters().stream()
                .map(own -> own.provider() + " " + own.parameters())
                .sorted()
                .forEach(parts::add);
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(digest.digest())
                .substring(0, 22);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
