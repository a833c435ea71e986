package io.spate.output.postgres;

import io.spate.metrics.result.RunResult;
import io.spate.metrics.threshold.Threshold.Judgement;
import io.spate.output.delivery.Carrier;
import io.spate.output.delivery.Interval;
import io.spate.output.delivery.Parcel;
import io.spate.output.delivery.SendException;
import io.spate.output.postgres.Rows.Chunk;
import io.spate.output.postgres.Rows.SeriesRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Brings rows to PostgreSQL, those of a parcel in one transaction. */
final class PostgresCarrier implements Carrier<Interval, PostgresCarrier.Load> {
    private final Link link;
    private final RunRow row;
    private final Rows rows;
    private final Insert<PointRow> points = Insert.points();
    private final Insert<SeriesRow> series = Insert.series();

    /** Series whose own row has not been written, though their points may have been lost. */
    private final List<SeriesRow> unwritten = new ArrayList<>();

    private int run;

    PostgresCarrier(Link link, RunRow row, Rows rows) {
        this.link = link;
        this.row = row;
        this.rows = rows;
    }

    /** What is written in one transaction. */
    sealed interface Load {
        /** Rows of a second. */
        record Second(Chunk chunk) implements Load {}

        /** How the run ended. */
        record End(RunResult result) implements Load {}
    }

    @Override
    public void prepare() throws SendException {
        run =
                link.transact(
                        open -> {
                            Schema.prepare(open, link.schema());
                            return row.write(open);
                        });
    }

    @Override
    public List<Parcel<Load>> encode(Interval interval) {
        var chunks = rows.of(interval);
        unwritten.addAll(rows.takeFresh());
        return chunks.stream()
                .map(it -> new Parcel<Load>(new Load.Second(it.load()), it.points()))
                .toList();
    }

    @Override
    public List<Parcel<Load>> rest(RunResult result) {
        return List.of(new Parcel<>(new Load.End(result), 1));
    }

    @Override
    public void send(Load load) throws SendException {
        switch (load) {
            case Load.Second(var chunk) -> {
                link.transact(open -> write(open, chunk));
                unwritten.clear();
            }
            case Load.End(var result) -> link.transact(open -> end(open, result));
        }
    }

    private int write(Connection open, Chunk chunk) throws SQLException {
        for (int i = 0; i < unwritten.size(); i += Rows.ROWS_MAX) {
            series.write(
                    open, unwritten.subList(i, Math.min(i + Rows.ROWS_MAX, unwritten.size())), run);
        }
        points.write(open, chunk.points(), run, chunk.time(), chunk.seconds());
        return chunk.points().size();
    }

    private int end(Connection open, RunResult result) throws SQLException {
        var update = "UPDATE spate_runs SET ended_at = ?, ending = ?, passed = ? WHERE run = ?";
        try (var statement = open.prepareStatement(update)) {
            var endedAt = result.startedAt().plus(result.elapsed());
            statement.setObject(1, endedAt.atOffset(ZoneOffset.UTC));
            statement.setString(2, result.ending().name().toLowerCase(Locale.ROOT));
            statement.setBoolean(3, result.verdict().passed());
            statement.setInt(4, run);
            statement.executeUpdate();
        }
        var judgements = result.verdict().judgements();
        var insert =
                "INSERT INTO spate_thresholds (run, place, metric, expression, value, outcome)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
        try (var statement = open.prepareStatement(insert)) {
            for (int i = 0; i < judgements.size(); i++) {
                add(statement, i + 1, judgements.get(i));
            }
            statement.executeBatch();
        }
        return judgements.size();
    }

    private void add(PreparedStatement statement, int place, Judgement judgement)
            throws SQLException {
        statement.setInt(1, run);
        statement.setInt(2, place);
        statement.setString(3, Rows.clean(judgement.threshold().selector().text()));
        statement.setString(4, judgement.threshold().expression());
        if (Double.isNaN(judgement.value())) {
            statement.setNull(5, Types.DOUBLE);
        } else {
            statement.setDouble(5, judgement.value());
        }
        statement.setString(6, judgement.outcome().name().toLowerCase(Locale.ROOT));
        statement.addBatch();
    }

    @Override
    public void close() {
        link.close();
    }
}
