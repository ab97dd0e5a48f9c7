package dev.callist.testkit.rules;

import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallIterator;
import dev.callist.CallListing;
import dev.callist.CallPage;
import dev.callist.CallParty;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.Cursor;
import dev.callist.ListingListener;
import dev.callist.ListingReport.Completeness;
import dev.callist.testkit.Fault;
import dev.callist.testkit.RigFaults;
import dev.callist.testkit.contract.ContractFixture;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import okio.ByteString;
import org.junit.jupiter.api.Test;

/** The same value is read from the same spellings with every provider, and no text stops a page. */
public interface SpellingRules extends ProviderUnderTest {
    /** The names of the provider's fields. */
    RowFields rowFields();

    @Test
    default void readsATimeInEveryUnambiguousSpelling() {
        for (String spelling : List.of(
                "'2025-10-09T08:53:20Z'",
                "'2025-10-09T08:53:20.000000Z'",
                "'2025-10-09T10:53:20+02:00'",
                "'2025-10-09T04:53:20-0400'",
                "'2025-10-09 08:53:20+00'",
                "'2025-10-09 08:53:20 UTC'",
                "'2025-10-09t08:53:20z'",
                "'Thu, 09 Oct 2025 08:53:20 +0000'",
                "'Thu, 9 Oct 2025 10:53:20 +0200'",
                "'09 Oct 2025 08:53:20 GMT'",
                "1760000000",
                "1760000000.0",
                "1.76e9",
                "1760000000000",
                "'1760000000'",
                "'1760000000.000'")) {
            Call call = read(rowFields().created(), spelling);
            assertThat(call.createdAt()).as(spelling).contains(Instant.parse("2025-10-09T08:53:20Z"));
            assertThat(call.problems()).as(spelling).isEmpty();
        }
        assertThat(read(rowFields().created(), "1760000000.25").createdAt())
                .contains(Instant.parse("2025-10-09T08:53:20.250Z"));
    }

    @Test
    default void namesATimeThatIsAmbiguousOrWasNotSet() {
        for (String spelling : List.of(
                "'2025-10-09'",
                "'09/10/2025 08:53:20'",
                "'Thu, 09 Oct 2025 08:53:20'",
                "'2025-10-09T08:53:20 CST'",
                "20251009",
                "0",
                "'0'",
                "'1970-01-01T00:00:00Z'",
                "'1970-01-01 00:00:00+00'",
                "'Thu, 01 Jan 1970 00:00:00 +0000'",
                "'Wed, 31 Dec 1969 19:00:00 -0500'",
                "'0001-01-01T00:00:00Z'",
                "'0000-00-00 00:00:00'")) {
            Call call = read(rowFields().created(), spelling);
            assertThat(call.createdAt()).as(spelling).isEmpty();
            assertThat(call.problems()).as(spelling).containsExactly(rowFields().created());
        }
    }

    @Test
    default void doesNotCallAWindowCompleteThatATimeZeroFellOutOf() {
        try (ContractFixture fixture = fixture(3)) {
            fixture.sandbox().always(edited(rowFields().created(), PageEditor.json("0")));
            CallQuery window = CallQuery.builder()
                    .createdFrom(Instant.parse("2020-01-01T00:00:00Z"))
                    .build();
            assertThat(completeness(fixture.lister().list(window))).isEqualTo(Completeness.UNKNOWN);
        }
    }

    @Test
    default void readsADurationInEverySpelling() {
        boolean isMillis = rowFields().duration().unit() == TimeUnit.MILLISECONDS;
        Map<String, Duration> seconds = Map.of(
                "5", Duration.ofSeconds(5),
                "'5'", Duration.ofSeconds(5),
                "5.0", Duration.ofSeconds(5),
                "5e0", Duration.ofSeconds(5),
                "5.5", Duration.ofMillis(5_500),
                "'53.645'", Duration.ofMillis(53_645),
                "0", Duration.ZERO);
        seconds.forEach(
                (spelling, duration) -> assertDuration(spelling, isMillis ? duration.dividedBy(1000) : duration));
        assertDuration("48062.389", isMillis ? Duration.ofNanos(48_062_389_000L) : Duration.ofMillis(48_062_389));
        assertDuration("'00:08:10'", Duration.ofSeconds(490));
        assertDuration("'01:00:00.5'", Duration.ofMillis(3_600_500));
        for (String unreadable : List.of("'8:10'", "-1", "'5,5'", "'soon'", "1e30")) {
            Call call = read(rowFields().duration().name(), unreadable);
            assertThat(call.duration()).as(unreadable).isEmpty();
            assertThat(call.problems())
                    .as(unreadable)
                    .containsExactly(rowFields().duration().name());
        }
    }

