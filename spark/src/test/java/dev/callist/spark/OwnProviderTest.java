package dev.callist.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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
                .isEqualTo(2 * 30);
        int before = OwnProviderFactory.OPENED.get();
        assertThat(calls.where("account = '202'").select("provider", "id").collectAsList())
                .hasSize(250)
                .allMatch(row -> row.getString(0).equals(OwnProviderFactory.PROVIDER))
                .allMatch(row -> row.getString(1).startsWith("202-"));
        assertThat(OwnProviderFactory.OPENED.get() - before).isLessThanOrEqualTo(2);
    }
}
