package dev.callist.testkit.matrix;

import dev.callist.testkit.privacy.LogText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what the library and OkHttp log, by the group of the thread that logs it. */
final class CaseLog extends Handler {
    private static final CaseLog INSTANCE = new CaseLog();
    private static final Logger OURS = Logger.getLogger("dev.callist");
    private static final Logger OKHTTP = Logger.getLogger("okhttp3");

    private final Map<ThreadGroup, Collection<String>> texts = new ConcurrentHashMap<>();

    private CaseLog() {
        setLevel(Level.ALL);
    }

    /** Removes and returns what the threads of a group have logged. */
    static Collection<String> taken(ThreadGroup group) {
        return Objects.requireNonNullElse(INSTANCE.texts.remove(group), List.of());
    }

    /** Starts keeping what is logged; idempotent. */
    static void begin() {
        OURS.setLevel(Level.ALL);
        for (Logger logger : List.of(OURS, OKHTTP)) {
            logger.removeHandler(INSTANCE);
            logger.addHandler(INSTANCE);
        }
    }

    @Override
    public void publish(LogRecord entry) {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        texts.computeIfAbsent(Objects.requireNonNull(group), any -> new ConcurrentLinkedQueue<>())
                .add(LogText.of(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
