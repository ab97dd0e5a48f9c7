import org.jspecify.annotations.NullMarked;

/** Sandbox servers, an in-memory lister, a clock that does not wait, and the contract that every lister keeps. */
@NullMarked
module dev.callist.testkit {
    requires transitive dev.callist.core;
    requires mockwebserver3;
    requires static org.assertj.core;
    requires static org.immutables.value;
    requires static org.junit.jupiter.api;
    requires static transitive org.jspecify;

    exports dev.callist.testkit;
    exports dev.callist.testkit.contract;
}
