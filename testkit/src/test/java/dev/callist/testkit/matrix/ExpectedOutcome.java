package dev.callist.testkit.matrix;

import dev.callist.CallListException.Kind;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of a fault: all calls, or a failure of a kind; how many requests the page takes; and further
 * observations.
 *
 * @param kind the failure's; absent when all calls arrive
 * @param least requests for the page, at least
 * @param most requests for the page, at most
 * @param signs further things to be seen, such as {@code waits 7}
 */
record ExpectedOutcome(Optional<Kind> kind, int least, int most, List<String> signs) {
    /** Reads a cell such as {@code calls, 2, waits 7} or {@code NETWORK, 5-6}. */
    static ExpectedOutcome parse(String cell) {
        String[] parts = cell.split(", ", -1);
        Optional<Kind> kind = parts[0].equals("calls") ? Optional.empty() : Optional.of(Kind.valueOf(parts[0]));
        String[] requests = parts[1].split("-", -1);
        int least = Integer.parseInt(requests[0]);
        int most = Integer.parseInt(requests[requests.length - 1]);
        return new ExpectedOutcome(kind, least, most, List.of(parts).subList(2, parts.length));
    }

    boolean has(String sign) {
        return signs.contains(sign);
    }

    /** The number after a word. */
    Optional<Integer> number(String word) {
        return signs.stream()
                .filter(sign -> sign.startsWith(word + " "))
                .map(sign -> Integer.valueOf(sign.substring(word.length() + 1)))
                .findFirst();
    }
}
