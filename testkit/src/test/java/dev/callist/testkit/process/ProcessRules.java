package dev.callist.testkit.process;

/** Rules that need a process of their own: oversized responses in a small heap, long runs, and exits. */
public interface ProcessRules extends OversizedResponseRules, ExitRules, SoakRules {}
