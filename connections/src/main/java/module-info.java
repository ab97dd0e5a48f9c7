import org.jspecify.annotations.NullMarked;

/** Reads the file of named connections. */
@NullMarked
module dev.callist.connections {
    requires transitive dev.callist.core;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires org.yaml.snakeyaml;
    requires static transitive org.jspecify;

    exports dev.callist.connections;
}
