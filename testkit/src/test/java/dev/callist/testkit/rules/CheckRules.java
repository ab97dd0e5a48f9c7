package dev.callist.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallListers;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.Cursor;
import dev.callist.ListerCheck;
import dev.callist.ListerCheck.Outcome;
import dev.callist.ListerCheck.Subject;
import dev.callist.QueryFilter;
import dev.callist.provider.ApiProfile.ProfiledLister;
import dev.callist.provider.InstantFormat;
import dev.callist.testkit.Deviation;
import dev.callist.testkit.Fault;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.TimeFormat;
import dev.callist.testkit.contract.ContractFixture;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The check of a lister finds each habit of a server that differs from what is documented, and nothing else. */
public interface CheckRules extends SpellingRules {
    /** So many calls that the list goes back more than a week. */
    int MANY = 8_000;

    /** The most requests of a check. */
    int MAX_REQUESTS = 5;

    /** How many deviations each provider's sandbox must be able to play. */
    int MIN_DEVIATIONS = 12;

    /** What every long list shows. */
    Set<Subject> ALWAYS_SEEN = Set.of(
            Subject.KEY,
            Subject.PAGE_SIZE,
            Subject.OVERLAP,
            Subject.ORDER,
            Subject.FILTERS,
            Subject.TIMES,
            Subject.WORDS,
            Subject.VALUES,
            Subject.PARTIES,
            Subject.IDS,
            Subject.FIELDS);

    @Test
    default void findsThatNothingDiffers() {
        try (ContractFixture fixture = fixture(MANY)) {
            ListerCheck check = checked(fixture);
            assertThat(check.differing()).as(check.toString()).isEmpty();
            assertThat(check.findings())
                    .extracting(ListerCheck.Finding::subject)
                    .containsExactly(Subject.values());
            assertThat(ALWAYS_SEEN)
                    .allSatisfy(subject ->
                            assertThat(check.finding(subject).outcome()).isEqualTo(Outcome.EXPECTED));
        }
    }

    @Test
    default void findsLittleInAShortList() {
        try (ContractFixture fixture = fixture(3)) {
            ListerCheck check = checked(fixture);
            assertThat(check.differing()).as(check.toString()).isEmpty();
            assertThat(check.finding(Subject.PAGE_SIZE).outcome()).isEqualTo(Outcome.NOT_SEEN);
            assertThat(check.finding(Subject.FIELDS).outcome()).isEqualTo(Outcome.EXPECTED);
        }
        try (ContractFixture fixture = fixture(0)) {
            ListerCheck check = checked(fixture);
            assertThat(check.differing()).as(check.toString()).isEmpty();
            assertThat(check.finding(Subject.KEY).outcome()).isEqualTo(Outcome.EXPECTED);
            assertThat(check.finding(Subject.WORDS).outcome()).isEqualTo(Outcome.NOT_SEEN);
        }
    }

