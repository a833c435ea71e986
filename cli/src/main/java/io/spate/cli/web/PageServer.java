package io.spate.cli.web;

import io.spate.cli.process.ExitCode;
import io.spate.cli.process.SpateProcess;
import io.spate.cli.process.UsageException;
import io.spate.metrics.Ticker;
import io.spate.store.StoreLocation;
import io.spate.web.WebServer;
import io.spate.web.api.History;
import io.spate.web.api.Service;
import java.io.IOException;
import java.util.Optional;

/** Starts the servers of pages. */
public final class PageServer {
    private PageServer() {}

    /** Starts one, or tells why it cannot be. */
    public static WebServer start(
            SpateProcess process, WebAddress address, Service service, Ticker ticker) {
        try {
            return WebServer.start(WebAccess.of(process, address), service, ticker);
        } catch (IOException e) {
            throw new UsageException("web UI: " + e.getMessage(), ExitCode.FAILED);
        }
    }

    /** The history that a page shows; nothing where runs are not kept. */
    public static History history(SpateProcess process, Optional<StoreLocation> place) {
        return new PageHistory(process, place);
    }
}
