package dev.callist.cli.text;

import dev.callist.Call;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Formats calls as a table for people. */
public final class CallTable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final boolean hasColours;
    private final boolean showsIds;
    private final boolean showsProviders;

    /** A table with or without colours, a column of ids and a column of providers. */
    public CallTable(boolean hasColours, boolean showsIds, boolean showsProviders) {
        this.hasColours = hasColours;
        this.showsIds = showsIds;
        this.showsProviders = showsProviders;
    }

    /** Formats the lines of the table; the text is empty when there are no calls. */
    public String text(List<Call> calls) {
        if (calls.isEmpty()) {
            return "";
        }
        List<TableColumn<Call>> columns = new ArrayList<>();
        if (showsProviders) {
            columns.add(TableColumn.left("PROVIDER", calls, Call::provider));
        }
        columns.add(TableColumn.left("CREATED (UTC)", calls, call -> time(call.createdAt())));
        columns.add(TableColumn.left("DIRECTION", calls, call -> word(call.direction(), call.providerDirection())));
        columns.add(TableColumn.left("STATUS", calls, call -> word(call.status(), call.providerStatus()))
                .withColours(call -> hasColours ? colour(call.status()) : Optional.empty()));
        columns.add(TableColumn.left("FROM", calls, call -> party(call.from())));
        columns.add(TableColumn.left("TO", calls, call -> party(call.to())));
        columns.add(TableColumn.right("DURATION", calls, call -> call.duration()
                .map(DurationText::clock)
                .orElse("-")));
        if (calls.stream().anyMatch(call -> call.price().isPresent())) {
            columns.add(TableColumn.right("PRICE", calls, call -> call.price()
                    .map(price -> price.amount().toPlainString() + " " + price.currency())
                    .orElse("-")));
        }
        if (showsIds) {
            columns.add(TableColumn.left("ID", calls, Call::id));
        }
        return TableColumn.lines(columns, calls);
    }

    private static String time(Optional<Instant> instant) {
        return instant.map(TIME::format).orElse("-");
    }

    /** Formats the neutral word, or the provider's own word if the neutral one is UNKNOWN. */
    private static String word(Enum<?> neutral, Optional<String> providerWord) {
        return neutral.name().equals("UNKNOWN")
                ? providerWord.orElse("-")
                : ArgumentText.word(neutral).replace('-', ' ');
    }

    private static String party(Optional<CallParty> party) {
        return party.map(known ->
                        address(known) + known.name().map(name -> " " + name).orElse(""))
                .orElse("-");
    }

    private static String address(CallParty party) {
        return party.kind() == CallParty.Kind.ANONYMOUS ? "anonymous" : party.address();
    }

    private static Optional<String> colour(CallStatus status) {
        return switch (status) {
            case COMPLETED -> Optional.of("32");
            case IN_PROGRESS, RINGING, QUEUED, SCHEDULED -> Optional.of("36");
            case BUSY, NO_ANSWER, CANCELED -> Optional.of("33");
            case FAILED -> Optional.of("31");
            case UNKNOWN -> Optional.empty();
        };
    }
}
