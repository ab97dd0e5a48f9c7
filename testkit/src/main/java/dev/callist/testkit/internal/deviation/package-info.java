/** How sandboxes deviate from what a provider documents: edits of requests and pages. Uses the calls. */
package dev.callist.testkit.internal.deviation;
