package dev.callist.spark.internal.scan;

import dev.callist.spark.internal.query.CallSchema;
import dev.callist.spark.internal.query.OptionReader;
import dev.callist.spark.internal.query.ReadOptions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The calls of all accounts as a table. */
public final class CallTable implements SupportsRead {
    private final ReadOptions options;

    private CallTable(ReadOptions options) {
        this.options = options;
    }

    /**
     * The table that options describe.
     *
     * @throws dev.callist.CallListException INVALID_CONFIG when an option is unknown or wrong
     */
    public static CallTable of(Map<String, String> options) {
        return new CallTable(OptionReader.read(options));
    }

    @Override
    public String name() {
        return "callist";
    }

    @Override
    @SuppressWarnings("deprecation") // Spark asks for it, or else derives it from columns
    public StructType schema() {
        return CallSchema.ALL;
    }

    @Override
    public Set<TableCapability> capabilities() {
        return EnumSet.of(TableCapability.BATCH_READ, TableCapability.MICRO_BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap more) {
        return new CallScanBuilder(options);
    }
}
