package dev.callist.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.callist.AnsweredBy;
import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallJson;
import dev.callist.CallParty;
import dev.callist.CallPartyBuilder;
import dev.callist.CallStatus;
import dev.callist.Hangup;
import dev.callist.Money;
import dev.callist.Recording;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call as a row of a table: a value for each {@link CallColumn} that the call has. Immutable. */
public final class CallRow {
    private static final CallColumn[] COLUMNS = CallColumn.values();
    private static final Set<CallColumn> ALL = Collections.unmodifiableSet(EnumSet.allOf(CallColumn.class));

    private final EnumMap<CallColumn, Object> values;

    private CallRow(EnumMap<CallColumn, Object> values) {
        this.values = values;
    }

    /**
     * The row of a call. Texts lose NUL characters and unpaired surrogates to U+FFFD, instants are truncated to
     * microseconds, and numbers are rounded to 15 digits. An instant before 1970 or after 9999 is left out, and {@code
     * problems} names it.
     *
     * @param account the account of a call whose provider gives none
     */
    public static CallRow of(Call call, String account) {
        return of(call, account, ALL);
    }

    /**
     * The row of a call with some of its columns, which have the values that the whole row has.
     *
     * @param account the account of a call whose provider gives none
     * @param columns which ones; among them those of the key
     */
    public static CallRow of(Call call, String account, Set<CallColumn> columns) {
        boolean namesProblems = columns.contains(CallColumn.PROBLEMS);
        EnumMap<CallColumn, Object> values = new EnumMap<>(CallColumn.class);
        values.put(CallColumn.ACCOUNT, account);
        Call whole = call;
        for (CallColumn column : COLUMNS) {
            boolean isWanted = columns.contains(column);
            if (!isWanted && !(namesProblems && column.type() == CallColumn.Type.INSTANT)) {
                continue;
            }
            Object given = column.of(whole);
            Object stored = ColumnValues.stored(column.type(), given);
            if (stored != null && isWanted) {
                values.put(column, stored);
            } else if (stored == null && given != null) {
                whole = Call.builder()
                        .copyFrom(whole)
                        .addProblems(column.sqlName())
                        .build();
            }
        }
        return new CallRow(values);
    }

    /**
     * A row that was read from a store.
     *
     * @param values of the columns that are not null, as {@link CallColumn.Type} describes them; the spaces and the
     *     number of digits may differ
     * @throws IllegalArgumentException if a key column has no value
     */
    public static CallRow of(Map<CallColumn, Object> values) {
        EnumMap<CallColumn, Object> all = new EnumMap<>(CallColumn.class);
        values.forEach((column, value) -> all.put(column, ColumnValues.read(column.type(), value)));
        if (!all.keySet().containsAll(EnumSet.of(CallColumn.PROVIDER, CallColumn.ACCOUNT, CallColumn.ID))) {
            throw new IllegalArgumentException("provider, account and id must not be null");
        }
        return new CallRow(all);
    }

    /**
     * The call that this row was made from, in the form that a store keeps: {@link #of(Call, String)} of it is this
     * row. Its account is always present, and its native record is not.
     */
    public Call toCall() {
        return new Reader(this).call();
    }

    /** The key. */
    public CallId id() {
        return new CallId(key(CallColumn.PROVIDER), key(CallColumn.ACCOUNT), key(CallColumn.ID));
    }

    /** Whether the call has come to its end: its status is final, or it has an end. */
    public boolean isOver() {
        return CallStatus.valueOf(Objects.toString(get(CallColumn.STATUS), "UNKNOWN"))
                        .isFinal()
                || get(CallColumn.ENDED_AT) != null;
    }

    private String key(CallColumn column) {
        return (String) Objects.requireNonNull(values.get(column));
    }

    /** The value of a column, as {@link CallColumn.Type} describes it; null if the call has none. */
    public @Nullable Object get(CallColumn column) {
        return values.get(column);
    }

