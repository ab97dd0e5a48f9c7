package dev.callist.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.spark.internal.account.SparkAccount;
import dev.callist.spark.internal.query.CallFilters;
import dev.callist.spark.internal.query.CallRead;
import dev.callist.spark.internal.query.OptionReader;
import dev.callist.spark.internal.read.CallReaderFactory;
import dev.callist.spark.internal.slice.CallSlice;
import dev.callist.sync.CallColumn;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.junit.jupiter.api.Test;

class OwnProviderTest {
    private static AccountViews add(AccountViews accounts, String extension) {
        return accounts.add(
                "extension " + extension,
                OwnProviderFactory.PROVIDER,
                Map.of("extension", extension, "calls", "250"),
                "env:CALLIST_TEST_KEY");
    }

    @Test
    void readsAProviderThatCallistDoesNotHave() {
        Dataset<Row> calls = add(add(new AccountViews(), "201"), "202").calls();
        assertThat(calls.count()).isEqualTo(500);
        assertThat(calls.where("direction = 'INBOUND' AND created_at >= timestamp '2026-02-28 23:59:01'")
                        .select("account", "id")
                        .distinct()
                        .count())
                .isEqualTo(2 * 29);
        int before = OwnProviderFactory.OPENED.size();
        assertThat(calls.where("account = '202'").select("provider", "id").collectAsList())
                .hasSize(250)
                .allMatch(row -> row.getString(0).equals(OwnProviderFactory.PROVIDER))
                .allMatch(row -> row.getString(1).startsWith("202-"));
        assertThat(OwnProviderFactory.OPENED.size() - before).isLessThanOrEqualTo(2);
    }

    @Test
    void countsNoCallForALimitThatAFilterOnTheTimeExcludes() {
        Dataset<Row> calls = add(new AccountViews(), "201").calls();
        assertThat(calls.where("created_at < timestamp '2099-01-01'")
                        .limit(1)
                        .select("id")
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("201-1");
    }

    @Test
    void keepsACallWhoseTimeNoRowCanHaveInItsSlice() throws IOException {
        SparkAccount account = new SparkAccount(
                "own",
                OwnProviderFactory.PROVIDER,
                Map.of("extension", "201", "calls", "250", "pin", "env:CALLIST_TEST_KEY"));
        CallRead read = new CallRead(
                OptionReader.read(Map.of()),
                List.of(CallColumn.ID),
                new CallFilters(),
                List.of(account),
                OptionalInt.empty());
        CallSlice oldest =
                new CallSlice(account, null, Instant.parse("2026-02-28T23:59:00Z"), null, Double.POSITIVE_INFINITY);
        List<String> ids = new ArrayList<>();
        PartitionReaderFactory factory =
                CallReaderFactory.of(LocalSpark.session().sparkContext(), read);
        try (PartitionReader<InternalRow> reader = factory.createReader(oldest)) {
            while (reader.next()) {
                ids.add(reader.get().getString(0));
            }
        }
        assertThat(ids).hasSize(190).contains("201-0");
    }
}