    private void assertDuration(String spelling, Duration duration) {
        Call call = read(rowFields().duration().name(), spelling);
        assertThat(call.duration()).as(spelling).contains(duration);
        assertThat(call.problems()).as(spelling).isEmpty();
    }

    @Test
    default void readsAnIdThatIsTextOrANumber() {
        Map<String, String> ids = Map.of(
                "'call-17'", "call-17",
                "'00042'", "00042",
                "17", "17",
                "17.0", "17",
                "18446744073709551616", "18446744073709551616",
                "9007199254740993", "9007199254740993",
                "1.5551234567e10", "15551234567");
        ids.forEach((spelling, id) ->
                assertThat(read(rowFields().id(), spelling).id()).as(spelling).isEqualTo(id));
    }

    @Test
    default void readsAWordInEverySpelling() {
        rowFields().words().ifPresent(words -> {
            readsStatus(
                    words.status(),
                    CallStatus.NO_ANSWER,
                    "no-answer",
                    "no_answer",
                    "NO_ANSWER",
                    "No Answer",
                    " no-answer ",
                    "noAnswer");
            readsStatus(words.status(), CallStatus.CANCELED, "canceled", "cancelled", "CANCELED", "Cancelled");
            readsStatus(words.status(), CallStatus.IN_PROGRESS, "in-progress", "in_progress", "In Progress", "ongoing");
            readsDirection(
                    words.direction(),
                    CallDirection.INBOUND,
                    "inbound",
                    "INBOUND",
                    "Inbound",
                    "incoming",
                    "INCOMING",
                    " inbound");
            readsDirection(
                    words.direction(), CallDirection.OUTBOUND, "outbound", "outbound-api", "OUTBOUND_DIAL", "Outgoing");
            readsStatus(words.status(), CallStatus.UNKNOWN, "answered", "sideways", "", "-");
            readsDirection(words.direction(), CallDirection.UNKNOWN, "answered", "sideways", "", "-");
        });
    }

    private void readsStatus(String field, CallStatus expected, String... words) {
        for (String word : words) {
            assertThat(read(field, "'" + word + "'").status()).as(word).isEqualTo(expected);
        }
    }

    private void readsDirection(String field, CallDirection expected, String... words) {
        for (String word : words) {
            assertThat(read(field, "'" + word + "'").direction()).as(word).isEqualTo(expected);
        }
    }

    @Test
    default void takesNoPlaceholderOfAWithheldCallerForANumber() {
        for (String digits : List.of("266696687", "7378742883", "2562533", "86282452253")) {
            assertWithheld("'" + digits + "'");
            assertWithheld("'+" + digits + "'");
            assertWithheld(digits);
            assertWithheld("'sip:" + digits + "@example.org'");
            assertWithheld("'tel:+" + digits + "'");
        }
        for (String word : List.of(
                "anonymous",
                "Anonymous",
                "RESTRICTED",
                "unknown",
                "private",
                "Unavailable",
                "withheld",
                "blocked",
                "No Caller ID",
                "-1",
                "-2",
                "sip:anonymous@anonymous.invalid",
                "<sip:anonymous@anonymous.invalid>",
                "Anonymous <sip:anonymous@anonymous.invalid;user=phone>",
                "SIP:Restricted@203.0.113.7:5060",
                "\u202aanonymous\u202c")) {
            assertWithheld("'" + word + "'");
        }
    }

    private void assertWithheld(String address) {
        assertThat(read(rowFields().caller(), address).from())
                .as(address)
                .hasValueSatisfying(caller -> assertThat(caller.kind()).isEqualTo(CallParty.Kind.ANONYMOUS))
                .hasValueSatisfying(caller -> assertThat(caller.e164()).isEmpty());
    }