    /** The values of the columns that are not null, in the order of the table. */
    public Map<CallColumn, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /**
     * The columns in which this row differs from one that was stored earlier. A row without {@link CallColumn#RAW} does
     * not differ by it.
     */
    public Set<CallColumn> differences(CallRow stored) {
        EnumSet<CallColumn> different = EnumSet.noneOf(CallColumn.class);
        for (CallColumn column : COLUMNS) {
            if (!Objects.equals(get(column), stored.get(column))) {
                different.add(column);
            }
        }
        if (get(CallColumn.RAW) == null) {
            different.remove(CallColumn.RAW);
        }
        return different;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallRow that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Provider and status: no id, no number. */
    @Override
    public String toString() {
        return "CallRow[" + get(CallColumn.PROVIDER) + " " + get(CallColumn.STATUS) + "]";
    }

    /**
     * Turns a row into the call that it was made from. A word that is not known, in a row that was changed by hand, is
     * UNKNOWN.
     */
    private static final class Reader {
        private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
        private static final TypeReference<List<Recording>> RECORDINGS = new TypeReference<>() {};
        private static final String EMPTY_LIST = "[]";
        private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE / 1_000);

        private final CallRow row;

        Reader(CallRow row) {
            this.row = row;
        }

        Call call() {
            CallBuilder call = Call.builder()
                    .provider(text(CallColumn.PROVIDER).orElse(""))
                    .account(text(CallColumn.ACCOUNT))
                    .id(text(CallColumn.ID).orElse(""))
                    .channel(text(CallColumn.CHANNEL))
                    .parentId(text(CallColumn.PARENT_ID))
                    .direction(word(CallDirection.class, CallColumn.DIRECTION).orElse(CallDirection.UNKNOWN))
                    .providerDirection(text(CallColumn.PROVIDER_DIRECTION))
                    .status(word(CallStatus.class, CallColumn.STATUS).orElse(CallStatus.UNKNOWN))
                    .providerStatus(text(CallColumn.PROVIDER_STATUS))
                    .from(caller())
                    .to(callee());
            addTimes(call);
            return call.answeredBy(word(AnsweredBy.class, CallColumn.ANSWERED_BY))
                    .price(price())
                    .hangup(hangup())
                    .recordings(list(CallColumn.RECORDINGS, RECORDINGS))
                    .tags(list(CallColumn.TAGS, TEXTS))
                    .problems(list(CallColumn.PROBLEMS, TEXTS))
                    .rawJson(text(CallColumn.RAW))
                    .build();
        }

        private void addTimes(CallBuilder call) {
            call.createdAt(instant(CallColumn.CREATED_AT))
                    .startedAt(instant(CallColumn.STARTED_AT))
                    .ringingAt(instant(CallColumn.RINGING_AT))
                    .answeredAt(instant(CallColumn.ANSWERED_AT))
                    .endedAt(instant(CallColumn.ENDED_AT))
                    .updatedAt(instant(CallColumn.UPDATED_AT))
                    .duration(duration(CallColumn.DURATION))
                    .talkTime(duration(CallColumn.TALK_TIME));
        }

        private Optional<CallParty> caller() {
            CallPartyBuilder from = CallParty.builder()
                    .name(text(CallColumn.FROM_NAME))
                    .contactId(text(CallColumn.FROM_CONTACT_ID))
                    .countryCode(text(CallColumn.FROM_COUNTRY_CODE));
            return party(from, CallColumn.FROM_KIND, CallColumn.FROM_ADDRESS, CallColumn.FROM_E164);
        }

        private Optional<CallParty> callee() {
            CallPartyBuilder to = CallParty.builder()
                    .name(text(CallColumn.TO_NAME))
                    .contactId(text(CallColumn.TO_CONTACT_ID))
                    .countryCode(text(CallColumn.TO_COUNTRY_CODE));
            return party(to, CallColumn.TO_KIND, CallColumn.TO_ADDRESS, CallColumn.TO_E164);
        }

        /**
         * A number whose E.164 form follows neither from its address nor from its country begins with its country
         * calling code.
         */
        private Optional<CallParty> party(
                CallPartyBuilder party, CallColumn kind, CallColumn address, CallColumn e164) {
            Optional<CallParty.Kind> known = word(CallParty.Kind.class, kind);
            Optional<String> at = text(address);
            if (known.isEmpty() || at.isEmpty()) {
                return Optional.empty();
            }
            String written = at.get();
            boolean isInternational = text(e164).isPresent()
                    && !written.startsWith("+")
                    && party.kind(known.get()).address(written).build().e164().isEmpty();
            return Optional.of(party.kind(known.get())
                    .address(written)
                    .international(isInternational)
                    .build());
        }

        private Optional<Money> price() {
            return decimal(CallColumn.PRICE_AMOUNT)
                    .flatMap(amount -> text(CallColumn.PRICE_CURRENCY).map(currency -> new Money(amount, currency)));
        }

        private Optional<Hangup> hangup() {
            Hangup hangup = Hangup.builder()
                    .cause(text(CallColumn.HANGUP_CAUSE))
                    .source(text(CallColumn.HANGUP_SOURCE))
                    .sipCode(text(CallColumn.HANGUP_SIP_CODE))
                    .build();
            return Optional.of(hangup)
                    .filter(whole -> !whole.equals(Hangup.builder().build()));
        }

        private Optional<String> text(CallColumn column) {
            return Optional.ofNullable((String) row.get(column));
        }

        private Optional<Instant> instant(CallColumn column) {
            return Optional.ofNullable((Instant) row.get(column));
        }

        private Optional<BigDecimal> decimal(CallColumn column) {
            return Optional.ofNullable((BigDecimal) row.get(column));
        }

        private Optional<Duration> duration(CallColumn column) {
            return decimal(column)
                    .filter(seconds -> seconds.abs().compareTo(LONGEST) < 0)
                    .map(seconds -> Duration.ofSeconds(
                            seconds.longValue(),
                            seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue()));
        }

        private <E extends Enum<E>> Optional<E> word(Class<E> type, CallColumn column) {
            return text(column).flatMap(name -> Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(name))
                    .findFirst());
        }

        private <T> List<T> list(CallColumn column, TypeReference<List<T>> type) {
            Optional<String> json = text(column).filter(list -> !list.equals(EMPTY_LIST));
            if (json.isEmpty()) {
                return List.of();
            }
            try {
                return CallJson.mapper().readValue(json.get(), type);
            } catch (JsonProcessingException e) {
                return List.of();
            }
        }
    }
}
