package dev.callist.internal.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadContext;
import java.util.HashSet;
import java.util.Set;

/**
 * The position of a parser, and the names that have occurred in the current object. The table of names is reused for
 * the next object. Objects with many names use a set, which withstands names chosen to collide. More than 10,000 names
 * are refused, because they would fill a small heap before the limit on tokens is reached.
 */
public final class UniqueKeyContext extends JsonReadContext {
    public static final int MOST = 10_000;

    /** Names in which a character was replaced may be alike without having been so. */
    private static final char REPLACEMENT = '\ufffd';

    private static final int FEW = 64;
    private static final int SLOTS = 4 * FEW;

    private String[] names = {};
    private int[] objects = {};
    private final Set<String> many = new HashSet<>(0);
    private int object = 1;
    private int count;

    /** The context of a whole document. */
    UniqueKeyContext() {
        super(null, 0, null, TYPE_ROOT, 1, 0);
    }

    private UniqueKeyContext(UniqueKeyContext parent) {
        super(parent, parent.getNestingDepth() + 1, null, TYPE_OBJECT, 0, 0);
    }

    @Override
    public JsonReadContext createChildObjectContext(int line, int column) {
        prepareChild();
        return super.createChildObjectContext(line, column);
    }

    @Override
    public JsonReadContext createChildArrayContext(int line, int column) {
        prepareChild();
        return super.createChildArrayContext(line, column);
    }

    private void prepareChild() {
        if (_child == null) {
            _child = new UniqueKeyContext(this);
        }
    }

    @Override
    public void reset(int type, int line, int column) {
        super.reset(type, line, column);
        object++;
        count = 0;
        if (!many.isEmpty()) {
            many.clear();
        }
    }

    @Override
    public void setCurrentName(String name) throws JsonProcessingException {
        super.setCurrentName(name);
        if (name != null && !isFirst(name) && name.indexOf(REPLACEMENT) < 0) {
            throw new JsonParseException(null, "Duplicate name");
        }
    }

    private boolean isFirst(String name) throws StreamConstraintsException {
        if (names.length == 0) {
            names = new String[SLOTS];
            objects = new int[SLOTS];
        }
        int slot = slot(name.hashCode());
        while (objects[slot] == object) {
            if (names[slot].equals(name)) {
                return false;
            }
            slot = (slot + 1) % SLOTS;
        }
        if (count == FEW) {
            if (many.size() == MOST - FEW) {
                throw new StreamConstraintsException("Too many fields");
            }
            return many.add(name);
        }
        names[slot] = name;
        objects[slot] = object;
        count++;
        return true;
    }

    private static int slot(int hash) {
        return (hash ^ (hash >>> 16) ^ (hash >>> 8)) & (SLOTS - 1);
    }
}
