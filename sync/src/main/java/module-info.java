import org.jspecify.annotations.NullMarked;

/** Keeps a copy of the calls in a database up to date, and proves that it equals the source. */
@NullMarked
module dev.callist.sync {
    requires transitive dev.callist.core;
    requires transitive java.sql;
    requires static java.compiler;
    requires static org.immutables.value;
    requires static transitive org.jspecify;

    exports dev.callist.sync;
}
