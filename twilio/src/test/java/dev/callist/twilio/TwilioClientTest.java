package dev.callist.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.twilio.base.Reader;
import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.PhoneNumber;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ProviderFilters;
import dev.callist.signalwire.SignalWireCall;
import dev.callist.signalwire.SignalWireCalls;
import dev.callist.signalwire.SignalWireConfig;
import dev.callist.signalwire.SignalWireFilters;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SignalWireSandbox;
import dev.callist.testkit.TwilioSandbox;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Twilio's own Java client reads the sandboxes of Twilio and SignalWire, so that they are not only our idea of them,
 * and finds the same calls with the same values as the listers.
 */
class TwilioClientTest {
    private static final int CALLS = 600;
    private static final int PAGE_SIZE = 50;
    private static final int PAGES = CALLS / PAGE_SIZE;

    /** The fields that the client knows. */
    private static final int FIELDS = 26;

    private final TwilioSandbox sandbox = TwilioSandbox.start(CALLS);
    private final TwilioClient client =
            new TwilioClient(sandbox.url(), "", TwilioSandbox.ACCOUNT_SID, TwilioSandbox.AUTH_TOKEN);
    private final CallLister calls = lister(TwilioSandbox.AUTH_TOKEN);

    private final SignalWireSandbox signalWire = SignalWireSandbox.start(CALLS);
    private final TwilioClient signalWireClient =
            new TwilioClient(signalWire.url(), "/api/laml", SignalWireSandbox.PROJECT_ID, SignalWireSandbox.API_TOKEN);
    private final CallLister signalWireCalls = SignalWireCalls.create(SignalWireConfig.builder()
            .projectId(SignalWireSandbox.PROJECT_ID)
            .apiToken(SignalWireSandbox.API_TOKEN)
            .baseUrl(signalWire.url())
            .build());

    @AfterEach
    void stop() {
        calls.close();
        signalWireCalls.close();
        sandbox.close();
        signalWire.close();
    }

    private CallLister lister(String token) {
        return TwilioCalls.create(TwilioConfig.builder()
                .accountSid(TwilioSandbox.ACCOUNT_SID)
                .authToken(token)
                .baseUrl(sandbox.url())
                .build());
    }

    @Test
    void findsTheSameCallsAndFieldsInTwilio() {
        List<Call> theirs = client.list(Call.reader().pageSize(PAGE_SIZE));

        assertThat(client.requests()).isEqualTo(PAGES);
        List<List<String>> ours = calls.list(CallQuery.all()).stream()
                .map(call -> fields(call.as(TwilioCall.class).orElseThrow()))
                .toList();
        assertThat(theirs.stream().map(TwilioClientTest::fields))
                .hasSize(CALLS)
                .allSatisfy(fields -> assertThat(fields).hasSize(FIELDS))
                .containsExactlyElementsOf(ours);
        assertThat(IntStream.range(0, FIELDS))
                .as("fields that at least one call has")
                .allMatch(field ->
                        ours.stream().anyMatch(values -> !values.get(field).equals("null")));
    }

    @Test
    void findsTheSameCallsAndFieldsInSignalWire() {
        List<Call> theirs = signalWireClient.list(Call.reader().pageSize(PAGE_SIZE));

        assertThat(signalWireClient.requests()).isEqualTo(PAGES);
        assertThat(theirs.stream().map(TwilioClientTest::fields))
                .hasSize(CALLS)
                .containsExactlyElementsOf(signalWireCalls.list(CallQuery.all()).stream()
                        .map(call -> fields(call.as(SignalWireCall.class).orElseThrow()))
                        .toList());
    }

