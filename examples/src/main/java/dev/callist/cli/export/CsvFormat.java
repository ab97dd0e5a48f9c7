package dev.callist.cli.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import dev.callist.Call;
import dev.callist.cli.text.CallColumn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Comma-separated values as in RFC 4180: UTF-8, lines end with a line feed, columns as in {@link CallColumn#ALL} unless
 * others are chosen.
 *
 * <p>A spreadsheet runs a cell that starts with {@code = + - @}, a tab or a carriage return as a formula, and callers
 * choose their own names. Such a cell starts with an apostrophe instead, unless it is a plain number such as {@code
 * +351910000000}.
 */
final class CsvFormat implements LineFormat {
    private static final Pattern UNENCODABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private final ObjectWriter writer = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build()
            .writerFor(String[].class);

    private final List<CallColumn> columns;

    /** The format with these columns. */
    CsvFormat(List<CallColumn> columns) {
        this.columns = columns;
    }

    @Override
    public String name() {
        return columns.equals(CallColumn.ALL) ? "csv" : "csv with " + headings();
    }

    @Override
    public CallFormat withColumns(List<CallColumn> chosen) {
        return new CsvFormat(chosen);
    }

    private String headings() {
        return columns.stream().map(CallColumn::heading).collect(Collectors.joining(","));
    }

    @Override
    public byte[] header() {
        return (headings() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] row(Call call) throws JsonProcessingException {
        return writer.writeValueAsBytes(columns.stream()
                .map(column -> withoutFormula(encodable(column.cellText().apply(call))))
                .toArray(String[]::new));
    }

    /** Replaces half of a surrogate pair, which UTF-8 cannot hold, and NUL, at which many readers end. */
    private static String encodable(String cell) {
        return UNENCODABLE.matcher(cell).replaceAll("\ufffd");
    }

    static String withoutFormula(String cell) {
        if (cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0 || isNumber(cell)) {
            return cell;
        }
        return "'" + cell;
    }

    private static boolean isNumber(String cell) {
        return cell.length() > 1 && cell.substring(1).chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
