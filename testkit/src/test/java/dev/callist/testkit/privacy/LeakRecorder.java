package dev.callist.testkit.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.callist.Call;
import dev.callist.testkit.options.RecordingListener;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Records every text that the library prints until this is closed: logs, output, events, thread names. */
final class LeakRecorder extends Handler implements AutoCloseable {
    private static final Logger OURS = Logger.getLogger("dev.callist");
    private static final Logger OKHTTP = Logger.getLogger("okhttp3");

    private final RecordingListener listener = new RecordingListener();
    private final List<String> texts = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    /** Starts recording. */
    LeakRecorder() {
        setLevel(Level.ALL);
        OURS.setLevel(Level.ALL);
        for (Logger logger : List.of(OURS, OKHTTP)) {
            logger.addHandler(this);
            logger.setUseParentHandlers(false);
        }
        PrintStream caught = new PrintStream(printed, true, UTF_8);
        System.setOut(caught);
        System.setErr(caught);
    }

    /** Records the events of listings. */
    RecordingListener listener() {
        return listener;
    }

    synchronized void add(Object shown) {
        texts.add(shown.toString());
    }

    /** A call, its parts and the provider's own record. */
    synchronized void add(Call call) {
        texts.addAll(ValueTexts.of(call));
    }

    /** Adds the names of all live threads. */
    synchronized void addThreads() {
        Thread.getAllStackTraces().keySet().forEach(thread -> texts.add(thread.getName()));
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        texts.add(LogText.of(entry));
    }

    /** The texts recorded so far. */
    synchronized List<String> texts() {
        List<String> all = new ArrayList<>(texts);
        all.addAll(listener.texts());
        all.add(printed.toString(UTF_8));
        return all;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        OURS.setLevel(null);
        for (Logger logger : List.of(OURS, OKHTTP)) {
            logger.removeHandler(this);
            logger.setUseParentHandlers(true);
        }
    }
}