    @Test
    void selectsTheSameCallsWithEachFilter() {
        String number = SandboxCall.at(0).to().address();
        String caller = SandboxCall.at(1).from().address();
        String parent = calls.list(CallQuery.all()).stream()
                .flatMap(call -> call.parentId().stream())
                .findFirst()
                .orElseThrow();
        Instant time = Instant.parse("2026-03-01T09:00:00Z");
        Instant early = Instant.parse("2026-03-01T08:00:00Z");
        Map<Reader<Call>, TwilioFilters> filters = Map.of(
                Call.reader().setTo(new PhoneNumber(number)),
                TwilioFilters.builder().to(number).build(),
                Call.reader().setFrom(new PhoneNumber(caller)),
                TwilioFilters.builder().from(caller).build(),
                Call.reader().setParentCallSid(parent),
                TwilioFilters.builder().parentCallSid(parent).build(),
                Call.reader().setStatus(Call.Status.NO_ANSWER),
                TwilioFilters.builder().status(TwilioFilters.STATUS_NO_ANSWER).build(),
                Call.reader().setStartTimeAfter(utc(early)).setStartTimeBefore(utc(time)),
                TwilioFilters.builder()
                        .startTimeAfter(early)
                        .startTimeBefore(time)
                        .build(),
                Call.reader().setEndTimeBefore(utc(time)),
                TwilioFilters.builder().endTimeBefore(time).build(),
                Call.reader().setEndTimeAfter(utc(time)),
                TwilioFilters.builder().endTimeAfter(time).build());

        assertThat(filters).hasSize(7).allSatisfy((reader, own) -> assertThat(client.list(reader.pageSize(7)))
                .extracting(Call::getSid)
                .isNotEmpty()
                .hasSizeLessThan(CALLS)
                .containsExactlyElementsOf(ids(calls, own)));
    }

    @Test
    void selectsTheCallsOfADay() {
        LocalDate day = LocalDate.parse("2026-03-01");
        ZonedDateTime midnight = day.atStartOfDay(ZoneOffset.UTC);

        List<Call> theirs = client.list(Call.reader()
                .setStartTimeAfter(midnight)
                .setStartTimeBefore(midnight.plusDays(1).minusSeconds(1)));

        assertThat(theirs)
                .extracting(Call::getSid)
                .isNotEmpty()
                .containsExactlyElementsOf(
                        ids(calls, TwilioFilters.builder().startTime(day).build()));
    }

    @Test
    void selectsTheSameCallsOfSignalWire() {
        String number = SandboxCall.at(0).to().address();

        assertThat(signalWireClient.list(Call.reader().setTo(new PhoneNumber(number))))
                .extracting(Call::getSid)
                .isNotEmpty()
                .containsExactlyElementsOf(ids(
                        signalWireCalls, SignalWireFilters.builder().to(number).build()));
    }

    @Test
    void goesToTheNextPageAndBack() {
        List<String> all =
                calls.list(CallQuery.all()).stream().map(dev.callist.Call::id).toList();

        assertThat(client.thereAndBack(Call.reader().pageSize(PAGE_SIZE)))
                .containsExactly(
                        all.subList(0, PAGE_SIZE), all.subList(PAGE_SIZE, 2 * PAGE_SIZE), all.subList(0, PAGE_SIZE));
    }

    @Test
    void findsTheSameCallBySid() {
        String sid = sandbox.id(17);

        assertThat(fields(client.find(sid)))
                .isEqualTo(fields(
                        ((TwilioCalls) calls).find(sid).as(TwilioCall.class).orElseThrow()));
    }

    @Test
    void readsTheErrorOfAWrongToken() {
        TwilioClient stranger = new TwilioClient(sandbox.url(), "", TwilioSandbox.ACCOUNT_SID, "wrong");

        ApiException theirs = catchThrowableOfType(ApiException.class, () -> stranger.list(Call.reader()));
        CallListException ours;
        try (CallLister lister = lister("wrong")) {
            ours = catchThrowableOfType(
                    CallListException.class,
                    () -> lister.list(CallQuery.all()).iterator().next());
        }

        assertThat(theirs.getCode()).isEqualTo(20003);
        assertThat(theirs.getStatusCode()).isEqualTo(401);
        assertThat(theirs.getMoreInfo()).isEqualTo("https://www.twilio.com/docs/errors/20003");
        assertThat(ours.kind()).isEqualTo(Kind.AUTHENTICATION);
        assertThat(ours.failure().providerCode()).contains("20003");
    }