    @Test
    default void comparesPartiesAsNumbers() {
        CallQuery query = CallQuery.builder().from("+351910000001").build();
        for (String address : List.of(
                "+351910000001",
                "tel:+351910000001",
                "TEL:+351-910-000-001",
                "sip:+351910000001@example.org",
                "sips:+351910000001@203.0.113.7:5061;transport=tcp",
                "<sip:+351910000001@example.org>",
                "Caller <sip:+351910000001@example.org>;tag=5",
                "sip:00351910000001@example.org;user=phone",
                "+351910000001;ext=5",
                "00351910000001",
                " +351 910 000 001 ",
                "+351 (910) 000-001",
                "\u202a+351910000001\u202c",
                "\u200e+351\u00a0910\u00a0000\u00a0001")) {
            Call call = read(rowFields().caller(), "'" + address + "'");
            assertThat(query.matches(call)).as(address).isTrue();
            CallQuery asked = CallQuery.builder().from(address).build();
            assertThat(asked.matches(read(rowFields().caller(), "'+351910000001'")))
                    .as(address)
                    .isTrue();
        }
        for (String address : List.of(
                "+351910000002",
                "sip:+351910000002@example.org",
                "sip:bob@example.org",
                "tel:+35191000000",
                "anonymous")) {
            assertThat(query.matches(read(rowFields().caller(), "'" + address + "'")))
                    .as(address)
                    .isFalse();
        }
    }

    @Test
    default void cannotJudgeACallThatDoesNotSayWhatAFilterNeeds() {
        CallQuery caller = CallQuery.builder().from("+351910000001").build();
        for (String address : List.of(
                "'sip:bob@example.org'",
                "'client:agent'",
                "'anonymous'",
                "'+266696687'",
                "'351910000001'",
                "351910000001",
                "'910 000 001'",
                "'011351910000001'",
                "'+351 (0)910 000 001'",
                "'+351910000001 ext. 5'",
                "'+3519100000\ufffd1'",
                "'Front desk'",
                "null",
                "''",
                "true",
                "['+351910000001']",
                "{'number':'+351910000001'}")) {
            assertUnclear(caller, rowFields().caller(), address);
        }
        CallQuery early = CallQuery.builder().createdBefore(Instant.MAX).build();
        for (String time : List.of("null", "''", "0", "'soon'", "'2026-03-01'", "{}", "[]", "true", "-1")) {
            assertUnclear(early, rowFields().created(), time);
        }
        CallQuery lasting =
                CallQuery.builder().maxDuration(Duration.ofDays(9_999)).build();
        for (String duration : List.of("null", "''", "-1", "'8:10'", "{}", "[5]", "true", "1e30")) {
            assertUnclear(lasting, rowFields().duration().name(), duration);
        }
        CallQuery known = CallQuery.builder()
                .statuses(EnumSet.complementOf(EnumSet.of(CallStatus.UNKNOWN)))
                .build();
        rowFields().words().ifPresent(words -> {
            for (String word : List.of("'sideways'", "'voicemail'", "null", "''", "5", "true", "['busy']", "{}")) {
                assertUnclear(known, words.status(), word);
                assertUnclear(
                        CallQuery.builder().direction(CallDirection.INBOUND).build(), words.direction(), word);
            }
        });
    }

    private void assertUnclear(CallQuery query, String field, String json) {
        assertThat(query.match(read(field, json))).as("%s: %s", field, json).isEqualTo(CallQuery.Match.UNCLEAR);
    }

    @Test
    default void readsAPageWithABrokenTextAndNamesTheField() {
        for (String broken : List.of(
                "\u00ff",
                "\u00e9",
                "\u00c0\u00af",
                "\u00ed\u00a0\u00bd",
                "\u00f0\u009f\u0098",
                "\t",
                "\n",
                "\u0000",
                "\u001b",
                "\\ud83d",
                "\\ude00\\ud83d",
                "\\x")) {
            try (ContractFixture fixture = fixture(3)) {
                List<Call> whole =
                        fixture.lister().fetch(CallQuery.all(), Cursor.FIRST).calls();
                fixture.sandbox().always(withBytes(broken.getBytes(StandardCharsets.ISO_8859_1)));
                CallPage page = fixture.lister().fetch(CallQuery.all(), Cursor.FIRST);
                assertThat(ids(page.calls())).as(broken).isEqualTo(ids(whole));
                assertThat(page.calls().get(1).problems())
                        .as(broken)
                        .containsExactly(rowFields().text());
                assertThat(page.calls().get(1).rawJson().orElseThrow()).contains("N\ufffd");
                assertThat(page.calls()).as(broken).startsWith(whole.get(0)).endsWith(whole.get(2));
                assertThat(completeness(fixture.lister().list(CallQuery.all()))).isEqualTo(Completeness.COMPLETE);
            }
        }
    }

