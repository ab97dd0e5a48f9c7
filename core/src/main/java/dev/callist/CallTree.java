package dev.callist;

import dev.callist.internal.text.Masking;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A call with its legs: the calls that name it as their {@link Call#parentId()}. Providers list each leg as a call of
 * its own. Immutable and thread-safe.
 */
public final class CallTree {
    private static final int MAX_LEVELS = 100;

    private final Call call;
    private final List<CallTree> legs;

    private CallTree(Call call, List<CallTree> legs) {
        this.call = call;
        this.legs = List.copyOf(legs);
    }

    /**
     * Groups calls into trees. The stream is lazy and sequential, and loses no call: each one is in exactly one tree.
     * Closing it ends the walk of a listing; the end of the list does that, too.
     *
     * <p>A leg and its parent find each other while both are held, whichever comes first. The tree of the
     * earliest call is handed over when {@code held} calls are held, or at the end. A leg whose parent is not among the
     * calls, or came too early or too late, is the root of a tree; see {@link #isOrphan()}. So is a leg that would
     * close a cycle, or that would have more than 100 levels above or below it.
     *
     * @param calls in any order, such as a listing; legs are created soon after their parent, so that a few thousand
     *     held calls are usually enough
     * @param held how many calls are held at most, from 1; this bounds the memory. With 1, each call is a tree of its
     *     own
     * @throws IllegalArgumentException when {@code held} is less than 1
     */
    public static Stream<CallTree> stream(Iterable<Call> calls, int held) {
        if (held < 1) {
            throw new IllegalArgumentException("at least one call must be held");
        }
        Iterator<Call> source = calls.iterator();
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(
                                new Grouping(source, held), Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .onClose(() -> {
                    if (source instanceof CallIterator walk) {
                        walk.close();
                    }
                });
    }

    /** The call at the root. */
    public Call call() {
        return call;
    }

    /** The legs of the call, each with its own legs, in the order in which they were read. */
    public List<CallTree> legs() {
        return legs;
    }

    /** Whether the call at the root names a parent that was not found. A leg within another tree is never an orphan. */
    public boolean isOrphan() {
        return call.parentId().isPresent();
    }

    /** The call and all legs below it, parents before their legs. */
    public Stream<Call> calls() {
        return Stream.concat(Stream.of(call), legs.stream().flatMap(CallTree::calls));
    }

    /** The id of the call and the number of its legs, without parties. */
    @Override
    public String toString() {
        return "CallTree[" + call.provider() + " " + Masking.plain(call.id()) + ", " + legs.size() + " legs]";
    }

    /** Identifies a call. */
    private record Key(String provider, Optional<String> account, String id) {
        static Key of(Call call) {
            return new Key(call.provider(), call.account(), call.id());
        }

        static Optional<Key> ofParent(Call call) {
            return call.parentId().map(id -> new Key(call.provider(), call.account(), id));
        }
    }

    /** A held call, with the legs found so far. */
    private static final class Node {
        private final Call call;
        private final List<Node> legs = new ArrayList<>();
        private @Nullable Node parent;
        private int height;

        Node(Call call) {
            this.call = call;
        }

        Node root() {
            Node root = this;
            for (Node next = parent; next != null; next = next.parent) {
                root = next;
            }
            return root;
        }

        /** Adds a leg, unless that would make a cycle or too many levels. */
        void add(Node leg) {
            if (root() == leg || level() + 1 + leg.height > MAX_LEVELS) {
                return;
            }
            leg.parent = this;
            legs.add(leg);
            int below = leg.height + 1;
            for (Node node = this; node != null; node = node.parent) {
                node.height = Math.max(node.height, below++);
            }
        }

        private int level() {
            int level = 0;
            for (Node next = parent; next != null; next = next.parent) {
                level++;
            }
            return level;
        }

        CallTree tree() {
            return new CallTree(call, legs.stream().map(Node::tree).toList());
        }
    }

    /** Holds calls until they are old enough, and hands over their trees. */
    private static final class Grouping implements Iterator<CallTree> {
        private final Iterator<Call> calls;
        private final int most;
        private final LinkedHashSet<Node> held = new LinkedHashSet<>();
        private final Map<Key, Node> byKey = new HashMap<>();
        private final Map<Key, List<Node>> waiting = new HashMap<>();

        Grouping(Iterator<Call> calls, int most) {
            this.calls = calls;
            this.most = most;
        }

        @Override
        public boolean hasNext() {
            return !held.isEmpty() || calls.hasNext();
        }

        @Override
        public CallTree next() {
            while (held.size() < most && calls.hasNext()) {
                hold(new Node(calls.next()));
            }
            if (held.isEmpty()) {
                throw new NoSuchElementException("there are no more calls");
            }
            Node root = held.iterator().next().root();
            release(root);
            return root.tree();
        }

        private void hold(Node node) {
            held.add(node);
            Key key = Key.of(node.call);
            if (byKey.putIfAbsent(key, node) == null) {
                List<Node> legs = waiting.remove(key);
                if (legs != null) {
                    legs.forEach(node::add);
                }
            }
            Key.ofParent(node.call).ifPresent(parent -> attach(node, parent));
        }

        private void attach(Node node, Key parentKey) {
            Node parent = byKey.get(parentKey);
            if (parent == null) {
                waiting.computeIfAbsent(parentKey, key -> new ArrayList<>()).add(node);
            } else {
                parent.add(node);
            }
        }

        private void release(Node node) {
            held.remove(node);
            byKey.remove(Key.of(node.call), node);
            Key.ofParent(node.call).ifPresent(parent -> forget(node, parent));
            node.legs.forEach(this::release);
        }

        private void forget(Node node, Key parent) {
            List<Node> legs = waiting.get(parent);
            if (legs != null && legs.remove(node) && legs.isEmpty()) {
                waiting.remove(parent);
            }
        }
    }
}
