package io.spate.store.encoding;

import io.spate.metrics.ScriptError;
import io.spate.metrics.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of one run by their numbers, from 0 on in the order in which they came. There are as
 * many as the run has series and errors, both of which the engine bounds.
 */
public final class Names {
    private final Map<Series, Integer> series = new HashMap<>();
    private final Map<ScriptError, Integer> errors = new HashMap<>();
    private final List<Name> all = new ArrayList<>();

    int number(Series one) {
        var known = series.get(one);
        return known != null ? known : add(new Name.OfSeries(one));
    }

    int number(ScriptError one) {
        var known = errors.get(one);
        return known != null ? known : add(new Name.OfError(one));
    }

    /** Adds the next one; returns its number. */
    public int add(Name name) {
        int number = all.size();
        all.add(name);
        switch (name) {
            case Name.OfSeries(var one) -> series.put(one, number);
            case Name.OfError(var one) -> errors.put(one, number);
        }
        return number;
    }

    /** How many there are. */
    public int size() {
        return all.size();
    }

    /** That of a number. */
    public Name get(int number) {
        return all.get(number);
    }

    Series series(long number) throws DamagedException {
        if (number >= 0
                && number < all.size()
                && all.get((int) number) instanceof Name.OfSeries(var one)) {
            return one;
        }
        throw new DamagedException("there is no series " + number);
    }

    ScriptError error(long number) throws DamagedException {
        if (number >= 0
                && number < all.size()
                && all.get((int) number) instanceof Name.OfError(var one)) {
            return one;
        }
        throw new DamagedException("there is no error " + number);
    }
}