    @Test
    void readsTheErrorOfACallThatDoesNotExist() {
        ApiException theirs =
                catchThrowableOfType(ApiException.class, () -> client.find("CA00000000000000000000000000000000"));

        assertThat(theirs.getCode()).isEqualTo(20404);
    }

    private static List<String> ids(CallLister lister, ProviderFilters filters) {
        return lister.list(CallQuery.builder().addProviderFilters(filters).build()).stream()
                .map(dev.callist.Call::id)
                .toList();
    }

    private static ZonedDateTime utc(Instant instant) {
        return instant.atZone(ZoneOffset.UTC);
    }

    private static List<String> fields(Call call) {
        return texts(
                call.getSid(),
                call.getAccountSid(),
                call.getParentCallSid(),
                call.getDirection(),
                call.getStatus(),
                call.getFrom(),
                call.getTo(),
                call.getFromFormatted(),
                call.getToFormatted(),
                call.getPhoneNumberSid(),
                map(call.getDateCreated(), ZonedDateTime::toInstant),
                map(call.getDateUpdated(), ZonedDateTime::toInstant),
                map(call.getStartTime(), ZonedDateTime::toInstant),
                map(call.getEndTime(), ZonedDateTime::toInstant),
                call.getDuration(),
                call.getAnsweredBy(),
                map(call.getPrice(), price -> new BigDecimal(price).stripTrailingZeros()),
                call.getPriceUnit(),
                call.getForwardedFrom(),
                call.getCallerName(),
                call.getApiVersion(),
                call.getGroupSid(),
                call.getTrunkSid(),
                call.getQueueTime(),
                new TreeMap<>(call.getSubresourceUris()),
                call.getUri());
    }

    private static List<String> fields(TwilioCall call) {
        return texts(
                call.sid(),
                call.accountSid(),
                call.parentCallSid(),
                call.direction(),
                call.status(),
                call.from(),
                call.to(),
                call.fromFormatted(),
                call.toFormatted(),
                call.phoneNumberSid(),
                call.dateCreated(),
                call.dateUpdated(),
                call.startTime(),
                call.endTime(),
                map(call.duration(), Duration::toSeconds),
                call.answeredBy(),
                map(call.price(), BigDecimal::stripTrailingZeros),
                call.priceUnit(),
                call.forwardedFrom(),
                call.callerName(),
                call.apiVersion(),
                call.groupSid(),
                call.trunkSid(),
                call.queueTime(),
                components(Objects.requireNonNull(call.subresourceUris())),
                call.uri());
    }

    private static List<String> fields(SignalWireCall call) {
        return texts(
                call.sid(),
                call.accountSid(),
                call.parentCallSid(),
                call.direction(),
                call.status(),
                call.from(),
                call.to(),
                call.fromFormatted(),
                call.toFormatted(),
                call.phoneNumberSid(),
                call.dateCreated(),
                call.dateUpdated(),
                call.startTime(),
                call.endTime(),
                map(call.duration(), Duration::toSeconds),
                call.answeredBy(),
                map(call.price(), BigDecimal::stripTrailingZeros),
                call.priceUnit(),
                call.forwardedFrom(),
                call.callerName(),
                call.apiVersion(),
                call.groupSid(),
                null,
                null,
                components(Objects.requireNonNull(call.subresourceUris())),
                call.uri());
    }

    private static List<String> texts(@Nullable Object... values) {
        return Arrays.stream(values).map(String::valueOf).toList();
    }

    private static <T, R> @Nullable R map(@Nullable T value, Function<T, R> function) {
        return value == null ? null : function.apply(value);
    }

    /** The components of a record by the names that they have in JSON. */
    private static Map<String, @Nullable Object> components(Record uris) {
        Map<String, @Nullable Object> values = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (RecordComponent component : uris.getClass().getRecordComponents()) {
            String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            try {
                values.put(name, component.getAccessor().invoke(uris));
            } catch (ReflectiveOperationException e) {
                failures.add(name);
            }
        }
        assertThat(failures).isEmpty();
        return values;
    }
}
