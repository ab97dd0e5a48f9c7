package dev.callist.sync.internal.run;

import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ProviderFilters;
import dev.callist.QueryFilter;
import dev.callist.sync.SyncOptions;
import dev.callist.sync.SyncSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** What identifies a source. */
public final class SourceNames {
    private static final int HASH_BYTES = 8;

    private SourceNames() {}

    /** The source of a lister's calls. */
    public static SyncSource source(CallLister lister, SyncOptions options) {
        CallQuery query = options.query();
        String account = options.account().orElseGet(() -> lister.plan(query).identity());
        return new SyncSource(lister.provider(), account, hash(query), text(query));
    }

    private static String hash(CallQuery query) {
        List<String> parts = new ArrayList<>();
        query.direction().ifPresent(direction -> parts.add("direction=" + direction));
        query.from().ifPresent(from -> parts.add("from=" + from));
        query.to().ifPresent(to -> parts.add("to=" + to));
        query.party().ifPresent(party -> parts.add("party=" + party));
        query.providerFilters().stream()
                .sorted(Comparator.comparing(ProviderFilters::provider))
                .forEach(filters -> parts.add(filters.provider() + new TreeMap<>(filters.parameters())));
        byte[] digest = sha256().digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    }

    /** The names of the filters, and the direction; no value that may be a number. */
    private static String text(CallQuery query) {
        List<String> parts = new ArrayList<>();
        query.direction().ifPresent(direction -> parts.add(direction.name().toLowerCase(Locale.ROOT) + " only"));
        query.filters().stream()
                .filter(filter -> filter == QueryFilter.FROM || filter == QueryFilter.TO || filter == QueryFilter.PARTY)
                .sorted()
                .forEach(filter -> parts.add("one number in " + filter.name().toLowerCase(Locale.ROOT)));
        query.providerFilters()
                .forEach(filters -> parts.addAll(new TreeMap<>(filters.parameters())
                        .keySet().stream().map(name -> name + "=…").toList()));
        return parts.isEmpty() ? "all calls" : String.join(", ", parts);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
