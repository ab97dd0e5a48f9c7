package dev.callist.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.ClientOptions;
import dev.callist.ClientOptionsBuilder;
import dev.callist.ListingListener;
import dev.callist.ListingReport.Completeness;
import dev.callist.provider.ProviderFactory;
import dev.callist.provider.ProviderFactory.Setting;
import dev.callist.provider.ProviderSettings;
import dev.callist.sync.internal.jdbc.Database;
import dev.callist.sync.internal.jdbc.StoreAddress;
import dev.callist.testkit.ChangingCalls;
import dev.callist.testkit.ManualTime;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SandboxKind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Copies of sandboxes whose calls change over days, over HTTP: after each run, and at the end, the copy equals the
 * list.
 */
class SandboxSyncTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int DAYS = 14;
    private static final int HISTORIES = Integer.getInteger("callist.sandboxHistories", 5);
    private static final Duration ALL_TIME = Duration.ofDays(3_000);

    private final ManualTime time = ManualTime.startingAt(START);

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("dev.callist.testkit.SandboxKind#all")
    void keepsACopyOfAChangingListRight(SandboxKind provider) {
        ChangingCalls calls = ChangingCalls.of(1, START, Duration.ofMinutes(37));
        Random random = new Random(1);
        try (Sandbox sandbox = provider.start(calls, time, 0);
                CallLister lister = lister(provider, sandbox, options());
                CallStore store = JdbcCallStore.open(
                        folder.resolve(provider.provider() + ".db").toString())) {
            CallSync sync = sync(lister, store, random);
            Set<String> everListed = new HashSet<>();
            while (time.now().isBefore(START.plus(Duration.ofDays(DAYS)))) {
                time.advance(Duration.ofMinutes(60 + random.nextInt(1_200)));
                SyncReport report = sync.run();
                assertThat(report.completeness()).isEqualTo(Completeness.COMPLETE);
                calls.at(time.now()).forEach(call -> everListed.add(sandbox.id(call.index())));
                expectEqual(store, sync.source(), sandbox, calls.at(time.now()), everListed);
            }
            assertThat(everListed.size() - calls.at(time.now()).size())
                    .as("deleted calls that were copied")
                    .isGreaterThan(5);

            List<CallDifference> differences = new ArrayList<>();
            VerificationReport proof = CallVerification.of(lister, CallQuery.all(), ZoneOffset.UTC)
                    .against(store, sync.source(), differences::add);
            assertThat(differences).isEmpty();
            assertThat(proof.isProved()).isTrue();
            assertThat(proof.total().inCopy()).isEqualTo(calls.at(time.now()).size());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.callist.testkit.SandboxKind#all")
    void makesUpForRunsDuringWhichTheListChanged(SandboxKind provider) {
        ChangingCalls calls = ChangingCalls.of(2, START, Duration.ofMinutes(37));
        Random random = new Random(1);
        ListingListener advancing = new ListingListener() {
            @Override
            public void pageFetched(FetchedPage page) {
                time.advance(Duration.ofMinutes(5));
            }
        };
        try (Sandbox sandbox = provider.start(calls, time, 0);
                CallLister changing = lister(provider, sandbox, options().listener(advancing));
                CallLister still = lister(provider, sandbox, options());
                CallStore store = new InMemoryCallStore()) {
            for (int run = 0; run < DAYS; run++) {
                time.advance(Duration.ofHours(1 + random.nextInt(24)));
                sync(changing, store, random).run();
            }
            CallSync last = sync(still, store, random);
            assertThat(last.run().completeness()).isEqualTo(Completeness.COMPLETE);
            expectEqual(store, last.source(), sandbox, calls.at(time.now()), stored(store, last.source()));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.callist.testkit.SandboxKind#all")
    void makesUpForRunsThatWereKilledWhileOthersWereRefused(SandboxKind provider) {
        int killed = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            killed += killRuns(provider, seed);
        }
        assertThat(killed).isGreaterThan(HISTORIES);
    }

    /** Plays a random history whose runs are killed at random statements, and returns how many were. */
    private int killRuns(SandboxKind provider, int seed) {
        Random random = new Random(seed);
        Database database = StoreAddress.of(folder.resolve(provider.provider() + "-" + seed + ".db"));
        ChangingCalls calls = ChangingCalls.of(seed, time.now(), Duration.ofMinutes(60 + random.nextInt(240)));
        int killed = 0;
        try (Sandbox sandbox = provider.start(calls, time, 0);
                CallLister lister = lister(provider, sandbox, options())) {
            for (int run = 0; run < 8; run++) {
                time.advance(Duration.ofHours(1 + random.nextInt(36)));
                WatchedDatabase.Kill kill = new WatchedDatabase.Kill(random.nextInt(80));
                try (CallStore store = new JdbcCallStore(new WatchedDatabase(database, kill))) {
                    run(lister, store, syncOptions(random).listener(refusing(lister, database)));
                } catch (CallStoreException e) {
                    assertThat(kill.isDead()).as("seed " + seed + ": " + e).isTrue();
                    killed++;
                }
            }
            try (CallStore store = new JdbcCallStore(database)) {
                run(lister, store, syncOptions(random));
                CallSync last = CallSync.create(
                        lister, store, syncOptions(random).lookback(ALL_TIME).build());
                assertThat(last.run().completeness()).as("seed " + seed).isEqualTo(Completeness.COMPLETE);
                expectEqual(store, last.source(), sandbox, calls.at(time.now()), stored(store, last.source()));
            }
        }
        return killed;
    }

    private static void run(CallLister lister, CallStore store, SyncOptionsBuilder options) {
        CallSync.create(lister, store, options.build()).run();
    }

    /** Tries a second run during each listing. */
    private SyncListener refusing(CallLister lister, Database database) {
        return new SyncListener() {
            @Override
            public void began(SyncReport.Purpose purpose, TimeRange range) {
                try (CallStore other = new JdbcCallStore(database)) {
                    assertThatThrownBy(() -> run(lister, other, syncOptions(new Random(1))))
                            .isInstanceOfSatisfying(CallStoreException.class, e -> assertThat(e.kind())
                                    .isEqualTo(CallStoreException.Kind.LOCKED));
                }
            }
        };
    }

    private CallSync sync(CallLister lister, CallStore store, Random random) {
        return CallSync.create(lister, store, syncOptions(random).build());
    }

    private SyncOptionsBuilder syncOptions(Random random) {
        return SyncOptions.builder()
                .account("test")
                .query(CallQuery.builder().pageSize(20).build())
                .time(Optional.of(time))
                .random(Optional.of(random));
    }

    private ClientOptionsBuilder options() {
        return ClientOptions.builder().time(time);
    }

    /** The ids of all calls that the store has of a source. */
    private static Set<String> stored(CallStore store, SyncSource source) {
        Set<String> ids = new HashSet<>();
        store.read(source, TimeRange.ALL, call -> ids.add(call.row().id().id()));
        return ids;
    }

    /** Expects each listed call in the table as it is, and each other call that was ever listed as missing. */
    private static void expectEqual(
            CallStore store, SyncSource source, Sandbox sandbox, List<SandboxCall> listed, Set<String> everListed) {
        Map<String, StoredCall> present = new HashMap<>();
        Set<String> missing = new HashSet<>();
        store.read(source, TimeRange.ALL, call -> {
            if (call.missingSince().isEmpty()) {
                present.put(call.row().id().id(), call);
            } else {
                missing.add(call.row().id().id());
            }
        });
        assertThat(present.keySet())
                .isEqualTo(listed.stream().map(call -> sandbox.id(call.index())).collect(Collectors.toSet()));
        Set<String> gone = new HashSet<>(everListed);
        gone.removeAll(present.keySet());
        assertThat(missing).isEqualTo(gone);
        boolean showsPrices =
                present.values().stream().anyMatch(stored -> stored.row().get(CallColumn.PRICE_AMOUNT) != null);
        for (SandboxCall call : listed) {
            CallRow row = Objects.requireNonNull(present.get(sandbox.id(call.index())))
                    .row();
            CallStatus status = CallStatus.valueOf((String) Objects.requireNonNull(row.get(CallColumn.STATUS)));
            boolean hasStatus = status != CallStatus.UNKNOWN || row.get(CallColumn.PROVIDER_STATUS) != null;
            if (hasStatus) {
                assertThat(status.isFinal())
                        .as("%s", call)
                        .isEqualTo(call.status().isFinal());
                assertThat(status == CallStatus.COMPLETED)
                        .as("%s", call)
                        .isEqualTo(call.status() == CallStatus.COMPLETED);
            }
            call.duration().ifPresent(duration -> assertThat((BigDecimal) row.get(CallColumn.DURATION))
                    .as("%s", call)
                    .isEqualByComparingTo(BigDecimal.valueOf(duration.toSeconds())));
            if (showsPrices) {
                BigDecimal price = (BigDecimal) row.get(CallColumn.PRICE_AMOUNT);
                assertThat(Optional.ofNullable(price).map(BigDecimal::abs).map(BigDecimal::stripTrailingZeros))
                        .as("%s", call)
                        .isEqualTo(call.price().map(shown -> shown.amount().stripTrailingZeros()));
            }
        }
    }

    private static CallLister lister(SandboxKind provider, Sandbox sandbox, ClientOptionsBuilder options) {
        ProviderFactory factory = ProviderFactory.of(provider.provider());
        Map<String, String> settings = new HashMap<>(provider.settings());
        settings.put(Setting.BASE_URL, sandbox.url().toString());
        return factory.create(ProviderSettings.of(factory, settings, provider.environment()), options.build());
    }
}
