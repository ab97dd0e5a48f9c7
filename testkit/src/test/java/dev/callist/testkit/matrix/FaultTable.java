package dev.callist.testkit.matrix;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tables of {@code faults.md}: the one source of the matrix.
 *
 * @param faults the names of all faults
 * @param words what a word means for each provider; the first row names the providers
 * @param lines the cases
 * @param others the faults without a case, each with where it is tested or why it cannot be
 */
public record FaultTable(
        List<String> faults, List<List<String>> words, List<FaultLine> lines, List<List<String>> others) {
    private static final String FILE = "faults.md";

    /** The first cell of a row of words, and of their heading; the name of a fault has a digit. */
    private static final Pattern WORD = Pattern.compile("word|[A-Z]+");

    public static FaultTable read() {
        List<String> faults = new ArrayList<>();
        List<List<String>> words = new ArrayList<>();
        List<FaultLine> lines = new ArrayList<>();
        List<List<String>> others = new ArrayList<>();
        for (List<String> row : rows()) {
            if (WORD.matcher(row.get(0)).matches()) {
                words.add(row);
                continue;
            }
            switch (row.size()) {
                case 2 -> faults.add(row.get(0));
                case 6 -> lines.add(line(row));
                case 3 -> others.add(row);
                default -> throw new IllegalStateException("a row of faults.md has " + row.size() + " cells: " + row);
            }
        }
        FaultTable table = new FaultTable(faults, words, lines, others);
        lines.forEach(line -> {
            if (!table.providers().containsAll(line.providers())) {
                throw new IllegalStateException("neither a provider nor a page: " + line.where());
            }
        });
        return table;
    }

    /** The names of all providers. */
    List<String> providers() {
        return words.get(0).subList(1, words.get(0).size());
    }

    /** The cases of a provider, in the table's order. */
    List<FaultCase> cases(String provider) {
        return lines.stream()
                .filter(line -> line.isFor(provider) && !wordsOf(provider).lacks(line.server()))
                .flatMap(line -> line.pages().stream()
                        .flatMap(page -> Stream.of(new FaultCase(line, page, false), new FaultCase(line, page, true))))
                .toList();
    }

    public CaseWords wordsOf(String provider) {
        int column = words.get(0).indexOf(provider);
        if (column < 0) {
            throw new IllegalArgumentException("faults.md has no words for " + provider);
        }
        CaseWords all = CaseWords.NONE;
        for (List<String> word : words.subList(1, words.size())) {
            all = all.with(word.get(0), word.get(column));
        }
        return all;
    }

    private static FaultLine line(List<String> cells) {
        try {
            List<String> where =
                    cells.get(4).isEmpty() ? List.of() : List.of(cells.get(4).split(" ", -1));
            ExpectedOutcome once = ExpectedOutcome.parse(cells.get(2));
            ExpectedOutcome always = ExpectedOutcome.parse(cells.get(3));
            return new FaultLine(cells.get(0), cells.get(1), once, always, where, cells.get(5));
        } catch (RuntimeException e) {
            throw new IllegalStateException("a row of faults.md cannot be read: " + cells, e);
        }
    }

    /** The rows of all tables, without their headings, except that of the words. */
    private static List<List<String>> rows() {
        try (InputStream file = Objects.requireNonNull(FaultTable.class.getResourceAsStream(FILE), FILE);
                BufferedReader text = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return text.lines()
                    .filter(line -> line.startsWith("| ") && !line.startsWith("| ---") && !line.startsWith("| fault "))
                    .map(FaultTable::cells)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static List<String> cells(String line) {
        String[] cells = line.strip().split("\\|", -1);
        return Arrays.stream(cells, 1, cells.length - 1).map(FaultTable::bare).toList();
    }

    /** A cell without its blanks and code marks. */
    private static String bare(String cell) {
        return cell.strip().replace("`", "");
    }
}
