package io.spate.web.access;

import java.util.Optional;

/**
 * By what people and programs show who they are. Without any secret everybody who reaches the
 * server is an operator.
 *
 * @param operator the password of operators
 * @param viewer the password of viewers
 * @param token of programs, which are operators
 */
public record Access(Optional<Secret> operator, Optional<Secret> viewer, Optional<Secret> token) {
    /** Everybody may do everything. */
    public static final Access OPEN =
            new Access(Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether somebody has to show who it is. */
    public boolean isAsked() {
        return operator.isPresent() || viewer.isPresent() || token.isPresent();
    }

    /** Who has a password or the token; all are compared, so that time does not tell which. */
    Role ofPasswordOrToken(String text) {
        boolean isOperator = operator.map(it -> it.matches(text)).orElse(false);
        boolean isViewer = viewer.map(it -> it.matches(text)).orElse(false);
        boolean isProgram = token.map(it -> it.matches(text)).orElse(false);
        if (isOperator || isProgram) {
            return Role.OPERATOR;
        }
        return isViewer ? Role.VIEWER : Role.NONE;
    }

    /** Who has a token. */
    Role ofToken(String text) {
        return token.map(it -> it.matches(text)).orElse(false) ? Role.OPERATOR : Role.NONE;
    }
}
