package dev.callist.plivodialer;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallLister;
import dev.callist.CallStatus;
import dev.callist.ClientOptions;
import dev.callist.ProviderFilters;
import dev.callist.testkit.PlivoDialerSandbox;
import dev.callist.testkit.history.HistoryProtocol;
import dev.callist.testkit.history.PlivoDialerHistoryProtocol;
import dev.callist.testkit.rows.PlivoDialerRowProtocol;
import dev.callist.testkit.rows.RowProtocol;
import dev.callist.testkit.rules.CountedListRules;
import dev.callist.testkit.rules.ProviderContract;
import dev.callist.testkit.rules.RowFields;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

class PlivoDialerContractTest extends ProviderContract implements CountedListRules {
    PlivoDialerContractTest() {
        super("plivo-dialer");
    }

    @Override
    public String secret() {
        return PlivoDialerSandbox.ACCESS_TOKEN;
    }

    @Override
    public CallLister lister(URI baseUrl, String secret, ClientOptions options) {
        return PlivoDialerCalls.create(PlivoDialerConfig.builder()
                .accessToken(secret)
                .baseUrl(baseUrl)
                .options(options)
                .build());
    }

    @Override
    public Map<ProviderFilters, Predicate<Call>> ownFilters() {
        return Map.of(
                PlivoDialerFilters.builder()
                        .callType(PlivoDialerFilters.INBOUND_ANSWERED)
                        .build(),
                call -> call.direction() == CallDirection.INBOUND && call.status() == CallStatus.COMPLETED,
                PlivoDialerFilters.builder()
                        .callType(PlivoDialerFilters.ALL_OUTBOUND)
                        .build(),
                call -> call.direction() == CallDirection.OUTBOUND,
                PlivoDialerFilters.builder()
                        .dateFrom(LocalDate.parse("2026-03-01"))
                        .build(),
                call -> call.createdAt()
                        .filter(at -> !at.isBefore(Instant.parse("2026-03-01T05:00:00Z")))
                        .isPresent());
    }

    @Override
    public RowFields rowFields() {
        return new RowFields(
                "id",
                "started_at",
                new RowFields.Duration("duration", TimeUnit.SECONDS),
                "contact.number",
                "contact.full_name",
                Optional.empty());
    }

    @Override
    public HistoryProtocol historyProtocol() {
        return new PlivoDialerHistoryProtocol();
    }

    @Override
    public RowProtocol rowProtocol() {
        return new PlivoDialerRowProtocol(rowFields());
    }
}
