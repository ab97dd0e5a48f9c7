/** The contract that every lister keeps, to be run on a lister of your own. Uses the sandboxes only. */
package dev.callist.testkit.contract;
