package io.spate.script;

import io.spate.plan.Scenario;
import io.spate.script.chance.Seeds;
import io.spate.script.data.Feed;
import io.spate.script.data.InvalidDataException;
import io.spate.script.data.Table;
import io.spate.script.feed.Feeder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The feeders of a scenario, each with its place. */
final class FeedList {
    private final String scenario;
    private final Problems problems;
    private final List<Placed> placed = new ArrayList<>();

    private record Placed(Place place, Feeder feeder) {}

    FeedList(String scenario, Problems problems) {
        this.scenario = scenario;
        this.problems = problems;
    }

    void feed(Place place, Feeder feeder) {
        placed.add(new Placed(place, feeder));
    }

    /** Reads their data; what cannot be read is left out and told. */
    List<Feed> open(Scenario plan, LoadOptions options) {
        var feeds = new ArrayList<Feed>();
        for (var each : placed) {
            var number = feeds.size();
            table(each, options)
                    .flatMap(table -> feed(each, table, plan, options, number))
                    .ifPresent(feeds::add);
        }
        return feeds;
    }

    private Optional<Table> table(Placed each, LoadOptions options) {
        try {
            return Optional.of(Table.load(each.feeder.source(), options.folder()));
        } catch (InvalidDataException wrong) {
            if (wrong.file().isEmpty()) {
                problems.add(each.place, what() + wrong.problem());
            } else {
                problems.add(new Place(wrong.file(), wrong.line()), wrong.problem());
            }
            return Optional.empty();
        }
    }

    private Optional<Feed> feed(
            Placed each, Table table, Scenario plan, LoadOptions options, int number) {
        var seed = Seeds.of(Seeds.of(options.seed(), scenario), "feed " + number);
        var feed =
                problems.attempt(
                        each.place,
                        "scenario \"%s\": feed".formatted(scenario),
                        () -> new Feed(each.feeder, table, plan.isOpen(), seed));
        var users = plan.executor().maxVus();
        if (feed.isPresent() && feed.get().usersMax() < users) {
            problems.add(
                    each.place,
                    what()
                            + "%s has a row each for %,d users, but there may be %,d: add rows, or recycle() to share them"
                                    .formatted(feed.get().name(), table.size(), users));
        }
        return feed;
    }

    private String what() {
        return "scenario \"%s\": feed: ".formatted(scenario);
    }
}
