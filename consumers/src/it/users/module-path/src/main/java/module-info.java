/** An application on the module path. */
module com.example.modular {
    requires dev.callist.bird;
    requires dev.callist.testkit;
}
