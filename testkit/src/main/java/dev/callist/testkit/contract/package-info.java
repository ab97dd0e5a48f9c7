/** The contract that every lister must pass; run it on a lister of your own. Uses the sandboxes only. */
package dev.callist.testkit.contract;
