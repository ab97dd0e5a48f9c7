package dev.callist.report.internal.count;

import dev.callist.CallParty;
import dev.callist.report.BusyParty;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the parties with the most calls without remembering all parties. It counts up to 4,096 different ones exactly.
 * When there are more, it subtracts the median of the counts from all, forgets those that are used up, and remembers
 * how much any party may have lost. So a party's true count lies between what is left and that sum more, and a party
 * with more than a 2,048th of all calls is never forgotten.
 */
final class FrequentParties {
    /** How many parties are remembered. */
    static final int MOST = 4_096;

    private static final int LONGEST_ADDRESS = 128;
    private static final int SHOWN = 20;

    private final Map<String, Entry> counts = new HashMap<>();
    private final Map<Written, String> numbers = new HashMap<>();
    private long lost;

    void add(CallParty party) {
        String address = address(party);
        counts.computeIfAbsent(address, added -> new Entry(party.kind())).count++;
        if (counts.size() > MOST) {
            shrink();
        }
    }

    /**
     * The number in E.164 form, else the address. To find the form takes longer than all other counting, so it is
     * remembered.
     */
    private String address(CallParty party) {
        if (party.kind() != CallParty.Kind.PHONE || party.address().length() > LONGEST_ADDRESS) {
            return BoundedNames.cut(party.address(), LONGEST_ADDRESS);
        }
        Written written = new Written(party.address(), party.countryCode().orElse(""), party.international());
        String known = numbers.get(written);
        if (known != null) {
            return known;
        }
        if (numbers.size() >= MOST) {
            numbers.clear();
        }
        String number = party.e164().orElseGet(party::address);
        numbers.put(written, number);
        return number;
    }

    private void shrink() {
        long[] all = counts.values().stream().mapToLong(entry -> entry.count).toArray();
        Arrays.sort(all);
        long median = all[all.length / 2];
        counts.values().removeIf(entry -> entry.count <= median);
        counts.values().forEach(entry -> entry.count -= median);
        lost += median;
    }

    /** The parties with the most calls, the busiest first. */
    List<BusyParty> busiest() {
        return counts.entrySet().stream()
                .map(party -> new BusyParty(
                        party.getValue().kind, party.getKey(), party.getValue().count, party.getValue().count + lost))
                .sorted(Comparator.comparingLong(BusyParty::calls).reversed().thenComparing(BusyParty::address))
                .limit(SHOWN)
                .toList();
    }

    /** What the E.164 form of a number depends on. */
    private record Written(String address, String countryCode, boolean international) {
        @Override
        public String toString() {
            return "Written[****]";
        }
    }

    /** The calls of a party. */
    private static final class Entry {
        private final CallParty.Kind kind;
        private long count;

        Entry(CallParty.Kind kind) {
            this.kind = kind;
        }
    }
}
