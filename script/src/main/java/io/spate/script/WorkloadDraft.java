package io.spate.script;

import io.spate.plan.Profile;
import io.spate.plan.RateStage;
import io.spate.plan.Spacing;
import io.spate.plan.Stage;
import io.spate.plan.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Takes a workload part by part, as a test says it. */
final class WorkloadDraft {
    private final List<Stage> stages = new ArrayList<>();
    private final List<RateStage> rateStages = new ArrayList<>();
    private Workload said = Workload.NONE;
    private Workload below = Workload.NONE;

    void users(int users) {
        said = said.withUsers(users);
    }

    void duration(Duration duration) {
        said = said.withDuration(duration);
    }

    void maxUsers(int maxUsers) {
        said = said.withMaxUsers(maxUsers);
    }

    void spacing(Spacing spacing) {
        said = said.withSpacing(spacing);
    }

    void profile(Profile profile) {
        said = said.with(profile);
    }

    void stage(Stage stage) {
        stages.add(stage);
    }

    void rateStage(RateStage stage) {
        rateStages.add(stage);
    }

    /** What holds where nothing else is said. */
    void below(Workload workload) {
        below = workload.over(below);
    }

    void replace(Workload workload) {
        said = workload;
        stages.clear();
        rateStages.clear();
    }

    Workload workload() {
        var whole = said;
        if (!stages.isEmpty()) {
            whole = whole.with(new Profile.Stages(stages));
        }
        if (!rateStages.isEmpty()) {
            whole = withRateStages(whole);
        }
        return whole.over(below);
    }

    /** A rate beside stages of rates is the one they start at. */
    private Workload withRateStages(Workload whole) {
        double start = 0;
        var others = new ArrayList<Profile>();
        for (var profile : whole.profiles()) {
            if (profile instanceof Profile.Rate(var perSecond)) {
                start = perSecond;
            } else {
                others.add(profile);
            }
        }
        others.add(new Profile.RateStages(start, rateStages));
        return new Workload(
                whole.users(), whole.duration(), whole.maxUsers(), others, whole.spacing());
    }
}
