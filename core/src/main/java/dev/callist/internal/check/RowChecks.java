package dev.callist.internal.check;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallLister;
import dev.callist.CallPage;
import dev.callist.CallParty;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.ListerCheck.Subject;
import dev.callist.QueryFilter;
import dev.callist.internal.text.PhoneNumbers;
import dev.callist.internal.text.SafeWords;
import dev.callist.provider.ApiProfile.ProfiledLister;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the calls of the pages say: their words, times, values, parties, tags, ids and fields. */
final class RowChecks {
    private static final Pattern WITHIN =
            Pattern.compile("(?i).*<.*>.*|(tel|callto|sips?):(//)?\\+?[0-9]{5,}.*|.*;ext=.*");
    private static final int MIN_DIGITS = 6;
    private static final String HIDDEN = "(hidden)";

    private final CallLister lister;
    private final Optional<ProfiledLister> profiled;
    private final CheckFindings findings;

    RowChecks(CallLister lister, CheckFindings findings) {
        this.lister = lister;
        this.profiled = lister instanceof ProfiledLister known ? Optional.of(known) : Optional.empty();
        this.findings = findings;
    }

    void check(List<CallPage> pages) {
        List<Call> calls = pages.stream().flatMap(page -> page.calls().stream()).toList();
        ids(pages);
        if (calls.isEmpty()) {
            return;
        }
        RowSpellings spellings =
                new RowSpellings(profiled.map(known -> known.profile().instants()), writesText());
        calls.forEach(spellings::read);
        times(calls, spellings);
        words(calls);
        values(calls, spellings);
        parties(calls);
        tags(calls);
        fields(spellings);
    }

    private boolean writesText() {
        return profiled.map(ProfiledLister::writesNumbersAsText).orElse(true);
    }

    private void ids(List<CallPage> pages) {
        int rows = pages.stream().mapToInt(ListerProbe::rows).sum();
        if (rows == 0) {
            return;
        }
        List<String> differences = new ArrayList<>();
        long rejected = pages.stream().mapToLong(page -> page.rejected().size()).sum();
        if (rejected > 0) {
            differences.add(rejected + " rows are not calls");
        }
        long repeated = pages.stream().mapToLong(RowChecks::repeated).sum();
        if (repeated > 0) {
            differences.add(repeated + " ids appear twice on a page");
        }
        findings.judge(Subject.IDS, differences, "every row of " + rows);
    }

    private static long repeated(CallPage page) {
        Set<String> seen = new HashSet<>();
        return page.calls().stream().filter(call -> !seen.add(call.id())).count();
    }

    private void times(List<Call> calls, RowSpellings spellings) {
        List<String> differences = new ArrayList<>();
        profiled.ifPresent(known -> findings.expect(
                Subject.TIMES,
                "every call has a creation time, times are " + known.profile().instants()));
        long undated = calls.stream().filter(call -> call.createdAt().isEmpty()).count();
        if (undated > 0) {
            differences.add(undated + " of " + calls.size() + " calls have no creation time");
        }
        if (!spellings.oddTimes().isEmpty()) {
            differences.add("written differently: " + shown(spellings.oddTimes()));
        }
        findings.judge(Subject.TIMES, differences, "all of " + calls.size() + " calls");
    }

    /** A word is known if it means something, and is written as the provider documents if its vocabulary is known. */
    private void words(List<Call> calls) {
        Set<String> known = profiled.map(ProfiledLister::knownWords).orElse(Set.of());
        Set<String> unknown = new TreeSet<>();
        Set<String> odd = new TreeSet<>();
        for (Call call : calls) {
            sort(call.providerStatus(), call.status() == CallStatus.UNKNOWN, known, unknown, odd);
            sort(call.providerDirection(), call.direction() == CallDirection.UNKNOWN, known, unknown, odd);
        }
        List<String> differences = new ArrayList<>();
        if (!unknown.isEmpty()) {
            differences.add("unknown: " + shown(unknown));
        }
        if (!odd.isEmpty()) {
            differences.add("written differently: " + shown(odd));
        }
        findings.judge(Subject.WORDS, differences, "known words only");
    }

    private static void sort(
            Optional<String> word, boolean isUnknown, Set<String> known, Set<String> unknown, Set<String> odd) {
        if (word.isPresent() && isUnknown) {
            unknown.add(word.get());
        } else if (word.isPresent() && !known.isEmpty() && !known.contains(word.get())) {
            odd.add(word.get());
        }
    }

    private void values(List<Call> calls, RowSpellings spellings) {
        Set<String> unreadable = new TreeSet<>();
        calls.forEach(call -> unreadable.addAll(call.problems()));
        List<String> differences = new ArrayList<>();
        if (!unreadable.isEmpty()) {
            differences.add("not readable: " + shown(unreadable));
        }
        if (!spellings.numbersAsText().isEmpty()) {
            differences.add("numbers as text: " + shown(spellings.numbersAsText()));
        }
        if (!spellings.fractions().isEmpty()) {
            differences.add("with a fraction: " + shown(spellings.fractions()));
        }
        findings.judge(Subject.VALUES, differences, "as usual");
    }

    private void parties(List<Call> calls) {
        List<CallParty> parties = calls.stream()
                .flatMap(call -> Stream.concat(call.from().stream(), call.to().stream()))
                .toList();
        if (parties.isEmpty()) {
            findings.notSeen(Subject.PARTIES, "no call has a party");
            return;
        }
        List<String> differences = new ArrayList<>();
        long within = parties.stream()
                .filter(party -> WITHIN.matcher(party.address()).matches())
                .count();
        if (within > 0) {
            differences.add(within + " numbers within a longer address, such as tel: or sip:");
        }
        long placeholders = parties.stream()
                .filter(party -> party.kind() == CallParty.Kind.ANONYMOUS)
                .filter(party -> PhoneNumbers.digits(party.address()).length() >= MIN_DIGITS)
                .count();
        if (placeholders > 0) {
            differences.add(placeholders + " numbers that mean a withheld caller");
        }
        findings.judge(Subject.PARTIES, differences, "plain numbers and addresses");
    }

    private void tags(List<Call> calls) {
        List<String> tags =
                calls.stream().flatMap(call -> call.tags().stream()).distinct().toList();
        if (!lister.plan(CallQuery.all()).supportedFilters().contains(QueryFilter.TAGS)) {
            findings.notSeen(Subject.TAGS, "the server does not filter by tags");
        } else if (tags.isEmpty()) {
            findings.notSeen(Subject.TAGS, "no call has a tag");
        } else {
            long capital = tags.stream()
                    .filter(tag -> !tag.equals(tag.toLowerCase(Locale.ROOT)))
                    .count();
            findings.judge(
                    Subject.TAGS,
                    capital == 0
                            ? List.of()
                            : List.of(capital + " of " + tags.size()
                                    + " tags have capitals; the server's filter may not find them"),
                    "lower case");
        }
    }

    private void fields(RowSpellings spellings) {
        if (spellings.rows() == 0) {
            findings.notSeen(Subject.FIELDS, "the lister keeps no raw JSON or has no native record");
            return;
        }
        findings.judge(
                Subject.FIELDS,
                spellings.unknownFields().isEmpty() ? List.of() : List.of("also " + shown(spellings.unknownFields())),
                "no others");
    }

    /** Words as they are if they are short technical words. */
    private static String shown(Set<String> words) {
        return CheckFindings.names(words.stream()
                .map(word -> SafeWords.code(word, List.of()).orElse(HIDDEN))
                .distinct()
                .toList());
    }
}
