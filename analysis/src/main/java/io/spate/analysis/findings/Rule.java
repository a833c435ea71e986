package io.spate.analysis.findings;

import java.util.Optional;

/** Looks for one sign. Without state; the same evidence always gives the same finding. */
interface Rule {
    /** What the evidence says; empty where it shows no such sign. */
    Optional<Finding> find(Evidence evidence);
}
