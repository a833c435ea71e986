package io.spate.script.yaml.step;

import io.spate.script.yaml.text.Template;
import java.util.Optional;

/**
 * A variable that takes a value of a response.
 *
 * @param from where in the response
 * @param pick which, where there are several
 * @param otherwise its value where there is none
 * @param optional whether it may have none, where there is no other value either; else the
 *     iteration fails
 */
record Extraction(
        String variable, Source from, Pick pick, Optional<Template> otherwise, boolean optional) {

    /** Which of several values. */
    enum Pick {
        FIRST,
        LAST,
        RANDOM,
        ALL
    }

    /** A place in a response. */
    sealed interface Source {
        /** As messages name it. */
        String text();

        /** A value of a JSON body, by its path. */
        record Json(String path) implements Source {
            @Override
            public String text() {
                return path;
            }
        }

        /** A value of a JSON body, by its pointer (RFC 6901). */
        record Pointer(String pointer) implements Source {
            @Override
            public String text() {
                return pointer;
            }
        }

        /** A group of what a regular expression finds in the body. */
        record Regex(String pattern, int group) implements Source {
            @Override
            public String text() {
                return "/" + pattern + "/";
            }
        }

        /**
         * The text of an element of an HTML body, or one of its attributes.
         *
         * @param attribute empty for the text
         */
        record Css(String selector, String attribute) implements Source {
            @Override
            public String text() {
                return attribute.isEmpty() ? selector : selector + " @" + attribute;
            }
        }

        /** A header. */
        record Header(String name) implements Source {
            @Override
            public String text() {
                return "header " + name;
            }
        }

        /** A cookie of the user, as it is after the response. */
        record Cookie(String name) implements Source {
            @Override
            public String text() {
                return "cookie " + name;
            }
        }
    }
}
