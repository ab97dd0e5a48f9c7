package dev.callist.spark;

import dev.callist.spark.internal.query.CallSchema;
import dev.callist.spark.internal.scan.CallTable;
import java.util.Map;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The data source {@code callist}: the calls of many accounts as a table, {@code spark.read().format("callist")}, or as
 * a stream, {@code spark.readStream().format("callist")}. Its columns are those of {@link dev.callist.sync.CallColumn}.
 *
 * <table>
 * <caption>Options; their names may be in any case</caption>
 * <tr><th>option</th><th>what it is</th></tr>
 * <tr><td>{@code accounts}</td><td>a table or view with the columns {@code name}, {@code provider}, {@code settings}
 *     and perhaps {@code secret}</td></tr>
 * <tr><td>{@code connections}</td><td>in place of it, the path of a file of connections on the driver; by default the
 *     user's own</td></tr>
 * <tr><td>{@code connection}</td><td>the names of the connections to read, with commas between them; by default
 * all</td></tr>
 * <tr><td>{@code secretResolver}</td><td>the name of a {@link SecretResolver}'s class, for references {@code
 *     secret:NAME}</td></tr>
 * <tr><td>{@code onIncomplete}</td><td>{@code fail}, the default, or {@code warn}: what happens when calls are known to
 *     be missing</td></tr>
 * <tr><td>{@code slices}</td><td>how accounts are divided among tasks: {@code auto}, the default, {@code none}, or the
 *     length of the windows, such as {@code P7D}</td></tr>
 * <tr><td>{@code requestsPerSecond}</td><td>the most requests a second for an account, shared by its tasks; a
 *     limit also reduces the number of tasks; no limit by default</td></tr>
 * <tr><td>{@code pageSize}</td><td>calls per request</td></tr>
 * <tr><td>{@code endingAt}</td><td>calls that were created at this instant or later are left out; by default the moment
 *     at which the query is planned, as for one that has not come yet</td></tr>
 * <tr><td>{@code startingAt}</td><td>where a stream begins; by default at the start of each list</td></tr>
 * <tr><td>{@code minTimePerTrigger}</td><td>batches of a stream end at whole multiples of it, unless {@code
 *     maxTimePerTrigger} or {@code endingAt} ends them earlier; AvailableNow ignores it; {@code PT1M} by
 *     default</td></tr>
 * <tr><td>{@code maxTimePerTrigger}</td><td>the most time that a batch of a stream moves on, such as {@code
 * P7D}</td></tr>
 * <tr><td>{@code lookback}, {@code openFor}</td><td>what a stream reads again, see {@link dev.callist.sync.Lookback};
 *     {@code P3D} and {@code P7D} by default</td></tr>
 * </table>
 *
 * <p>No option is a secret, because Spark shows options in plans: settings refer to secrets, and executors resolve the
 * references. An unknown option is refused.
 */
public final class CallistSource implements TableProvider, DataSourceRegister {
    /** Creates the source; Spark does. */
    public CallistSource() {}

    @Override
    public String shortName() {
        return "callist";
    }

    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return CallSchema.ALL;
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> options) {
        return CallTable.of(options);
    }
}
