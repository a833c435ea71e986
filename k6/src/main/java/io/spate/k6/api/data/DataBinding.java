package io.spate.k6.api.data;

import io.spate.k6.vu.Phase;
import io.spate.k6.vu.Vu;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;

/** What the module {@code k6/data} does for one user. */
public final class DataBinding {
    private final Vu vu;

    DataBinding(Vu vu) {
        this.vu = vu;
    }

    /**
     * The elements of an array that all users share, as JSON texts.
     *
     * @param make gives the texts; called by the first user alone
     */
    @HostAccess.Export
    public Object share(String name, Value make) {
        if (vu.phase() != Phase.INIT) {
            throw vu.error("new SharedArray must be called in the init context");
        }
        if (name.isEmpty()) {
            throw vu.error("empty name provided to SharedArray's constructor");
        }
        return new Texts(vu.test().arrays().get(name, () -> texts(make.execute())));
    }

    private static List<String> texts(Value array) {
        var all = new ArrayList<String>();
        for (long i = 0; i < array.getArraySize(); i++) {
            all.add(array.getArrayElement(i).asString());
        }
        return all;
    }

    /** Texts by number. */
    public static final class Texts {
        private final List<String> all;

        Texts(List<String> all) {
            this.all = all;
        }

        /** How many there are. */
        @HostAccess.Export
        public int size() {
            return all.size();
        }

        /** One of them, from 0. */
        @HostAccess.Export
        public String get(int index) {
            return all.get(index);
        }
    }
}
