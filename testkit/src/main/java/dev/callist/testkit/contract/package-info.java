/** The contract that every lister must pass; run it on a lister of your own. Uses the sandboxes only. */
@NullMarked
package dev.callist.testkit.contract;

import org.jspecify.annotations.NullMarked;
