package dev.callist.testkit;

/** What can be seen only in a process of its own: answers beyond measure in a small heap. */
public interface ProcessRules extends FloodRules {}
