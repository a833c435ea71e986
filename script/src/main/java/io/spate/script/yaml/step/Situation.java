package io.spate.script.yaml.step;

import io.spate.script.yaml.text.Values;
import java.util.Optional;

/** What conditions are asked of beside a response: a virtual user's values and cookies. */
interface Situation extends Values {

    /** The value of a cookie that the user has. */
    Optional<String> cookie(String name);
}
