package dev.callist.report.internal.count;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.Money;
import dev.callist.report.BusiestParties;
import dev.callist.report.CallBreakdown;
import dev.callist.report.CallFigures;
import dev.callist.report.DataQuality.MissingValues;
import dev.callist.report.DayFigures;
import dev.callist.report.DurationDistribution;
import dev.callist.report.WeekHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Puts each call into the groups that it belongs to. */
public final class CallCounter {
    private static final int MAX_DAYS = 3_660;
    private static final int MAX_PROVIDERS = 100;
    private static final int MAX_CURRENCIES = 20;
    private static final int MAX_FIELDS = 200;
    private static final int MAX_WORDS = 50;
    private static final int LONGEST_CURRENCY = 12;
    private static final int MAX_DIGITS = 38;
    private static final int MAX_SCALE = 18;

    /** All of these are in the years 1 to 9999 in every zone. */
    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final ZoneId zone;
    private final FiguresCounter total = new FiguresCounter();
    private final SortedMap<LocalDate, DayCounter> days = new TreeMap<>();
    private final List<FiguresCounter> weekHours = Stream.generate(FiguresCounter::new)
            .limit((long) DayOfWeek.values().length * WeekHours.HOURS_OF_A_DAY)
            .toList();
    private final BoundedNames<FiguresCounter> providers = new BoundedNames<>(MAX_PROVIDERS, FiguresCounter::new);
    private final Map<CallDirection, FiguresCounter> directions = new EnumMap<>(CallDirection.class);
    private final Map<CallStatus, FiguresCounter> statuses = new EnumMap<>(CallStatus.class);
    private final DurationHistogram durations = new DurationHistogram();
    private final FrequentParties callers = new FrequentParties();
    private final FrequentParties called = new FrequentParties();
    private final Set<String> currencies = new HashSet<>();
    private final WordCounter fields = new WordCounter(MAX_FIELDS);
    private final WordCounter words = new WordCounter(MAX_WORDS);
    private long withoutTime;
    private long withoutDay;
    private long withoutDuration;
    private long withoutPrice;
    private long withoutParty;

    /** A counter without calls. */
    public CallCounter(ZoneId zone) {
        this.zone = zone;
    }

    /** Counts a call. */
    public void add(Call call) {
        Optional<Money> price = call.price().filter(this::isCounted);
        for (FiguresCounter group : groups(call)) {
            group.add(call);
            price.ifPresent(money -> group.addCost(currency(money), money.amount()));
        }
        if (FiguresCounter.isTimed(call)) {
            durations.add(call.duration().orElseThrow());
        }
        countParties(call);
        countProblems(call, price);
    }

    private List<FiguresCounter> groups(Call call) {
        List<FiguresCounter> groups = new ArrayList<>();
        groups.add(total);
        groups.add(providers.of(call.provider()));
        groups.add(directions.computeIfAbsent(call.direction(), added -> new FiguresCounter()));
        groups.add(statuses.computeIfAbsent(call.status(), added -> new FiguresCounter()));
        Optional<Instant> time =
                call.createdAt().filter(at -> !at.isBefore(EARLIEST)).filter(at -> at.isBefore(LATEST));
        if (time.isEmpty()) {
            withoutTime++;
            return groups;
        }
        ZonedDateTime local = time.get().atZone(zone);
        groups.add(weekHours.get(WeekHours.index(local.getDayOfWeek(), local.getHour())));
        LocalDate date = local.toLocalDate();
        if (days.size() >= MAX_DAYS && !days.containsKey(date)) {
            withoutDay++;
            return groups;
        }
        DayCounter day = days.computeIfAbsent(date, added -> new DayCounter());
        day.countStatus(call.status());
        groups.add(day.figures());
        return groups;
    }

    /**
     * Whether a price can be added up: its number is not larger than a price may be, and its currency is one of the
     * first.
     */
    private boolean isCounted(Money price) {
        if (price.amount().precision() > MAX_DIGITS || Math.abs(price.amount().scale()) > MAX_SCALE) {
            return false;
        }
        String currency = currency(price);
        return currencies.contains(currency) || (currencies.size() < MAX_CURRENCIES && currencies.add(currency));
    }

    private static String currency(Money price) {
        return BoundedNames.cut(price.currency(), LONGEST_CURRENCY);
    }

    private void countParties(Call call) {
        Optional<CallParty> caller = call.from().filter(CallCounter::isShown);
        Optional<CallParty> callee = call.to().filter(CallCounter::isShown);
        caller.ifPresent(callers::add);
        callee.ifPresent(called::add);
        if (caller.isEmpty() || callee.isEmpty()) {
            withoutParty++;
        }
    }

    private static boolean isShown(CallParty party) {
        return party.kind() != CallParty.Kind.ANONYMOUS && !party.address().isEmpty();
    }

    private void countProblems(Call call, Optional<Money> price) {
        call.problems().forEach(field -> fields.add("", field));
        if (call.direction() == CallDirection.UNKNOWN) {
            words.add("direction: ", call.providerDirection().orElse("none"));
        }
        if (call.status() == CallStatus.UNKNOWN) {
            words.add("status: ", call.providerStatus().orElse("none"));
        }
        if (call.status() == CallStatus.COMPLETED) {
            withoutDuration += FiguresCounter.isTimed(call) ? 0 : 1;
            withoutPrice += price.isEmpty() ? 1 : 0;
        }
    }

    /** The figures of all calls. */
    public CallFigures total() {
        return total.figures();
    }

    /** The figures of each group. */
    public CallBreakdown breakdown() {
        SortedMap<LocalDate, DayFigures> byDay = new TreeMap<>();
        days.forEach((date, day) -> byDay.put(date, day.day()));
        Map<String, CallFigures> byProvider = new LinkedHashMap<>();
        figures(providers.all()).entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparingLong(CallFigures::calls).reversed()))
                .forEach(provider -> byProvider.put(provider.getKey(), provider.getValue()));
        return new CallBreakdown(
                byDay,
                new WeekHours(weekHours.stream().map(FiguresCounter::figures).toList()),
                byProvider,
                figures(directions),
                figures(statuses));
    }

    private static <K> Map<K, CallFigures> figures(Map<K, FiguresCounter> counters) {
        Map<K, CallFigures> figures = new LinkedHashMap<>();
        counters.forEach((name, counter) -> figures.put(name, counter.figures()));
        return figures;
    }

    /** How long calls lasted. */
    public DurationDistribution durations() {
        return durations.distribution();
    }

    /** The parties with the most calls. */
    public BusiestParties busiest() {
        return new BusiestParties(callers.busiest(), called.busiest());
    }

    /** How many fields could not be read, by name. */
    public Map<String, Long> unreadableFields() {
        return fields.counts();
    }

    /** How many calls have an unknown word, by word. */
    public Map<String, Long> unknownWords() {
        return words.counts();
    }

    /** How many calls lack what a figure needs. */
    public MissingValues missing() {
        return new MissingValues(withoutTime, withoutDay, withoutDuration, withoutPrice, withoutParty);
    }
}
