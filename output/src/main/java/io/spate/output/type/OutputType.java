package io.spate.output.type;

import java.util.List;
import java.util.Map;

/** A kind of output, as it is asked for by {@code --out NAME=ARGUMENT}. */
public interface OutputType {
    /** What it is called; the first is the name that is shown, the others mean the same. */
    List<String> names();

    /** How it is written, for messages: {@code influxdb=http://HOST:8086/DATABASE}. */
    String form();

    /**
     * Reads what is asked for; reaches nothing yet.
     *
     * @param argument what stands behind the equals sign; empty for none
     * @param env the environment's variables, from where secrets come
     * @throws WrongOutputException saying what is wrong with it, without secrets
     */
    OutputPlan plan(String argument, Map<String, String> env);
}
