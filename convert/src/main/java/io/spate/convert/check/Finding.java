package io.spate.convert.check;

/** Something in a script that is not supported. */
public sealed interface Finding {
    /** Where it stands. */
    Place place();

    /** What it is, for people. */
    String message();

    /** What kind it is, for programs. */
    default String kind() {
        return switch (this) {
            case Syntax _ -> "syntax";
            case Module _ -> "module";
            case Name _ -> "name";
            case Option _ -> "option";
        };
    }

    /**
     * A place in a script.
     *
     * @param file as the user named it
     * @param line from 1; 0 for the whole file
     * @param column from 1
     */
    record Place(String file, int line, int column) {}

    /** The file cannot be read, or is not in its language. */
    record Syntax(Place place, String message) implements Finding {}

    /** A module or package that there is not. */
    record Module(Place place, String message) implements Finding {}

    /** A function, a class or a value that a module does not have. */
    record Name(Place place, String message) implements Finding {}

    /** An option or a setting without effect here. */
    record Option(Place place, String message) implements Finding {}
}