    @Test
    default void countsTheFieldsThatCannotBeReadByName() {
        Map<String, Long> heard = new TreeMap<>();
        ListingListener listener = new ListingListener() {
            @Override
            public void fieldsUnreadable(String provider, int page, Map<String, Long> fields) {
                fields.forEach((field, count) -> heard.merge(field, count, Long::sum));
            }
        };
        RowFields fields = rowFields();
        try (ContractFixture fixture =
                        fixture(25, ContractFixture.quick().listener(listener).build());
                CallIterator walk =
                        fixture.lister().list(pagesOf(10)).readAhead(0).iterator()) {
            for (int request = 1; request <= 3; request++) {
                fixture.sandbox().on(request, RigFaults.edited(page -> {
                    fields.change(page.row(4), fields.created(), TextNode.valueOf("soon"));
                    fields.change(page.row(4), fields.duration().name(), TextNode.valueOf("long"));
                    fields.change(page.row(3), fields.duration().name(), TextNode.valueOf("short"));
                }));
            }
            walk.forEachRemaining(call -> {});
            assertThat(walk.report().unreadableFields())
                    .isEqualTo(heard)
                    .containsOnly(
                            Map.entry(fields.created(), 3L),
                            Map.entry(fields.duration().name(), 6L));
        }
    }

    @Test
    default void takesANullListForAPageThatIsNotKnownToBeEmpty() {
        try (ContractFixture fixture = fixture(3)) {
            fixture.sandbox().always(RigFaults.edited(PageEditor::nullRows));
            assertThat(fixture.lister().list(CallQuery.all())).isEmpty();
            assertThat(completeness(fixture.lister().list(CallQuery.all()))).isEqualTo(Completeness.UNKNOWN);
        }
    }

    @Test
    default void takesAPageAfterWhichFalseFollowsForTheLast() {
        try (ContractFixture fixture = fixture(3)) {
            fixture.sandbox().always(RigFaults.edited(page -> page.nextIfAny("false")));
            assertThat(ids(fixture.lister().list(CallQuery.all()))).hasSize(3);
        }
    }

    /** The call of the middle one of three rows, in which one field has this value. */
    private Call read(String field, String json) {
        try (ContractFixture fixture = fixture(3)) {
            fixture.sandbox().on(1, edited(field, json.startsWith("'") ? text(json) : PageEditor.json(json)));
            CallPage page = fixture.lister().fetch(CallQuery.all(), Cursor.FIRST);
            assertThat(page.calls()).as("%s: %s", field, json).hasSize(3);
            return page.calls().get(1);
        }
    }

    private static JsonNode text(String quoted) {
        return TextNode.valueOf(quoted.substring(1, quoted.length() - 1));
    }

    private Fault edited(String field, JsonNode value) {
        return RigFaults.edited(page -> {
            asInbound(page.row(1));
            rowFields().change(page.row(1), field, value);
        });
    }

    /** Puts bytes into the text of the middle row. */
    private Fault withBytes(byte[] broken) {
        Fault marked = edited(rowFields().text(), TextNode.valueOf("N##x"));
        return RigFaults.rewrittenBytes(marked, body -> {
            int mark = body.indexOf(ByteString.encodeUtf8("##"));
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            changed.writeBytes(body.substring(0, mark).toByteArray());
            changed.writeBytes(broken);
            changed.writeBytes(body.substring(mark + 2).toByteArray());
            return ByteString.of(changed.toByteArray());
        });
    }

    /** Makes the caller's field of the dialer, whose rows have a contact and a number, the contact. */
    private static void asInbound(ObjectNode row) {
        if (row.has("is_inbound")) {
            row.put("is_inbound", true);
        }
    }

    private static Completeness completeness(CallListing listing) {
        try (CallIterator walk = listing.iterator()) {
            walk.forEachRemaining(call -> {});
            return walk.report().completeness();
        }
    }
}
