package dev.callist.testkit.process;

/** What can be seen only in a process of its own: answers beyond measure in a small heap, a long run, and how it ends. */
public interface ProcessRules extends OversizedResponseRules, ExitRules, SoakRules {}
