import org.jspecify.annotations.NullMarked;

/** Statistics of calls, and a report of them as one self-contained HTML page. */
@NullMarked
module dev.callist.report {
    requires transitive dev.callist.core;
    requires com.fasterxml.jackson.core;
    requires static java.compiler;
    requires static org.immutables.value;
    requires static transitive org.jspecify;

    exports dev.callist.report;
}
