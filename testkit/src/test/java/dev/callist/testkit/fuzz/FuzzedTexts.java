package dev.callist.testkit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callist.Call;
import dev.callist.CallJson;
import dev.callist.ListingListener;
import dev.callist.ListingReport;
import dev.callist.RejectedRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** Collects every text of calls and of listener events; none of them may contain a planted secret or number. */
final class FuzzedTexts implements ListingListener {
    /** Digits of a number that seeds contain wherever a party's address may appear. */
    static final String NUMBER = "2125550147";

    private static final Pattern SHOWN = Pattern.compile("(?i)[is]d$|channel|account|amount");
    private static final JsonMapper JSON = CallJson.mapper();

    private final String secret;
    private final List<String> texts = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();

    FuzzedTexts(String secret) {
        this.secret = secret;
    }

    synchronized void add(Object shown) {
        texts.add(shown.toString());
    }

    /**
     * Reads a call. Ids and amounts are printed unmasked and may be anything, so such a call's texts are not checked.
     */
    synchronized void read(Call call) {
        shown.clear();
        call.as(Record.class).ifPresent(this::readRecord);
        readValue(call);
        if (shown.stream().anyMatch(this::isPlanted)) {
            texts.clear();
        }
        assertSame(call);
    }

    synchronized void assertClean() {
        try {
            Assertions.assertThat(texts).noneMatch(this::isPlanted);
        } finally {
            texts.clear();
        }
    }

    /** A call that is written as JSON and read again is the same. */
    private static void assertSame(Call call) {
        try {
            byte[] json = JSON.writeValueAsBytes(call);
            Assertions.assertThat(JSON.readValue(json, Call.class))
                    .as("%s", new String(json, UTF_8))
                    .isEqualTo(call);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isPlanted(String text) {
        return text.contains(NUMBER) || text.contains(secret);
    }

    private void readRecord(Record record) {
        add(record);
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            read(component.getName(), invoke(component.getAccessor(), record));
        }
    }

    private void readValue(Object value) {
        add(value);
        for (Method method : value.getClass().getMethods()) {
            boolean isAccessor = method.getParameterCount() == 0
                    && method.getDeclaringClass().getName().startsWith("dev.callist")
                    && !method.getReturnType().getName().endsWith("Builder")
                    && !Modifier.isStatic(method.getModifiers());
            if (isAccessor) {
                read(method.getName(), invoke(method, value));
            }
        }
    }

    private void read(String name, @Nullable Object read) {
        if (SHOWN.matcher(name).find()) {
            shown.add(String.valueOf(read));
        }
        readAny(read);
    }

    private void readAny(@Nullable Object read) {
        if (read instanceof Optional<?> optional) {
            optional.ifPresent(this::readAny);
        } else if (read instanceof Iterable<?> many) {
            many.forEach(this::readAny);
        } else if (read instanceof Record record) {
            readRecord(record);
        } else if (read != null && read.getClass().getName().startsWith("dev.callist.") && !(read instanceof Enum<?>)) {
            readValue(read);
        }
    }

    private static @Nullable Object invoke(Method accessor, Object of) {
        try {
            accessor.setAccessible(true);
            return accessor.invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a public accessor fails: " + accessor.getName(), e);
        }
    }

    @Override
    public void attemptFailed(FailedAttempt attempt) {
        add(attempt);
    }

    @Override
    public void pageFetched(FetchedPage page) {
        add(page);
    }

    @Override
    public void rowRejected(String provider, int page, RejectedRow row) {
        add(row);
    }

    @Override
    public void ended(String provider, ListingReport report) {
        add(report);
    }
}
