/** How sandboxes deviate from what a provider documents: edits of requests and pages. Uses {@code calls}. */
@NullMarked
package dev.callist.testkit.internal.deviation;

import org.jspecify.annotations.NullMarked;
