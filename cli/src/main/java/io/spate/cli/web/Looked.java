package io.spate.cli.web;

import io.spate.plan.TestPlan;
import java.util.List;

/**
 * What a run would be, found out without starting it.
 *
 * @param publicTargets what people must know before load goes to addresses of the internet
 * @param notes what else they should know
 */
public record Looked(TestPlan plan, List<String> publicTargets, List<String> notes) {
    public Looked {
        publicTargets = List.copyOf(publicTargets);
        notes = List.copyOf(notes);
    }
}
