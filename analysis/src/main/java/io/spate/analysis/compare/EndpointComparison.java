package io.spate.analysis.compare;

import java.util.List;

/**
 * How an endpoint changed.
 *
 * @param method its method; empty for all requests
 * @param name its name; empty for all requests
 * @param requestsA how many requests there were
 * @param requestsB how many there are
 * @param figures one for each {@link Figure}, in their order
 * @param verdict of the figures together
 */
public record EndpointComparison(
        String method,
        String name,
        long requestsA,
        long requestsB,
        List<FigureComparison> figures,
        ComparisonVerdict verdict) {
    public EndpointComparison {
        figures = List.copyOf(figures);
    }

    /** One of its figures. */
    public FigureComparison figure(Figure figure) {
        return figures.get(figure.place());
    }

    /** What people call it. */
    public String title() {
        return name.isEmpty() && method.isEmpty() ? "all requests" : (method + " " + name).strip();
    }
}
