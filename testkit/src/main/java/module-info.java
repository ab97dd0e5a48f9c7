import org.jspecify.annotations.NullMarked;

/** Sandbox servers that speak the providers' protocols, an in-memory lister and a clock that does not wait. */
@NullMarked
module dev.callist.testkit {
    requires transitive dev.callist.core;
    requires java.logging;
    requires static java.management;
    requires static jdk.management;
    requires mockwebserver3;
    requires static okhttp3.tls;
    requires static org.assertj.core;
    requires static org.junit.jupiter.api;
    requires static transitive org.jspecify;

    exports dev.callist.testkit;
}
