package dev.callist.cli.text;

import dev.callist.sync.SyncReport;

/**
 * What a run of one source has done.
 *
 * @param name what the user calls the account
 * @param report the run
 */
public record NamedReport(String name, SyncReport report) {}
