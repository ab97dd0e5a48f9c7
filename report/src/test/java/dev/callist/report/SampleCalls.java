package dev.callist.report;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.Money;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Made-up calls of a small office: busy in working hours, quiet at night. The same arguments always give the same
 * calls.
 */
final class SampleCalls {
    private static final Instant END = Instant.parse("2026-03-01T00:00:00Z");
    private static final List<CallStatus> UNANSWERED = List.of(
            CallStatus.NO_ANSWER, CallStatus.NO_ANSWER, CallStatus.BUSY, CallStatus.CANCELED, CallStatus.FAILED);

    private final Random random = new Random(7);
    private final int days;

    private SampleCalls(int days) {
        this.days = days;
    }

    /** Hands over this many calls of the last days before March 2026. */
    static void of(int count, int days, Consumer<Call> receiver) {
        SampleCalls calls = new SampleCalls(days);
        for (int i = 0; i < count; i++) {
            receiver.accept(calls.next(i));
        }
    }

    private Call next(int number) {
        Instant created = created();
        CallBuilder call = Call.builder()
                .provider(List.of("bird", "bird", "signalwire", "search").get(random.nextInt(4)))
                .id("call-" + number)
                .direction(random.nextInt(3) > 0 ? CallDirection.OUTBOUND : CallDirection.INBOUND)
                .from(party())
                .to(party())
                .createdAt(created);
        if (random.nextDouble() < 0.62 + 0.1 * Math.sin(created.getEpochSecond() / 2e6)) {
            long seconds = (long) (20 + 170 * -Math.log(1 - random.nextDouble()));
            call.status(CallStatus.COMPLETED).duration(Duration.ofSeconds(seconds));
            call.price(new Money(BigDecimal.valueOf(-seconds * 14L, 5), random.nextInt(5) > 0 ? "USD" : "EUR"));
            return call.build();
        }
        int kind = random.nextInt(200);
        if (kind == 0) {
            return call.status(CallStatus.UNKNOWN)
                    .providerStatus("parked")
                    .addProblems("sipInsights.mos")
                    .build();
        }
        return call.status(kind == 1 ? CallStatus.QUEUED : UNANSWERED.get(random.nextInt(UNANSWERED.size())))
                .build();
    }

    private Instant created() {
        while (true) {
            Instant at = END.minusSeconds((long) (random.nextDouble() * days * 86_400));
            ZonedDateTime local = at.atZone(ZoneOffset.UTC);
            boolean isWeekend = local.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
            boolean isWorkTime = local.getHour() >= 8 && local.getHour() < 18;
            double weight = (isWeekend ? 0.15 : 1) * (isWorkTime ? 1 - Math.abs(local.getHour() - 11) / 14.0 : 0.06);
            if (random.nextDouble() < weight) {
                return at;
            }
        }
    }

    private CallParty party() {
        double skewed = random.nextDouble();
        return CallParty.of(String.format("+1555%07d", (long) (skewed * skewed * skewed * 400) + 2_000_000));
    }
}