    @TestFactory
    default Stream<DynamicTest> findsEachPlantedDeviationAndNothingElse() {
        Map<Deviation, Subject> planted = planted();
        assertThat(planted).hasSizeGreaterThanOrEqualTo(MIN_DEVIATIONS);
        return planted.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey().toString(), () -> {
                    try (ContractFixture fixture = fixture(MANY)) {
                        fixture.sandbox().deviating(entry.getKey());
                        ListerCheck check = checked(fixture);
                        assertThat(check.differing()).as(check.toString()).containsExactly(entry.getValue());
                    }
                }));
    }

    @Test
    default void comparesTheClocks() {
        try (ContractFixture fixture = fixture(10, ClientOptions.defaults())) {
            fixture.sandbox().deviating(Deviation.clockAhead(Duration.ZERO));
            assertThat(checked(fixture).finding(Subject.CLOCK).outcome()).isEqualTo(Outcome.EXPECTED);

            fixture.sandbox().deviating(Deviation.clockAhead(Duration.ofHours(-2)));
            ListerCheck check = checked(fixture);
            assertThat(check.differing()).containsExactly(Subject.CLOCK);
            assertThat(check.finding(Subject.CLOCK).seen()).containsPattern("1(19|20) minutes behind");
        }
    }

    @Test
    default void findsThatTheKeyIsRefused() {
        for (int status : new int[] {401, 403}) {
            try (ContractFixture fixture = fixture(MANY)) {
                fixture.sandbox().always(Fault.status(status));
                ListerCheck check = checked(fixture);
                assertThat(check.differing()).containsExactly(Subject.KEY);
                assertThat(check.finding(Subject.KEY).seen()).contains("status " + status);
                assertThat(check.requests()).isEqualTo(1);
            }
        }
    }

    @Test
    default void findsThatTheServerCannotServeTheUsualPage() {
        try (ContractFixture fixture = fixture(MANY)) {
            fixture.sandbox().on(1, Fault.status(500)).on(2, Fault.status(500));
            if (fixture.lister().plan(CallQuery.all()).pageSize() > 50) {
                ListerCheck check = checked(fixture);
                assertThat(check.differing()).as(check.toString()).containsExactly(Subject.PAGE_SIZE);
                assertThat(check.finding(Subject.PAGE_SIZE).seen()).contains("SERVER_ERROR", "status 500");
            } else {
                assertThat(failure(fixture).kind()).isEqualTo(Kind.SERVER_ERROR);
            }
        }
    }

    @Test
    default void failsAsTheFirstPageDoes() {
        try (ContractFixture fixture = fixture(MANY)) {
            fixture.sandbox().always(Fault.status(429));
            assertThat(failure(fixture).kind()).isEqualTo(Kind.RATE_LIMITED);
            assertThat(fixture.sandbox().requestCount()).isEqualTo(2);
        }
        try (ContractFixture fixture = fixture(MANY)) {
            fixture.sandbox().always(Fault.status(503));
            assertThat(failure(fixture).kind()).isEqualTo(Kind.SERVER_ERROR);
            assertThat(fixture.sandbox().requestCount()).isBetween(2, MAX_REQUESTS);
        }
    }

    @Test
    default void sendsAtMostFiveRequestsWhicheverFails() {
        for (int first = 2; first <= MAX_REQUESTS; first++) {
            try (ContractFixture fixture = fixture(MANY)) {
                for (int request = first; request <= 2 * MAX_REQUESTS; request++) {
                    fixture.sandbox().on(request, Fault.status(503));
                }
                assertThat(checked(fixture).differing()).isEmpty();
            }
        }
    }

    private static CallListException failure(ContractFixture fixture) {
        return catchThrowableOfType(CallListException.class, () -> CallListers.check(fixture.lister()));
    }

    /** A check, of which the requests and the texts are as they must be. */
    private ListerCheck checked(ContractFixture fixture) {
        int before = fixture.sandbox().requestCount();
        ListerCheck check = CallListers.check(fixture.lister());
        List<SandboxRequest> requests = fixture.sandbox().requests();
        assertThat(requests.size() - before).isEqualTo(check.requests()).isBetween(1, MAX_REQUESTS);
        assertThat(requests)
                .extracting(request -> request.method() + request.url().encodedPath())
                .containsOnly(requests.get(0).method() + requests.get(0).url().encodedPath());
        assertThat(check.toString()).doesNotContain(secret()).doesNotContainPattern("[0-9]{7}");
        assertThat(check.findings()).allSatisfy(finding -> {
            assertThat(finding.expected()).isNotBlank().doesNotContain("\n");
            assertThat(finding.seen()).isNotBlank().doesNotContain("\n");
        });
        return check;
    }

    private Map<Deviation, Subject> planted() {
        Map<Deviation, Subject> planted = new LinkedHashMap<>();
        planted.put(Deviation.pageCap(20), Subject.PAGE_SIZE);
        planted.put(Deviation.leastPage(30), Subject.PAGE_SIZE);
        planted.put(Deviation.placeIgnored(), Subject.OVERLAP);
        planted.put(Deviation.throttling(403), Subject.THROTTLING);
        planted.put(Deviation.keyRefused(), Subject.KEY);
        planted.put(Deviation.unknownField(), Subject.FIELDS);
        planted.put(Deviation.fractionalDurations(), Subject.VALUES);
        planted.put(Deviation.numbersWithScheme("tel:"), Subject.PARTIES);
        planted.put(Deviation.numbersWithScheme("sip:"), Subject.PARTIES);
        planted.put(Deviation.withheldPlaceholders(), Subject.PARTIES);
        planted.put(Deviation.undatedCalls(), Subject.TIMES);
        planted.put(Deviation.repeatedId(), Subject.IDS);
        try (ContractFixture fixture = fixture(1)) {
            if (!((ProfiledLister) fixture.lister()).writesNumbersAsText()) {
                planted.put(Deviation.numbersAsText(), Subject.VALUES);
            }
            plantTimes((ProfiledLister) fixture.lister(), planted);
            plantWords((ProfiledLister) fixture.lister(), planted);
            plantFilters(fixture.lister(), planted);
            plantTotals(fixture.lister(), planted);
        }
        return planted;
    }

    private static void plantTimes(ProfiledLister lister, Map<Deviation, Subject> planted) {
        InstantFormat usual = lister.profile().instants();
        if (usual != InstantFormat.RFC_2822) {
            planted.put(Deviation.times(TimeFormat.RFC_2822), Subject.TIMES);
        }
        if (usual != InstantFormat.EPOCH_SECONDS) {
            planted.put(Deviation.times(TimeFormat.EPOCH_SECONDS), Subject.TIMES);
        }
        if (usual == InstantFormat.RFC_2822 || usual == InstantFormat.EPOCH_SECONDS) {
            planted.put(Deviation.times(TimeFormat.ISO), Subject.TIMES);
        }
    }

    private void plantWords(ProfiledLister lister, Map<Deviation, Subject> planted) {
        if (!lister.knownWords().isEmpty()) {
            planted.put(Deviation.shoutedStatuses(), Subject.WORDS);
        }
        if (rowFields().words().isPresent()) {
            planted.put(Deviation.unknownWords(), Subject.WORDS);
        }
    }

    private static void plantFilters(CallLister lister, Map<Deviation, Subject> planted) {
        Set<QueryFilter> supported = lister.plan(CallQuery.all()).supportedFilters();
        for (QueryFilter[] filters : new QueryFilter[][] {
            {QueryFilter.DIRECTION}, {QueryFilter.STATUSES}, {QueryFilter.CREATED_FROM, QueryFilter.CREATED_BEFORE}
        }) {
            if (supported.containsAll(List.of(filters))) {
                planted.put(Deviation.filterIgnored(filters), Subject.FILTERS);
            }
        }
        if (supported.contains(QueryFilter.DIRECTION) || supported.contains(QueryFilter.STATUSES)) {
            planted.put(Deviation.filteredAfterCut(), Subject.FILTERS);
        }
        if (supported.contains(QueryFilter.TAGS)) {
            planted.put(Deviation.capitalTags(), Subject.TAGS);
        }
    }

    private static void plantTotals(CallLister lister, Map<Deviation, Subject> planted) {
        if (lister.fetch(CallQuery.all(), Cursor.FIRST).total().isPresent()) {
            planted.put(Deviation.totalOff(700), Subject.TOTAL);
            planted.put(Deviation.totalOff(-10), Subject.TOTAL);
            planted.put(Deviation.lateTotal(), Subject.TOTAL);
        } else {
            planted.put(Deviation.oldestFirst(), Subject.ORDER);
        }
    }
}
